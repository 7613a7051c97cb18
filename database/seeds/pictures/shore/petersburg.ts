import type { Ink } from '../hours.ts';
import {
  at,
  block,
  circle,
  ellipse,
  line,
  type Markup,
  path,
  polygon,
  rect,
  repeat,
  steps,
  tier,
} from '../svg.ts';
import { windows } from './facade.ts';

/** Buildings that everybody knows, in flat light. Each stands on y = 0 around x = 0, about 1 unit a pixel. */

/** Peter and Paul Fortress with the cathedral's spire; about 620 wide, 345 high. */
export function fortress(ink: Ink): Markup {
  return [
    at({ x: 0, y: -34 }, cathedral(ink)),
    polygon(
      [
        [-310, 0],
        [-296, -42],
        [296, -42],
        [310, 0],
      ],
      ink.body,
    ),
    polygon(
      [
        [-310, 0],
        [-296, -42],
        [-150, -42],
        [-170, 0],
      ],
      ink.side,
    ),
    polygon(
      [
        [120, 0],
        [150, -42],
        [296, -42],
        [310, 0],
      ],
      ink.side,
    ),
    rect([-300, -46, 600, 5], ink.detail),
    polygon(
      [
        [-30, 0],
        [-30, -52],
        [0, -66],
        [30, -52],
        [30, 0],
      ],
      ink.body,
    ),
    path('M-11 0v-26a11 11 0 0 1 22 0v26z', ink.detail),
    at({ x: -262, y: -42 }, sentryBox(ink)),
    at({ x: 262, y: -42 }, sentryBox(ink)),
  ].join('');
}

function sentryBox(ink: Ink): Markup {
  return block([-7, 14, 22], ink.body) + path('M-9 -22a9 10 0 0 1 18 0z', ink.side);
}

function cathedral(ink: Ink): Markup {
  return [
    block([-24, 150, 58], ink.body),
    windows({ x: -10, y: -46, count: 6, pitch: 22, width: 8, height: 26, ink, every: 3 }),
    polygon(
      [
        [-24, -58],
        [126, -58],
        [112, -70],
        [-24, -70],
      ],
      ink.side,
    ),
    block([84, 30, 92], ink.body),
    path('M82 -92a17 20 0 0 1 34 0z', ink.side),
    tier(97.5, 3, [110, 124], ink.gilt),
    bellTower(ink),
  ].join('');
}

function bellTower(ink: Ink): Markup {
  return [
    block([-62, 44, 92], ink.body),
    block([-62, 12, 92], ink.side),
    tier(-57, 34, [92, 122], ink.body),
    tier(-57, 9, [92, 122], ink.side),
    tier(-52, 24, [122, 146], ink.body),
    path('M-56 -122h32l-4 -8h-24z', ink.detail),
    path('M-61 -92h42l-5 -9h-32z', ink.detail),
    path('M-53 -146a13 16 0 0 1 26 0z', ink.gilt),
    polygon(
      [
        [-44.5, -158],
        [-40.8, -300],
        [-39.2, -300],
        [-35.5, -158],
      ],
      ink.gilt,
    ),
    line(
      [
        [-40, -300],
        [-40, -314],
      ],
      ink.gilt,
      2,
    ),
    line(
      [
        [-45, -309],
        [-35, -309],
      ],
      ink.gilt,
      2,
    ),
    rect([-45, -84, 10, 22], ink.detail),
    rect([-45, -116, 10, 16], ink.detail),
  ].join('');
}

