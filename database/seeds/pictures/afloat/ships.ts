import type { Paint } from '../hours.ts';
import { at, circle, line, type Markup, path, polygon, rect, repeat, steps, stripes } from '../svg.ts';

/** Vessels from the side, bow to the right, waterline at y = 0, amidships at x = 0. */

interface Glazing {
  x: number;
  y: number;
  count: number;
  pitch: number;
  width: number;
  height: number;
}

function glazing({ x, y, count, pitch, width, height }: Glazing, paint: Paint): Markup {
  return repeat(count, (index) => rect([x + index * pitch, y, width, height], paint.glass, 'rx="3"'));
}

function rails({
  from,
  to,
  y,
  height,
  paint,
}: {
  from: number;
  to: number;
  y: number;
  height: number;
  paint: Paint;
}): Markup {
  const posts = steps(Math.floor((to - from) / 16) + 1, from, 16).map((x) =>
    rect([x, y - height, 1.6, height], paint.shade),
  );
  return (
    rect([from, y - height, to - from, 2], paint.white) +
    rect([from, y - height / 2, to - from, 1.2], paint.shade) +
    posts.join('')
  );
}

/** Heads and shoulders along a deck. */
function people({
  xs,
  y,
  paint,
  size = 1,
}: {
  xs: readonly number[];
  y: number;
  paint: Paint;
  size?: number;
}): Markup {
  const coats = [paint.boot, paint.accent, paint.shade, paint.wood];
  return xs
    .map((x, index) =>
      at(
        { x, y, scale: size },
        path('M-6 0v-9a6 6 0 0 1 12 0v9z', coats[index % 4] ?? paint.boot),
        circle([0, -19, 4.6], paint.wood),
      ),
    )
    .join('');
}

function flag(x: number, y: number, paint: Paint): Markup {
  return (
    line(
      [
        [x, y],
        [x - 10, y - 40],
      ],
      paint.shade,
      2,
    ) + path(`M${x - 10} ${y - 40}q-14 4 -26 0v16q14 3 30 -1z`, paint.accent)
  );
}

function lights(xs: readonly number[], y: number, { lamp }: Paint): Markup {
  if (!lamp) return '';
  return xs.map((x) => circle([x, y, 8], lamp, 'opacity="0.22"') + circle([x, y, 2.6], lamp)).join('');
}

/** A white hull with its coloured line and dark boot-topping; `edges` are where line, white and boot begin and end. */
type Edges = readonly [line: number, white: number, boot: number, keel: number];

function hull(name: string, shape: string, paint: Paint, edges: Edges = [-22, -18, -12, 8]): Markup {
  const [line, white, boot, keel] = edges;
  const id = `hull-${name}`;
  const bands = [
    { to: line, colour: paint.hull },
    { to: white, colour: paint.accent },
    { to: boot, colour: paint.hull },
    { to: keel, colour: paint.boot },
  ];
  return stripes(id, -70, bands) + path(shape, `url(#${id})`);
}

/** The two-deck ship; 640 long, 150 high. */
export function twoDecker(paint: Paint): Markup {
  return [
    flag(-300, -66, paint),
    rails({ from: 252, to: 326, y: -54, height: 16, paint }),
    upperWorks(paint),
    hull('two-decker', 'M-316 -52H262Q300 -54 338 -64Q322 -20 296 8H-300Q-318 -16 -316 -52Z', paint),
    path('M-316 -52H262Q300 -54 338 -64L336 -58Q300 -48 262 -46H-315Z', paint.shade),
    repeat(13, (index) => circle([-250 + index * 38, -34, 4.4], paint.glass)),
    lights(steps(11, -276, 36), -108, paint),
  ].join('');
}

function upperWorks(paint: Paint): Markup {
  return [
    path('M-280 -52V-104H176Q222 -102 258 -52Z', paint.white),
    rect([-280, -104, 456, 6], paint.shade),
    glazing({ x: -268, y: -92, count: 14, pitch: 30, width: 24, height: 26 }, paint),
    path('M156 -92H178Q206 -88 226 -66H156Z', paint.glass),
    rails({ from: -286, to: -120, y: -104, height: 22, paint }),
    people({ xs: [-262, -236, -222, -190, -168, -142], y: -104, paint }),
    rect([-116, -146, 204, 5], paint.white),
    rect([-116, -141, 204, 3], paint.shade),
    steps(7, -110, 32)
      .map((x) => rect([x, -140, 3, 36], paint.white))
      .join(''),
    people({ xs: [-96, -76, -44, -24, 14, 32, 62], y: -104, paint }),
    path('M88 -104V-148H140Q156 -146 168 -104Z', paint.white),
    path('M96 -140H138Q148 -138 156 -118H96Z', paint.glass),
    rect([84, -153, 64, 6], paint.shade),
    line(
      [
        [112, -152],
        [112, -196],
      ],
      paint.white,
      3,
    ),
    line(
      [
        [98, -182],
        [126, -182],
      ],
      paint.white,
      2,
    ),
    path('M-136 -104l4 -40h22l2 40z', paint.boot),
    rect([-132, -134, 22, 9], paint.accent),
  ].join('');
}

