import { canvas } from '../canvas.ts';
import { racer } from '../afloat/ships.ts';
import { hours, type Paint } from '../hours.ts';
import { randomOf } from '../random.ts';
import { framed, scene } from '../scene.ts';
import { gulls } from '../shore/gulf.ts';
import {
  at,
  circle,
  dashes,
  line,
  linear,
  type Markup,
  path,
  polygon,
  radial,
  rect,
  repeat,
  steps,
} from '../svg.ts';
import { mirror } from '../water.ts';

/** Early boarding: an empty gangway up to the side of a ship. */
export function gangway(): Markup {
  return scene({
    name: 'gangway',
    hour: 'dawn',
    horizon: 560,
    lightX: 0.22,
    draw: ({ hour }) => ({
      shore: [rect([0, 548, 760, 14], hour.far.body)],
      glitter: [{ x: 0.22, strength: 1.5, spread: 1.3 }],
      front: [
        shipSide(hour.paint),
        quayStones(hour.near.body, hour.near.detail),
        walkway(hour.paint),
        gulls({
          colour: '#FFF8EC',
          spots: [
            [420, 250, 1.2],
            [540, 190, 0.8],
          ],
        }),
      ],
    }),
  });
}

function shipSide(paint: Paint): Markup {
  return [
    path('M1500 230H930Q860 240 850 330L820 900H1500Z', paint.white),
    path('M1500 230H930Q900 236 886 252H1500Z', paint.shade),
    path('M842 560H1500V900H820Z', paint.hull),
    rect([838, 548, 662, 14], paint.shade),
    path('M830 730H1500V752H829Z', paint.accent),
    path('M828 800H1500V1000H812Z', paint.boot),
    repeat(4, (index) => rect([960 + index * 146, 310, 112, 150], paint.glass, 'rx="14"')),
    repeat(
      5,
      (index) =>
        circle([930 + index * 130, 650, 24], paint.glass) +
        circle([930 + index * 130, 650, 24], 'none', `stroke="${paint.shade}" stroke-width="6"`),
    ),
    rect([850, 380, 84, 182], '#3B4A5C', 'rx="8"'),
  ].join('');
}

function quayStones(face: string, joint: string): Markup {
  const strokes = steps(6, 878, 24).map((y) => ({ x: 0, y, length: canvas.width }));
  return (
    rect([0, 850, canvas.width, 150], face) +
    rect([0, 838, canvas.width, 16], joint) +
    dashes(strokes, joint, 'stroke-width="2" opacity="0.6"')
  );
}

function walkway(paint: Paint): Markup {
  const rung = (share: number) => [300 + share * 600, 846 - share * 284] as const;
  const rail = (lift: number) =>
    line(
      [
        [rung(0)[0] + 10, rung(0)[1] - lift],
        [rung(1)[0], rung(1)[1] - lift],
      ],
      paint.boot,
      6,
    );
  return [
    polygon(
      [
        [268, 858],
        [880, 566],
        [930, 566],
        [330, 858],
      ],
      paint.wood,
    ),
    polygon(
      [
        [268, 858],
        [880, 566],
        [886, 574],
        [282, 862],
      ],
      paint.boot,
    ),
    repeat(15, (index) =>
      line(
        [
          [300 + index * 41, 851 - index * 19.4],
          [330 + index * 40.6, 851 - index * 19.4],
        ],
        paint.boot,
        3,
        'opacity="0.5"',
      ),
    ),
    steps(8, 0, 1 / 7)
      .map((share) =>
        line(
          [
            [rung(share)[0] + 12, rung(share)[1] + 4],
            [rung(share)[0] + 12, rung(share)[1] - 104],
          ],
          paint.boot,
          6,
        ),
      )
      .join(''),
    rail(104),
    rail(56),
  ].join('');
}

/** A gift card: a paper boat on blue water. */
export function paperBoat(): Markup {
  const boat = at({ x: 750, y: 640, scale: 1.5 }, foldedBoat());
  return framed(
    linear('page', [
      { at: 0, colour: '#0F5E91' },
      { at: 1, colour: '#083A5C' },
    ]),
    rect([0, 0, canvas.width, canvas.height], 'url(#page)'),
    swell('#2C7DB0', 430, 0.35),
    swell('#2C7DB0', 540, 0.5),
    mirror({ shape: boat, y: 650, squash: 0.5, opacity: 0.2 }),
    boat,
    [640, 720, 810, 900].map((y, index) => swell('#4C9BCB', y, 0.55 - index * 0.1)).join(''),
    cardEdge('#BFE0F2'),
  );
}

function foldedBoat(): Markup {
  return [
    polygon(
      [
        [-60, -70],
        [0, -190],
        [60, -70],
      ],
      '#FBFAF7',
    ),
    polygon(
      [
        [0, -190],
        [60, -70],
        [0, -70],
      ],
      '#DDE8EE',
    ),
    polygon(
      [
        [-230, -96],
        [-60, -70],
        [60, -70],
        [230, -96],
        [130, 8],
        [-130, 8],
      ],
      '#FBFAF7',
    ),
    polygon(
      [
        [-230, -96],
        [-60, -70],
        [0, -30],
        [-130, 8],
      ],
      '#E6EEF2',
    ),
    polygon(
      [
        [230, -96],
        [60, -70],
        [0, -30],
        [130, 8],
      ],
      '#C9D8E1',
    ),
    line(
      [
        [0, -186],
        [0, -234],
      ],
      '#FBFAF7',
      3,
    ),
    path('M1 -234L48 -219L1 -204Z', '#C8401B'),
  ].join('');
}

