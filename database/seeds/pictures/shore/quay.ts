import type { Ink, Paint } from '../hours.ts';
import { at, block, circle, dashes, line, type Markup, path, polygon, rect, repeat, steps } from '../svg.ts';

/** Blocks of granite in courses, from x = 0 to the right, so that a wall along the water does not look flat. */
export function graniteWall({
  width,
  height,
  face,
  joint,
}: {
  width: number;
  height: number;
  face: string;
  joint: string;
}): Markup {
  const courses = steps(Math.floor(height / 14), -height + 14, 14);
  const flat = courses.map((y) => ({ x: 0, y, length: width }));
  const upright = courses.flatMap((y, row) =>
    steps(Math.floor(width / 62), 20 + (row % 2) * 31, 62).map((x) => `M${x} ${y}v-14`),
  );
  return [
    block([0, width, height], face),
    dashes(flat, joint, 'stroke-width="1.4" opacity="0.6"'),
    path(upright.join(''), 'none', `stroke="${joint}" stroke-width="1.4" opacity="0.5"`),
  ].join('');
}

/** Steps from the embankment down to the water; 260 wide, `height` high. */
export function waterSteps({ ink, height }: { ink: Ink; height: number }): Markup {
  const count = 7;
  return [
    polygon(
      [
        [-130, 0],
        [-130, -height],
        [130, -height],
        [130, 0],
      ],
      ink.side,
    ),
    repeat(count, (index) => {
      const y = -height + (index * height) / count;
      const wide = 104 + (index * 40) / count;
      return rect([-wide / 1, y, wide * 2, height / count - 3], index % 2 ? ink.body : ink.detail);
    }),
    block([-158, 34, height + 16], ink.body),
    block([124, 34, height + 16], ink.body),
    rect([-162, -height - 22, 42, 8], ink.detail),
    rect([120, -height - 22, 42, 8], ink.detail),
  ].join('');
}

/** The sign of a berth: a ship in a round field on a pole, two bars where the name stands; 230 high. */
export function berthSign({ pole, field, mark }: { pole: string; field: string; mark: string }): Markup {
  return [
    block([-4, 8, 190], pole),
    circle([0, -196, 44], mark),
    circle([0, -196, 39], field),
    path('M-26 -190H26L18 -176H-18ZM-14 -194V-206H12V-194ZM-4 -209V-216H4V-209Z', mark),
    path('M-28 -170q7 -6 14 0t14 0t14 0t14 0', 'none', `stroke="${mark}" stroke-width="3.4"`),
    rect([-52, -142, 104, 34], field, 'rx="4"'),
    rect([-40, -133, 80, 5], mark, 'rx="2"'),
    rect([-40, -121, 54, 4], mark, 'rx="2" opacity="0.7"'),
  ].join('');
}

export function bollard(colour: string): Markup {
  return path('M-12 0V-20Q-20 -26 -20 -32H20Q20 -26 12 -20V0Z', colour);
}

/** A floating stage with rails and a short gangway up to the steps; 420 wide. */
export function landingStage(paint: Paint): Markup {
  return [
    polygon(
      [
        [-52, -24],
        [-40, -92],
        [-8, -92],
        [4, -24],
      ],
      paint.wood,
    ),
    line(
      [
        [-54, -52],
        [-42, -112],
      ],
      paint.white,
      3,
    ),
    line(
      [
        [6, -52],
        [-6, -112],
      ],
      paint.white,
      3,
    ),
    rect([-210, -16, 420, 24], paint.boot, 'rx="4"'),
    rect([-214, -22, 428, 9], paint.wood, 'rx="2"'),
    stageRail(-200, 3, paint),
    stageRail(48, 4, paint),
  ].join('');
}