/** The canal boat; 430 long, 62 high. */
export function canalBoat(paint: Paint): Markup {
  return [
    flag(-206, -24, paint),
    people({ xs: [-176, -152, -134, -108, -90, -62, -44, -18], y: -26, paint, size: 1.05 }),
    rails({ from: -204, to: 0, y: -24, height: 16, paint }),
    path('M0 -24V-54Q0 -62 12 -62H136Q162 -60 184 -24Z', paint.glass, 'opacity="0.92"'),
    people({ xs: [26, 52, 76, 104, 130], y: -24, paint, size: 0.9 }),
    path('M0 -24V-54Q0 -62 12 -62H136Q162 -60 184 -24Z', paint.glass, 'opacity="0.35"'),
    steps(5, 28, 28)
      .map((x) =>
        line(
          [
            [x, -24],
            [x - 1, -62],
          ],
          paint.white,
          2,
        ),
      )
      .join(''),
    line(
      [
        [0, -24],
        [0, -54],
        [12, -62],
        [136, -62],
        [162, -54],
        [184, -24],
      ],
      paint.white,
      4,
      'stroke-linejoin="round"',
    ),
    hull(
      'canal-boat',
      'M-214 -28H176Q206 -30 226 -36Q214 -8 198 6H-206Q-216 -10 -214 -28Z',
      paint,
      [-18, -14, -5, 6],
    ),
    path('M-214 -28H176Q206 -30 226 -36L224 -31Q206 -25 176 -24H-214Z', paint.wood),
    lights(steps(6, -190, 36), -42, paint),
  ].join('');
}

/** The hydrofoil at speed, 34 above the water; 560 long. */
export function hydrofoil(paint: Paint): Markup {
  return [
    spray(paint),
    at({ x: 0, y: -34 }, path('M-176 6l8 30h16l2 -30zM150 2l-6 34h20l12 -34z', paint.boot)),
    rect([-184, -2, 60, 5], paint.boot, 'rx="2"'),
    rect([128, -2, 74, 5], paint.boot, 'rx="2"'),
    at({ x: 0, y: -34 }, sleekHull(paint)),
  ].join('');
}

function sleekHull(paint: Paint): Markup {
  return [
    path('M-262 -44L-254 -86Q-250 -94 -238 -94H60Q150 -92 218 -50L300 -32Z', paint.white),
    hull(
      'hydrofoil',
      'M-262 -44Q-266 -16 -252 6H196Q262 -6 318 -36Q300 -40 218 -48Z',
      paint,
      [-32, -24, -10, 6],
    ),
    path('M-236 -82H52Q96 -80 132 -62H-240Z', paint.glass),
    steps(11, -204, 28)
      .map((x) => rect([x, -84, 4, 24], paint.white))
      .join(''),
    path('M66 -100H108Q138 -94 156 -76Q120 -88 66 -88Z', paint.shade),
    path('M78 -98H106Q128 -94 144 -82Q116 -90 78 -90Z', paint.glass),
    line(
      [
        [20, -94],
        [8, -124],
      ],
      paint.white,
      3,
    ),
    line(
      [
        [0, -112],
        [28, -112],
      ],
      paint.white,
      2,
    ),
    path('M-238 -94H-180L-192 -108H-232Z', paint.shade),
  ].join('');
}

function spray(paint: Paint): Markup {
  return (
    path('M-150 4C-240 -26 -330 -30 -430 2C-340 -10 -250 -4 -150 8Z', paint.white, 'opacity="0.7"') +
    path('M170 4C60 -18 -60 -14 -140 6C-40 -2 80 0 170 8Z', paint.white, 'opacity="0.75"') +
    path('M-400 6C-480 -2 -560 0 -640 8H-400Z', paint.white, 'opacity="0.35"')
  );
}