/** The Admiralty: long wings, the tower with its gilded needle; about 560 wide, 250 high. */
export function admiralty(ink: Ink): Markup {
  return [
    block([-280, 560, 44], ink.body),
    rect([-284, -48, 568, 5], ink.detail),
    windows({ x: -270, y: -36, count: 26, pitch: 21, width: 7, height: 17, ink, every: 3 }),
    block([-236, 60, 52], ink.side),
    block([176, 60, 52], ink.side),
    path('M-240 -52h68l-34 -16z', ink.detail),
    path('M172 -52h68l-34 -16z', ink.detail),
    block([-38, 76, 78], ink.body),
    path('M-15 0v-32a15 15 0 0 1 30 0v32z', ink.detail),
    rect([-43, -84, 86, 7], ink.detail),
    tier(-27, 54, [84, 112], ink.side),
    repeat(7, (index) => rect([-26 + index * 8, -111, 4, 26], ink.body)),
    rect([-30, -116, 60, 5], ink.detail),
    tier(-16, 32, [116, 130], ink.body),
    path('M-17 -130a17 20 0 0 1 34 0z', ink.side),
    tier(-6, 12, [148, 160], ink.body),
    polygon(
      [
        [-6, -160],
        [-1, -236],
        [1, -236],
        [6, -160],
      ],
      ink.gilt,
    ),
    path('M-9 -242q9 5 19 0l-4 6h-11z', ink.gilt),
  ].join('');
}

/** St Isaac's Cathedral; about 250 wide, 215 high. */
export function isaac(ink: Ink): Markup {
  return [
    block([-120, 240, 66], ink.body),
    block([-120, 40, 66], ink.side),
    rect([-124, -72, 248, 7], ink.detail),
    repeat(8, (index) => rect([-62 + index * 16.5, -62, 7, 62], ink.detail)),
    path('M-74 -72h148l-74 -30z', ink.side),
    at({ x: -96, y: -72 }, belfry(ink)),
    at({ x: 96, y: -72 }, belfry(ink)),
    tier(-56, 112, [72, 108], ink.side),
    repeat(12, (index) => rect([-54 + index * 9.4, -106, 4.4, 34], ink.body)),
    rect([-60, -113, 120, 6], ink.detail),
    tier(-50, 100, [113, 126], ink.body),
    path('M-50 -124C-50 -172 -26 -190 0 -192C26 -190 50 -172 50 -124Z', ink.gilt),
    path('M-50 -124C-50 -172 -26 -190 0 -192C-22 -184 -30 -160 -30 -124Z', ink.side, 'opacity="0.35"'),
    tier(-8, 16, [190, 206], ink.body),
    path('M-10 -206a10 11 0 0 1 20 0z', ink.gilt),
    line(
      [
        [0, -216],
        [0, -232],
      ],
      ink.gilt,
      2.4,
    ),
    line(
      [
        [-5, -226],
        [5, -226],
      ],
      ink.gilt,
      2.4,
    ),
  ].join('');
}

function belfry(ink: Ink): Markup {
  return (
    block([-12, 24, 30], ink.body) +
    rect([-5, -24, 10, 20], ink.detail) +
    path('M-14 -30a14 16 0 0 1 28 0z', ink.gilt)
  );
}

/** The Winter Palace from the river; about 660 wide, 92 high. */
export function winterPalace(ink: Ink): Markup {
  const columns = steps(33, -322, 20);
  return [
    block([-330, 660, 76], ink.body),
    block([-330, 90, 82], ink.side),
    block([240, 90, 82], ink.side),
    block([-70, 140, 84], ink.side),
    columns.map((x) => rect([x, -72, 3.4, 66], ink.detail)).join(''),
    windows({ x: -314, y: -68, count: 32, pitch: 20, width: 8, height: 15, ink, every: 2 }),
    windows({ x: -314, y: -44, count: 32, pitch: 20, width: 8, height: 19, ink, every: 3 }),
    windows({ x: -314, y: -18, count: 32, pitch: 20, width: 8, height: 13, ink, every: 2 }),
    rect([-334, -82, 668, 6], ink.detail),
    columns.map((x) => rect([x, -92, 3, 11], ink.body)).join(''),
    path('M-36 -84h72l-36 -18z', ink.side),
  ].join('');
}