function swell(colour: string, y: number, opacity: number): Markup {
  const wave = steps(9, -60, 190)
    .map((x, index) => `${index ? '' : `M${x} ${y}`}q47 -20 95 0t95 0`)
    .join('');
  return path(
    wave,
    'none',
    `stroke="${colour}" stroke-width="5" opacity="${opacity}" stroke-linecap="round"`,
  );
}

const cardEdge = (colour: string) =>
  rect(
    [36, 36, canvas.width - 72, canvas.height - 72],
    'none',
    `stroke="${colour}" stroke-width="3" rx="26" opacity="0.55"`,
  );

/** The club's gift card: a sail against the sun. */
export function sailCard(): Markup {
  return framed(
    linear('page', [
      { at: 0, colour: '#2A2F5E' },
      { at: 0.55, colour: '#B5637A' },
      { at: 1, colour: '#F6B26B' },
    ]),
    rect([0, 0, canvas.width, canvas.height], 'url(#page)'),
    circle([750, 690, 250], '#FFE09A'),
    rect([0, 690, canvas.width, 310], '#23294F'),
    dashes(
      steps(26, 0, 1).map((index) => ({
        x: 750 - (230 - index * 6) + ((index * 53) % 90),
        y: 704 + index * 10,
        length: 330 - index * 9,
      })),
      '#FFD98F',
      'stroke-width="5" stroke-linecap="round" opacity="0.7"',
    ),
    at({ x: 720, y: 712, scale: 2.9 }, racer({ ...hours.southSunset.paint, boot: '#14183A' })),
    cardEdge('#FFE9C9'),
  );
}

/** The club's pennant under the stars: membership. */
export function pennant(): Markup {
  return scene({
    name: 'pennant',
    hour: 'southNight',
    horizon: 860,
    lightX: 0.85,
    draw: ({ hour, random }) => ({
      shore: [
        repeat(120, () =>
          circle(
            [random() * 1500, random() * 760, 0.8 + random() * 2],
            '#FFF4E0',
            `opacity="${(0.3 + random() * 0.7).toFixed(2)}"`,
          ),
        ),
        rect([430, 60, 16, 800], hour.near.body),
        circle([438, 56, 16], '#E0B06A'),
      ],
      glitter: [{ x: 0.85, strength: 0.6, spread: 0.7 }],
      front: [
        path('M446 110C620 70 760 190 1180 250C780 330 640 420 446 392Z', '#343A78'),
        path(
          'M446 110C620 70 760 190 1180 250C1100 262 1020 276 940 294C760 224 620 130 446 176Z',
          '#454C90',
        ),
        at({ x: 640, y: 252, scale: 1.35 }, spiral('#FFD98F')),
      ],
    }),
  });
}

/** The club's sign: a galaxy of four arms, about 150 across. */
export function spiral(colour: string): Markup {
  const arm = (turn: number, wide: number) =>
    path(
      'M14 0C44 -6 58 -40 26 -58C-14 -78 -76 -46 -72 16',
      'none',
      `stroke="${colour}" stroke-width="${wide}" stroke-linecap="round" transform="rotate(${turn})"`,
    );
  return arm(0, 9) + arm(180, 9) + arm(64, 4) + arm(244, 4) + circle([0, 0, 12], '#FFF6DF');
}

/** The badge of those who stood at the helm. */
export function helmBadge(): Markup {
  const random = randomOf('badge');
  return framed(
    radial('deep', [
      { at: 0, colour: '#27407A' },
      { at: 1, colour: '#0B1530' },
    ]),
    rect([0, 0, canvas.width, canvas.height], '#0B1530'),
    circle([750, 500, 900], 'url(#deep)'),
    repeat(90, () =>
      circle(
        [random() * 1500, random() * 1000, 0.8 + random() * 2],
        '#FFF4E0',
        `opacity="${(0.25 + random() * 0.6).toFixed(2)}"`,
      ),
    ),
    circle([750, 500, 372], '#E0B06A'),
    circle([750, 500, 356], '#14224A'),
    circle([750, 500, 334], 'none', 'stroke="#E0B06A" stroke-width="4"'),
    at({ x: 750, y: 500 }, wheel('#F2D9A6', '#14224A')),
  );
}

function star(size: number, colour: string): Markup {
  const points = steps(8, 0, Math.PI / 4).map((angle, index) => {
    const far = index % 2 ? size * 0.34 : size;
    return [Math.sin(angle) * far, -Math.cos(angle) * far] as const;
  });
  return polygon(points, colour);
}

function wheel(wood: string, back: string): Markup {
  const spoke = (turn: number) =>
    `<g transform="rotate(${turn})">${rect([-8, -286, 16, 270], wood, 'rx="8"')}${rect([-13, -292, 26, 78], wood, 'rx="13"')}</g>`;
  return [
    circle([0, 0, 190], 'none', `stroke="${wood}" stroke-width="30"`),
    circle([0, 0, 190], 'none', `stroke="${back}" stroke-width="3"`),
    steps(8, 0, 45).map(spoke).join(''),
    circle([0, 0, 52], wood),
    circle([0, 0, 38], back),
    star(22, '#FFD98F'),
  ].join('');
}