function stageRail(from: number, fields: number, paint: Paint): Markup {
  const posts = repeat(fields + 1, (index) => rect([from + index * 38, -62, 3, 40], paint.white));
  return (
    posts +
    rect([from, -64, fields * 38 + 3, 4], paint.white) +
    rect([from, -44, fields * 38, 2], paint.shade)
  );
}

/** A granite vase on a plinth; 120 high. */
export function vase(ink: Ink): Markup {
  return [
    block([-26, 52, 52], ink.body),
    rect([-30, -58, 60, 7], ink.detail),
    path('M-9 -58h18v-10h-18zM-36 -110Q-36 -70 0 -66Q36 -70 36 -110Z', ink.side),
    rect([-41, -116, 82, 8], ink.detail, 'rx="3"'),
  ].join('');
}

const curls = [
  [4, -74],
  [-4, -88],
  [2, -102],
  [16, -108],
  [30, -104],
] as const;

/** One of the two guardian lions, looking right; 150 high with its plinth. */
export function stoneLion(ink: Ink): Markup {
  return [
    block([-44, 88, 46], ink.side),
    rect([-48, -52, 96, 8], ink.detail),
    at(
      { x: 0, y: -52 },
      path(
        'M-40 0C-46 -26 -40 -50 -22 -60C-14 -64 -6 -66 0 -72L34 -64L30 -34L36 -6H44V0H16L14 -26C8 -20 0 -16 -6 -14L-2 0Z',
        ink.body,
      ),
      path('M-40 -4C-54 -20 -52 -44 -42 -52C-46 -36 -42 -22 -34 -14Z', ink.body),
      curls.map(([x, y]) => circle([x, y, 12], ink.side)).join(''),
      circle([18, -88, 21], ink.body),
      path('M24 -96Q44 -96 46 -84L38 -78L44 -72Q34 -68 26 -72Z', ink.body),
      circle([27, -92, 2.6], ink.detail),
      circle([36, -10, 9], ink.side),
    ),
  ].join('');
}

/** A youth taming a horse, on a granite pedestal; 250 high. */
export function horseTamer(bronze: string, stone: Ink): Markup {
  return [
    block([-76, 152, 78], stone.body),
    rect([-84, -88, 168, 12], stone.detail),
    rect([-76, -10, 152, 10], stone.side),
    at({ x: -8, y: -88 }, rearingHorse(bronze), youth(bronze)),
  ].join('');
}

function rearingHorse(bronze: string): Markup {
  return [
    path(
      'M-52 0L-44 -24C-54 -42 -52 -62 -40 -72C-28 -82 -10 -84 2 -92C12 -98 16 -108 18 -122C20 -138 28 -150 38 -154L38 -164L46 -155C58 -148 70 -136 74 -122L66 -116C58 -120 52 -124 48 -120C48 -108 46 -96 38 -86C52 -94 62 -94 70 -84L74 -68L67 -67L62 -80C54 -82 48 -76 42 -72C52 -66 58 -60 56 -44L49 -44C49 -54 46 -58 36 -60C26 -54 10 -54 -4 -48C-6 -40 0 -30 2 -22L-8 0H-20L-10 -22L-22 -34C-26 -28 -32 -24 -34 -18L-38 0Z',
      bronze,
    ),
    path('M-44 -66C-66 -66 -72 -44 -66 -20C-60 -34 -56 -48 -42 -54Z', bronze),
    path('M20 -126C12 -118 8 -108 10 -98L24 -104Z', bronze),
  ].join('');
}

function youth(bronze: string): Markup {
  return [
    circle([80, -86, 7.5], bronze),
    path('M72 -78L88 -78L92 -48L104 -2H94L84 -36L74 -2H62L74 -46Z', bronze),
    line(
      [
        [76, -74],
        [62, -96],
        [66, -114],
      ],
      bronze,
      6,
      'stroke-linecap="round"',
    ),
    line(
      [
        [86, -74],
        [98, -56],
      ],
      bronze,
      5,
      'stroke-linecap="round"',
    ),
  ].join('');
}