/** The old Exchange on the Spit: a temple with a colonnade; 280 wide. */
export function exchange(ink: Ink): Markup {
  return [
    block([-140, 280, 22], ink.side),
    tier(-120, 240, [22, 92], ink.side),
    repeat(14, (index) => rect([-128 + index * 19.2, -84, 9, 62], ink.body)),
    rect([-136, -92, 272, 10], ink.body),
    path('M-140 -92h280l-40 -22h-200z', ink.side),
    path('M-74 -92v-26a74 46 0 0 1 148 0v26z', ink.body),
    path('M-30 -96a30 22 0 0 1 60 0z', ink.detail, 'transform="translate(0 -8)"'),
  ].join('');
}

/** A Rostral Column with ships' prows and, at night, its fire; 160 high. */
export function rostralColumn(ink: Ink): Markup {
  const prow = (y: number) =>
    path(`M-27 ${y}q9 -9 18 -7v9q-9 5 -18 -2zM27 ${y}q-9 -9 -18 -7v9q9 5 18 -2z`, ink.detail);
  return [
    block([-24, 48, 18], ink.side),
    tier(-17, 34, [18, 30], ink.body),
    polygon(
      [
        [-11, -30],
        [-9, -132],
        [9, -132],
        [11, -30],
      ],
      ink.body,
    ),
    polygon(
      [
        [-11, -30],
        [-9, -132],
        [-4, -132],
        [-5, -30],
      ],
      ink.side,
    ),
    [-50, -76, -102].map(prow).join(''),
    tier(-14, 28, [132, 140], ink.body),
    path('M-16 -140h32l-4 -8h-24z', ink.side),
    polygon(
      [
        [-9, -148],
        [-6, -160],
        [6, -160],
        [9, -148],
      ],
      ink.body,
    ),
    ink.lamp ? path('M-6 -160q-5 -12 4 -20q1 7 5 9q6 5 1 11z', ink.lamp) : '',
  ].join('');
}

/** Smolny Cathedral; about 150 wide, 190 high. */
export function smolny(ink: Ink): Markup {
  const small = (x: number) =>
    block([x - 13, 26, 104], ink.body) + onion(x, -104, 15, ink) + rect([x - 4, -92, 8, 22], ink.detail);
  return [
    block([-75, 150, 70], ink.body),
    block([-75, 34, 70], ink.side),
    rect([-78, -75, 156, 6], ink.detail),
    windows({ x: -62, y: -58, count: 8, pitch: 17, width: 8, height: 30, ink, every: 3 }),
    small(-50),
    small(50),
    tier(-30, 60, [75, 124], ink.side),
    repeat(4, (index) => rect([-24 + index * 14, -120, 6, 36], ink.body)),
    path('M-34 -124a34 34 0 0 1 68 0z', ink.body),
    tier(-9, 18, [150, 168], ink.body),
    onion(0, -166, 13, ink),
  ].join('');
}

function onion(x: number, y: number, radius: number, ink: Ink): Markup {
  const [left, right] = [x - radius, x + radius];
  const top = y - radius * 2;
  return (
    path(
      `M${left} ${y}C${left - 3} ${y - radius} ${x - 3} ${y - radius * 1.1} ${x} ${top}C${x + 3} ${y - radius * 1.1} ${right + 3} ${y - radius} ${right} ${y}Z`,
      ink.gilt,
    ) +
    line(
      [
        [x, top + 2],
        [x, top - 9],
      ],
      ink.gilt,
      1.6,
    )
  );
}

/** St Nicholas' bell tower by the Kryukov Canal; 210 high. */
export function nicholasTower(ink: Ink): Markup {
  const tier = (width: number, from: number, height: number) => [
    rect([-width / 2, -from - height, width, height], ink.body),
    rect([-width / 2, -from - height, width * 0.3, height], ink.side),
    path(`M-6 ${-from}v${-height * 0.55}a6 6 0 0 1 12 0v${height * 0.55}z`, ink.detail),
    rect([-width / 2 - 4, -from - height - 4, width + 8, 5], ink.detail),
  ];
  return [
    ...tier(62, 0, 52),
    ...tier(50, 56, 46),
    ...tier(38, 106, 40),
    path('M-17 -150a17 16 0 0 1 34 0z', ink.gilt),
    polygon(
      [
        [-4, -164],
        [-1, -236],
        [1, -236],
        [4, -164],
      ],
      ink.gilt,
    ),
  ].join('');
}