/** The motor yacht; 380 long, 96 high. */
export function motorYacht(paint: Paint): Markup {
  return [
    flag(-178, -44, paint),
    path('M-120 -44L-104 -78H64Q96 -70 128 -42Z', paint.white),
    path('M-96 -70H-26V-50H-106ZM-16 -70H58Q78 -66 96 -50H-16Z', paint.glass),
    path('M-96 -78L-88 -104H-10Q14 -100 36 -78Z', paint.white),
    path('M-14 -98H-8Q8 -95 20 -82H-14Z', paint.glass),
    path('M-84 -104L-70 -122H-46L-50 -104Z', paint.shade),
    line(
      [
        [-60, -122],
        [-62, -150],
      ],
      paint.white,
      2.4,
    ),
    people({ xs: [-156, -136], y: -44, paint }),
    rails({ from: 120, to: 180, y: -44, height: 14, paint }),
    path('M-186 -46H118Q160 -48 198 -54Q182 -16 160 4H-176Q-190 -20 -186 -46Z', paint.boot),
    path('M-186 -46H118Q160 -48 198 -54L195 -47Q160 -40 118 -39H-186Z', paint.white),
    rect([-182, -12, 348, 3], paint.accent),
    lights([-100, -40, 20, 80], -48, paint),
  ].join('');
}

/** The sailing catamaran under main and jib; 460 long, 430 high. */
export function catamaran(paint: Paint): Markup {
  return [
    line(
      [
        [10, -60],
        [10, -430],
      ],
      paint.shade,
      6,
    ),
    path('M2 -76V-420Q-96 -250 -168 -84Q-80 -74 2 -76Z', paint.white),
    repeat(5, (index) =>
      line(
        [
          [2, -140 - index * 58],
          [-134 + index * 26, -130 - index * 58],
        ],
        paint.shade,
        1.4,
      ),
    ),
    path('M18 -400Q70 -230 206 -56Q100 -84 24 -78Z', paint.hull),
    line(
      [
        [18, -400],
        [206, -56],
      ],
      paint.shade,
      1.6,
    ),
    path('M2 -420L-24 -376L2 -376Z', paint.accent),
    path('M-150 -40L-128 -78H52Q86 -70 112 -40Z', paint.white),
    path('M-112 -70H-50V-52H-120ZM-40 -70H46Q64 -66 80 -52H-40Z', paint.glass),
    people({ xs: [-172, -154, 128, 148, 164], y: -38, paint }),
    hull(
      'catamaran',
      'M-214 -40H190Q214 -42 232 -46Q222 -14 208 4H-200Q-216 -14 -214 -40Z',
      paint,
      [-22, -18, -8, 4],
    ),
    path('M-214 -40H190Q214 -42 232 -46L230 -41Q214 -36 190 -34H-214Z', paint.shade),
    lights([-168, 150], -50, paint),
  ].join('');
}

/** A racing yacht on the wind, 150 high; `sail` is the colour of its spinnaker, if it flies one. */
export function racer(paint: Paint, sail?: string): Markup {
  return [
    line(
      [
        [4, -12],
        [4, -160],
      ],
      paint.shade,
      2.4,
    ),
    path('M1 -18V-156Q-40 -90 -58 -22Q-26 -16 1 -18Z', paint.white),
    path('M7 -150Q30 -80 56 -16Q28 -22 8 -20Z', paint.hull),
    repeat(4, (index) =>
      line(
        [
          [0, -46 - index * 25],
          [-50 + index * 11, -42 - index * 25],
        ],
        paint.shade,
        1,
      ),
    ),
    people({ xs: [-36, -22, 30], y: -13, paint, size: 0.42 }),
    sail ? path('M8 -148Q86 -112 78 -34Q40 -52 12 -44Q30 -90 8 -148Z', sail) : '',
    path('M-62 -14H52Q62 -15 68 -17Q58 -2 48 2H-54Q-62 -4 -62 -14Z', paint.boot),
  ].join('');
}

/** A three-master far away, 120 high. */
export function tallShip(paint: Paint): Markup {
  const mast = (x: number, high: number) => [
    line(
      [
        [x, -14],
        [x, -high],
      ],
      paint.boot,
      2,
    ),
    repeat(3, (index) => {
      const y = -high + 10 + index * (high * 0.26);
      const wide = 15 + index * 5;
      return path(
        `M${x - wide} ${y}q${wide} 6 ${wide * 2} 0l-3 ${high * 0.2}q-${wide - 3} -8 -${wide * 2 - 6} 0z`,
        paint.white,
      );
    }),
  ];
  return [
    ...mast(-38, 96),
    ...mast(4, 118),
    ...mast(44, 92),
    line(
      [
        [70, -18],
        [104, -34],
      ],
      paint.boot,
      2,
    ),
    path('M-78 -22Q0 -10 84 -20Q76 -2 66 2H-64Q-78 -8 -78 -22Z', paint.boot),
  ].join('');
}

/** A freighter far away, 190 long. */
export function freighter(colour: string, house: string): Markup {
  return (
    polygon(
      [
        [-95, -20],
        [84, -20],
        [100, -26],
        [88, 2],
        [-90, 2],
      ],
      colour,
    ) +
    rect([-88, -58, 30, 40], house) +
    rect([-84, -70, 12, 14], colour) +
    steps(3, -40, 42)
      .map((x) => rect([x, -32, 30, 13], house))
      .join('')
  );
}
