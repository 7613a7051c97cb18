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

/** The round stone fort in the Gulf; 420 wide, 120 high. */
export function roundFort(ink: Ink): Markup {
  const embrasures = (y: number, count: number, size: number) =>
    repeat(count, (index) => {
      const angle = Math.PI * ((index + 0.5) / count);
      const x = -Math.cos(angle) * 200;
      const wide = size * (0.25 + 0.75 * Math.sin(angle));
      return path(`M${x - wide / 2} ${y}v-12a${wide / 2} 7 0 0 1 ${wide} 0v12z`, ink.detail);
    });
  return [
    path('M-210 0V-104Q0 -124 210 -104V0Z', ink.body),
    path('M-210 0V-104Q-150 -112 -96 -115V0Z', ink.side),
    path('M-214 -104Q0 -126 214 -104V-96Q0 -118 -214 -96Z', ink.detail),
    embrasures(-76, 15, 18),
    embrasures(-46, 15, 18),
    embrasures(-16, 15, 18),
    path('M-16 0v-30a16 16 0 0 1 32 0v30z', ink.side),
    polygon(
      [
        [-236, 0],
        [-206, -9],
        [206, -9],
        [236, 0],
      ],
      ink.side,
    ),
  ].join('');
}

/** A lighthouse on a low stone island; 190 wide, 250 high. */
export function lighthouse(ink: Ink, accent: string): Markup {
  return [
    path('M-100 0Q-84 -20 -48 -20H52Q88 -20 110 0Z', ink.side),
    block([-78, 58, 50], ink.body, 'transform="translate(0 -16)"'),
    polygon(
      [
        [-84, -66],
        [-49, -90],
        [-14, -66],
      ],
      accent,
    ),
    windows({ x: -70, y: -54, count: 3, pitch: 17, width: 8, height: 14, ink, every: 1 }),
    polygon(
      [
        [12, -16],
        [22, -190],
        [54, -190],
        [64, -16],
      ],
      ink.body,
    ),
    polygon(
      [
        [12, -16],
        [22, -190],
        [32, -190],
        [28, -16],
      ],
      ink.side,
    ),
    [60, 118].map((from) => band(from, from + 30, accent)).join(''),
    rect([14, -196, 48, 7], ink.side),
    tier(24, 28, [196, 222], ink.lamp ?? ink.detail),
    repeat(3, (index) => rect([24 + index * 13, -222, 2, 26], ink.side)),
    path('M20 -222h36l-18 -18z', accent),
    line(
      [
        [38, -240],
        [38, -254],
      ],
      ink.side,
      2,
    ),
  ].join('');
}

/** A painted band around the tapering tower, between two heights. */
function band(from: number, to: number, colour: string): Markup {
  const inset = (height: number) => 12 + ((height - 16) / 174) * 10;
  return polygon(
    [
      [inset(from), -from],
      [inset(to), -to],
      [76 - inset(to), -to],
      [76 - inset(from), -from],
    ],
    colour,
  );
}