/** The tall tower on the Gulf, far away: a twisted needle. */
export function gulfTower(ink: Ink): Markup {
  return (
    path('M-13 0C-17 -60 -12 -150 -4 -250L0 -300L4 -250C12 -150 17 -60 13 0Z', ink.body) +
    path('M-13 0C-17 -60 -12 -150 -4 -250L0 -300C-2 -200 2 -100 -3 0Z', ink.side)
  );
}

/** The cable-stayed bridge at the mouth of the Neva; 700 wide. */
export function cableBridge(ink: Ink): Markup {
  const pylon = (x: number) =>
    polygon(
      [
        [x - 9, 0],
        [x - 3, -180],
        [x + 3, -180],
        [x + 9, 0],
        [x + 4, 0],
        [x, -140],
        [x - 4, 0],
      ],
      ink.body,
    );
  const cables = (x: number) =>
    repeat(8, (index) =>
      line(
        [
          [x - 24 - index * 19, -40],
          [x, -174 + index * 7],
          [x + 24 + index * 19, -40],
        ],
        ink.body,
        1,
        'opacity="0.7"',
      ),
    );
  return (
    rect([-520, -44, 1240, 7], ink.body) +
    pylon(-120) +
    pylon(120) +
    cables(-120) +
    cables(120) +
    steps(11, -500, 110)
      .map((x) => rect([x, -40, 7, 40], ink.side))
      .join('')
  );
}

/** Trees of a park, round and close together. */
export function parkTrees({
  width,
  height,
  ink,
  random,
}: {
  width: number;
  height: number;
  ink: Ink;
  random: () => number;
}): Markup {
  return repeat(Math.round(width / 15), (index) => {
    const radius = height * (0.36 + 0.24 * random());
    return ellipse(
      [index * 15 + random() * 8, -radius * 0.95, radius * 0.85, radius],
      index % 3 ? ink.body : ink.side,
    );
  });
}

/** A spruce forest seen from the water. */
export function spruces({
  width,
  height,
  ink,
  random,
}: {
  width: number;
  height: number;
  ink: Ink;
  random: () => number;
}): Markup {
  return repeat(Math.round(width / 13), (index) => {
    const top = height * (0.5 + 0.5 * random());
    const half = 6 + top * 0.13;
    const x = index * 13 + random() * 7;
    const tooth = (from: number, to: number, wide: number) =>
      `L${x + wide} ${-from}L${x + wide * 0.45} ${-to}`;
    const right = [0, 0.3, 0.55]
      .map((share) => tooth(top * share, top * (share + 0.28), half * (1 - share * 0.75)))
      .join('');
    const left = [0.55, 0.3, 0]
      .map(
        (share) =>
          `L${x - half * (1 - share * 0.75) * 0.45} ${-top * (share + 0.28)}L${x - half * (1 - share * 0.75)} ${-top * share}`,
      )
      .join('');
    return path(`M${x} 0${right}L${x} ${-top}${left}Z`, index % 4 ? ink.body : ink.side);
  });
}

/** A rider's column or a monument's lamp: the street lamp of the embankments. */
export function streetLamp(ink: Ink): Markup {
  const glow = ink.lamp
    ? circle([0, -62, 13], ink.lamp, 'opacity="0.25"') + circle([0, -62, 6], ink.lamp)
    : circle([0, -62, 5.5], ink.detail);
  return rect([-1.6, -56, 3.2, 56], ink.body) + rect([-4, -6, 8, 6], ink.body) + glow;
}
