import { tallShip } from '../afloat/ships.ts';
import { hours } from '../hours.ts';
import { framed } from '../scene.ts';
import { bearings, compassRose, delta, voyage } from '../shore/delta.ts';
import { at, circle, ellipse, line, type Markup, path, radial, rect, repeat } from '../svg.ts';

const parchment = { land: '#EBD9B4', water: '#C9D3C2', coast: '#8A6B46', shoal: '#9FAE9C' };
const sepia = '#6B4B2E';

/** The family voyage: an old chart of the islands with the way to the treasure. */
export function treasureIsland(): Markup {
  return framed(
    delta(parchment),
    bearings(sepia, 210, 800),
    island(),
    path(voyage, 'none', 'stroke="#C8401B" stroke-width="7" stroke-dasharray="26 18" stroke-linecap="round"'),
    circle([1290, 566, 15], '#C8401B'),
    circle([1290, 566, 6], parchment.land),
    at({ x: 210, y: 800, scale: 1.25 }, compassRose(sepia, parchment.land)),
    at({ x: 230, y: 270, scale: 1.5 }, tallShip({ ...hours.noon.paint, boot: sepia, white: '#F6ECD6' })),
    waves([
      [80, 330],
      [300, 322],
      [150, 372],
      [70, 600],
      [330, 760],
      [90, 950],
    ]),
    trees([
      [740, 350],
      [810, 362],
      [870, 352],
      [700, 500],
      [620, 510],
      [1350, 400],
      [1260, 330],
      [1400, 500],
      [1330, 800],
      [1220, 860],
      [1400, 880],
      [860, 900],
      [1060, 880],
      [1150, 200],
      [1240, 170],
      [760, 110],
    ]),
    edges(),
  );
}

function island(): Markup {
  return [
    path(
      'M160 470C150 420 200 396 246 402C300 396 330 430 316 470C322 510 270 524 236 516C196 524 160 506 160 470Z',
      parchment.coast,
    ),
    path(
      'M165 468C156 424 202 402 246 407C296 402 324 432 311 468C316 504 268 518 236 511C198 518 165 502 165 468Z',
      '#E3CB98',
    ),
    line(
      [
        [216, 440],
        [262, 486],
      ],
      '#C8401B',
      13,
      'stroke-linecap="round"',
    ),
    line(
      [
        [262, 440],
        [216, 486],
      ],
      '#C8401B',
      13,
      'stroke-linecap="round"',
    ),
  ].join('');
}

function waves(spots: readonly (readonly [number, number])[]): Markup {
  return spots
    .map(([x, y]) =>
      path(`M${x} ${y}q12 -12 24 0t24 0t24 0`, 'none', `stroke="${sepia}" stroke-width="2.4" opacity="0.55"`),
    )
    .join('');
}

function trees(spots: readonly (readonly [number, number])[]): Markup {
  return spots
    .map(([x, y]) =>
      at(
        { x, y },
        rect([-2, -4, 4, 14], sepia, 'opacity="0.7"'),
        path(
          'M-16 -2Q-22 -20 -8 -24Q0 -40 10 -24Q22 -20 16 -2Z',
          '#A9A878',
          `stroke="${sepia}" stroke-width="2"`,
        ),
      ),
    )
    .join('');
}

/** A double frame and the darkening of old paper. */
function edges(): Markup {
  return [
    radial('old', [
      { at: 0.55, colour: '#7A5330', opacity: 0 },
      { at: 1, colour: '#7A5330', opacity: 0.42 },
    ]),
    ellipse([750, 500, 1080, 760], 'url(#old)'),
    rect([28, 28, 1444, 944], 'none', `stroke="${sepia}" stroke-width="5"`),
    rect([42, 42, 1416, 916], 'none', `stroke="${sepia}" stroke-width="1.6"`),
    repeat(40, (index) => rect([42 + index * 35.4, 28, 17.7, 14], sepia)),
    repeat(40, (index) => rect([42 + index * 35.4, 958, 17.7, 14], sepia)),
  ].join('');
}

/** The audio guide: the same waters on a modern map, with headphones over them. */
export function audioGuide(): Markup {
  const places = [
    [1240, 560],
    [1060, 552],
    [900, 545],
    [720, 570],
    [1180, 620],
    [1100, 735],
    [960, 665],
    [1010, 332],
    [760, 428],
  ] as const;
  return framed(
    delta({ land: '#F3EEE2', water: '#BCD9E6', coast: '#9CC2D4', shoal: '#A6CCDC' }),
    places.map(([x, y]) => circle([x, y, 15], '#0F5E91') + circle([x, y, 6], '#FBFAF7')).join(''),
    at({ x: 560, y: 520, scale: 1.25 }, headphones()),
  );
}

function headphones(): Markup {
  const cup = (side: number) =>
    at(
      { x: side * 196, y: 96, flip: side > 0 },
      rect([-44, -92, 88, 184], '#0B1F33', 'rx="40"'),
      rect([30, -74, 40, 148], '#C8401B', 'rx="20"'),
    );
  return [
    ellipse([0, 214, 270, 26], '#0B1F33', 'opacity="0.14"'),
    path(
      'M-206 40C-214 -220 214 -220 206 40',
      'none',
      'stroke="#0B1F33" stroke-width="40" stroke-linecap="round"',
    ),
    path(
      'M-206 40C-214 -220 214 -220 206 40',
      'none',
      'stroke="#16395A" stroke-width="14" stroke-linecap="round"',
    ),
    cup(-1),
    cup(1),
    path(
      'M-74 70q24 -26 48 0t48 0t48 0',
      'none',
      'stroke="#0F5E91" stroke-width="13" stroke-linecap="round"',
    ),
    path(
      'M-74 116q24 -26 48 0t48 0t48 0',
      'none',
      'stroke="#0F5E91" stroke-width="13" stroke-linecap="round" opacity="0.55"',
    ),
  ].join('');
}