/** The low shore of the Gulf with a forest on it. */
export function lowShore({
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
  const points = steps(Math.ceil(width / 26) + 1, 0, 26).map(
    (x) => `L${x} ${-(height * (0.55 + 0.45 * random())).toFixed(1)}`,
  );
  return path(`M0 0${points.join('')}L${width} 0Z`, ink.body);
}

/** The island fortress at the source of the Neva; 640 wide, 150 high. */
export function islandFortress(ink: Ink): Markup {
  return [
    path('M-340 0Q-330 -12 -300 -14H300Q330 -12 344 0Z', ink.detail),
    block([-270, 540, 62], ink.body, 'transform="translate(0 -6)"'),
    block([-270, 180, 62], ink.side, 'transform="translate(0 -6)"'),
    steps(30, -268, 18.4)
      .map((x) => rect([x, -76, 10, 10], ink.body))
      .join(''),
    ruinedChurch(ink),
    at({ x: -272, y: -4 }, roundTower(ink, 1.12)),
    at({ x: -92, y: -4 }, roundTower(ink, 0.94)),
    at({ x: 128, y: -4 }, roundTower(ink, 1)),
    at({ x: 274, y: -4 }, roundTower(ink, 1.16)),
  ].join('');
}

function roundTower(ink: Ink, scale: number): Markup {
  return at(
    { x: 0, y: 0, scale },
    polygon(
      [
        [-37, 0],
        [-34, -84],
        [34, -84],
        [37, 0],
      ],
      ink.body,
    ),
    polygon(
      [
        [-37, 0],
        [-34, -84],
        [-12, -84],
        [-14, 0],
      ],
      ink.side,
    ),
    polygon(
      [
        [-42, -84],
        [0, -142],
        [42, -84],
      ],
      ink.side,
    ),
    polygon(
      [
        [-42, -84],
        [0, -142],
        [6, -84],
      ],
      ink.detail,
      'opacity="0.5"',
    ),
    line(
      [
        [0, -142],
        [0, -156],
      ],
      ink.side,
      2,
    ),
    path('M0 -156h16l-5 5l5 5h-16z', ink.gilt),
    [-22, 6].map((x) => rect([x, -62, 5, 14], ink.detail)).join(''),
  );
}

/** The church inside the walls stands without a roof, its belfry beside it. */
function ruinedChurch(ink: Ink): Markup {
  return [
    polygon(
      [
        [8, -60],
        [8, -104],
        [24, -112],
        [34, -98],
        [58, -108],
        [74, -94],
        [74, -60],
      ],
      ink.side,
    ),
    path('M18 -66v-18a8 8 0 0 1 16 0v18zM46 -66v-18a8 8 0 0 1 16 0v18z', ink.detail),
    tier(-38, 32, [60, 122], ink.body),
    tier(-33, 22, [122, 144], ink.body),
    path('M-30 -126a8 9 0 0 1 16 0v-0h-16z', ink.detail),
    polygon(
      [
        [-36, -144],
        [-22, -188],
        [-8, -144],
      ],
      ink.gilt,
    ),
  ].join('');
}

/** The palace on its terrace above the park, with the cascade and the canal; 700 wide, 210 high. */
export function peterhof(ink: Ink, spray: string): Markup {
  return [
    path('M-420 0Q-360 -74 -250 -84H250Q360 -74 420 0Z', ink.side),
    at({ x: 0, y: -82 }, grandPalace(ink)),
    repeat(6, (index) =>
      rect([-46 + index * 3, -14 - index * 13, 92 - index * 6, 9], index % 2 ? ink.gilt : ink.detail),
    ),
    rect([-9, -92, 18, 92], spray, 'opacity="0.5"'),
    repeat(9, (index) => fountain(-128 + index * 32, index === 4 ? 74 : 30 + (index % 2) * 10, spray)),
    rect([-150, -8, 300, 8], ink.detail),
  ].join('');
}

function grandPalace(ink: Ink): Markup {
  const wing = (x: number) =>
    block([x - 26, 52, 60], ink.body) +
    path(
      `M${x - 28} -60C${x - 28} -84 ${x - 10} -92 ${x} -98C${x + 10} -92 ${x + 28} -84 ${x + 28} -60Z`,
      ink.gilt,
    ) +
    line(
      [
        [x, -96],
        [x, -108],
      ],
      ink.gilt,
      2,
    );
  return [
    block([-300, 600, 34], ink.body),
    windows({ x: -292, y: -26, count: 37, pitch: 16, width: 7, height: 16, ink, every: 3 }),
    block([-110, 220, 58], ink.body),
    windows({ x: -102, y: -50, count: 14, pitch: 15, width: 7, height: 15, ink, every: 2 }),
    windows({ x: -102, y: -27, count: 14, pitch: 15, width: 7, height: 17, ink, every: 3 }),
    path('M-114 -58h228l-22 -18h-184z', ink.side),
    wing(-274),
    wing(274),
    path('M-24 -76h48l-24 -16z', ink.gilt),
  ].join('');
}

function fountain(x: number, height: number, colour: string): Markup {
  return (
    path(
      `M${x - 1.5} 0Q${x} ${-height} ${x} ${-height}Q${x} ${-height} ${x + 1.5} 0Z`,
      colour,
      'opacity="0.9"',
    ) +
    ellipse([x, -height + 3, 5, 7], colour, 'opacity="0.35"') +
    path(
      `M${x} ${-height}q9 6 11 ${height * 0.6}M${x} ${-height}q-9 6 -11 ${height * 0.6}`,
      'none',
      `stroke="${colour}" stroke-width="1.2" opacity="0.6"`,
    )
  );
}

/** Gulls on the wing around the middle of the picture. */
export function gulls({
  colour,
  spots,
}: {
  colour: string;
  spots: readonly (readonly [x: number, y: number, scale: number])[];
}): Markup {
  const bird = 'M-26 -6Q-14 -16 0 0Q14 -16 26 -6Q13 -9 0 5Q-13 -9 -26 -6Z';
  return spots
    .map(([x, y, scale]) => at({ x, y, scale, turn: ((x + y) % 24) - 12 }, path(bird, colour)))
    .join('');
}

/** A navigation buoy. */
export function buoy(colour: string, top: string): Markup {
  return [
    path('M-22 2Q0 10 22 2L20 -6H-20Z', colour),
    polygon(
      [
        [-14, -6],
        [-8, -24],
        [8, -24],
        [14, -6],
      ],
      colour,
    ),
    line(
      [
        [-7, -22],
        [-4, -52],
      ],
      colour,
      2.4,
    ),
    line(
      [
        [7, -22],
        [4, -52],
      ],
      colour,
      2.4,
    ),
    rect([-7, -60, 14, 9], top),
    circle([0, -66, 5], top),
  ].join('');
}
