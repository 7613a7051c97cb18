import type { Ink } from '../hours.ts';
import { at, block, line, type Markup, path, polygon, rect, repeat, steps } from '../svg.ts';
import { windows } from './facade.ts';

/** A rocky cape that falls into the sea on the right; `width` and `height` as asked. */
export function cape({ width, height, ink }: { width: number; height: number; ink: Ink }): Markup {
  const p = (x: number, y: number) => [width * x, -height * y] as const;
  return [
    polygon(
      [
        p(0, 0),
        p(0, 0.86),
        p(0.1, 0.95),
        p(0.24, 0.9),
        p(0.36, 1),
        p(0.5, 0.86),
        p(0.62, 0.82),
        p(0.7, 0.6),
        p(0.8, 0.52),
        p(0.86, 0.3),
        p(0.94, 0.2),
        p(1, 0),
      ],
      ink.body,
    ),
    polygon(
      [
        p(0.36, 1),
        p(0.42, 0.7),
        p(0.4, 0.36),
        p(0.46, 0),
        p(0.58, 0),
        p(0.56, 0.4),
        p(0.6, 0.62),
        p(0.62, 0.82),
        p(0.5, 0.86),
      ],
      ink.side,
    ),
    polygon([p(0.8, 0.52), p(0.78, 0.26), p(0.82, 0), p(0.9, 0), p(0.88, 0.16), p(0.86, 0.3)], ink.side),
    polygon(
      [
        p(0.1, 0.95),
        p(0.13, 0.6),
        p(0.1, 0.3),
        p(0.14, 0),
        p(0.26, 0),
        p(0.22, 0.44),
        p(0.25, 0.7),
        p(0.24, 0.9),
      ],
      ink.side,
    ),
    polygon([p(0.36, 1), p(0.5, 0.86), p(0.62, 0.82), p(0.6, 0.8), p(0.48, 0.83), p(0.37, 0.95)], ink.detail),
  ].join('');
}

/** White cliffs in steps, brushwood on top. */
export function whiteCliffs({
  width,
  height,
  ink,
  green,
}: {
  width: number;
  height: number;
  ink: Ink;
  green: string;
}): Markup {
  const faces = steps(9, 0, width / 9);
  const edge = [0.8, 1, 0.9, 0.96, 0.78, 0.86, 0.66, 0.52, 0.36, 0];
  return faces
    .map((x, index) => {
      const next = x + width / 9;
      const [left, right] = [height * (edge[index] ?? 0), height * (edge[index + 1] ?? 0)];
      return [
        polygon(
          [
            [x, 0],
            [x, -left],
            [next + 1, -right],
            [next + 1, 0],
          ],
          index % 2 ? ink.side : ink.body,
        ),
        polygon(
          [
            [x + width / 36, 0],
            [x + width / 30, -left * 0.9],
            [x + width / 18, -left * 0.8],
            [x + width / 15, 0],
          ],
          index % 2 ? ink.body : ink.side,
          'opacity="0.55"',
        ),
        polygon(
          [
            [x, -left],
            [next + 1, -right],
            [next + 1, -right - 9],
            [x, -left - 12],
          ],
          green,
        ),
      ].join('');
    })
    .join('');
}

/** A palm, 150 high. */
export function palm(ink: Ink, lean = 8): Markup {
  const frond = (turn: number, size: number) =>
    at({ x: lean, y: -118, turn, scale: size }, path('M0 0C18 -22 46 -24 66 2C46 -12 22 -8 0 6Z', ink.body));
  return [
    path(`M-5 0C-3 -50 ${lean - 6} -90 ${lean - 3} -118h6C${lean + 2} -88 4 -50 6 0Z`, ink.side),
    [-62, -30, 4, 34].map((turn) => frond(turn, 1)).join(''),
    at({ x: 2 * lean, y: 0, flip: true }, [-62, -30, 4, 34].map((turn) => frond(turn, 1)).join('')),
  ].join('');
}

/** The old carob store: a long stone house with arches, lit from inside; 460 wide, 132 high. */
export function carobStore(ink: Ink): Markup {
  const arch = (x: number) => path(`M${x - 26} 0v-44a26 26 0 0 1 52 0v44z`, ink.lamp ?? ink.detail);
  return [
    block([-230, 460, 92], ink.body),
    polygon(
      [
        [-240, -92],
        [-200, -132],
        [200, -132],
        [240, -92],
      ],
      ink.side,
    ),
    steps(5, -176, 88).map(arch).join(''),
    steps(5, -176, 88)
      .map(
        (x) =>
          line(
            [
              [x, 0],
              [x, -70],
            ],
            ink.side,
            2.5,
          ) +
          line(
            [
              [x - 26, -40],
              [x + 26, -40],
            ],
            ink.side,
            2.5,
          ),
      )
      .join(''),
    steps(4, -132, 88)
      .map((x) => rect([x - 6, -80, 12, 12], ink.detail))
      .join(''),
    repeat(5, (index) =>
      line(
        [
          [-236, -8 - index * 18],
          [236, -8 - index * 18],
        ],
        ink.detail,
        0.8,
        'opacity="0.5"',
      ),
    ),
  ].join('');
}

/** The medieval castle: a square keep with battlements; 170 wide, 120 high. */
export function castle(ink: Ink): Markup {
  return [
    block([-85, 170, 104], ink.side),
    steps(9, -85, 20.4)
      .map((x) => rect([x, -116, 11, 13], ink.side))
      .join(''),
    windows({ x: -58, y: -76, count: 4, pitch: 36, width: 7, height: 18, ink, every: 1 }),
    path('M-14 0v-24a14 14 0 0 1 28 0v24z', ink.detail),
  ].join('');
}

/** Low white houses along a southern waterfront, from x = 0 to the right. */
export function waterfront({
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
  const houses: Markup[] = [];
  for (let x = 0; x < width;) {
    const wide = 34 + random() * 52;
    const high = height * (0.45 + random() * 0.55);
    const tone = random() < 0.5 ? ink.body : ink.side;
    houses.push(
      at(
        { x, y: 0 },
        block([0, wide + 1, high], tone),
        windows({
          x: 8,
          y: -high + 10,
          count: Math.max(1, Math.floor((wide - 8) / 16)),
          pitch: 16,
          width: 6,
          height: 9,
          ink,
          every: 1,
        }),
      ),
    );
    x += wide;
  }
  return houses.join('');
}

/** A mole of rough stone with a small light at its end; 320 wide. */
export function mole(ink: Ink, accent: string): Markup {
  return [
    path('M-320 4Q-310 -22 -280 -24H0Q22 -22 30 4Z', ink.body),
    repeat(16, (index) =>
      path(
        `M${-312 + index * 21} 0q6 -16 20 -14q10 4 8 14z`,
        index % 2 ? ink.side : ink.detail,
        'opacity="0.7"',
      ),
    ),
    polygon(
      [
        [-18, -22],
        [-13, -92],
        [9, -92],
        [14, -22],
      ],
      accent,
    ),
    rect([-18, -98, 32, 6], ink.side),
    rect([-9, -114, 14, 16], ink.lamp ?? ink.detail),
    path('M-12 -114h20l-10 -10z', accent),
  ].join('');
}
