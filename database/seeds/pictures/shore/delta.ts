import { circle, line, type Markup, path, polygon, repeat } from '../svg.ts';

/** The delta as an old chart: the open Gulf on the left, the river coming in from the right. 1500 by 1000. */

const arms = [
  {
    d: 'M1540 700C1420 690 1360 600 1270 560C1150 505 1060 560 940 540C840 524 760 560 640 600C560 626 480 640 380 690',
    wide: 62,
  },
  { d: 'M960 545C900 470 830 440 740 420C640 398 540 420 420 430', wide: 44 },
  { d: 'M1230 548C1190 450 1120 380 1010 330C900 282 780 300 650 270C560 250 480 260 400 230', wide: 34 },
  { d: 'M1010 332C960 260 880 220 780 190C690 164 560 150 430 120', wide: 28 },
  { d: 'M1170 560C1130 640 1120 720 1030 770C930 824 820 790 720 830C640 862 560 850 470 880', wide: 16 },
  { d: 'M1040 575C1000 640 960 650 900 690C820 742 720 700 620 720', wide: 13 },
  { d: 'M1130 690C1060 680 1000 690 940 664', wide: 9 },
] as const;

export interface ChartInk {
  land: string;
  water: string;
  coast: string;
  shoal: string;
}

const gulf =
  'M-20 -20H470C430 60 500 110 430 170C380 214 450 250 420 320C400 370 440 420 420 480C400 560 360 600 390 680C410 760 490 800 470 880C460 950 420 980 430 1020H-20Z';

export function delta({ land, water, coast, shoal }: ChartInk): Markup {
  const stroke = (extra: number, colour: string) =>
    arms
      .map(({ d, wide }) =>
        path(d, 'none', `stroke="${colour}" stroke-width="${wide + extra}" stroke-linecap="round"`),
      )
      .join('');
  return [
    `<rect width="1500" height="1000" fill="${land}"/>`,
    path(gulf, coast, `stroke="${coast}" stroke-width="5"`),
    stroke(5, coast),
    path(gulf, water),
    stroke(0, water),
    [26, 52, 84]
      .map((inset, index) =>
        path(
          gulf,
          'none',
          `stroke="${shoal}" stroke-width="${2 - index * 0.4}" opacity="${0.7 - index * 0.2}" transform="translate(${-inset} 0)"`,
        ),
      )
      .join(''),
  ].join('');
}

/** The round trip of the story: from the city arms out to an island in the Gulf. */
export const voyage =
  'M1290 566C1150 515 1060 562 940 540C840 524 760 560 640 600C540 632 470 640 400 660C330 680 300 620 250 590C214 566 214 500 236 470';

export function compassRose(colour: string, light: string): Markup {
  const ray = (turn: number, long: number, wide: number) =>
    `<g transform="rotate(${turn})">${polygon(
      [
        [0, 0],
        [wide, -wide],
        [0, -long],
      ],
      colour,
    )}${polygon(
      [
        [0, 0],
        [-wide, -wide],
        [0, -long],
      ],
      light,
      `stroke="${colour}" stroke-width="1"`,
    )}</g>`;
  return [
    circle([0, 0, 78], 'none', `stroke="${colour}" stroke-width="2"`),
    circle([0, 0, 70], 'none', `stroke="${colour}" stroke-width="1"`),
    [45, 135, 225, 315].map((turn) => ray(turn, 62, 11)).join(''),
    [0, 90, 180, 270].map((turn) => ray(turn, 102, 15)).join(''),
    circle([0, 0, 7], light, `stroke="${colour}" stroke-width="2"`),
    repeat(32, (index) =>
      line(
        [
          [0, -70],
          [0, index % 4 ? -74 : -78],
        ],
        colour,
        1,
        `transform="rotate(${index * 11.25})"`,
      ),
    ),
  ].join('');
}

/** Lines of bearing that cross a chart. */
export function bearings(colour: string, x: number, y: number): Markup {
  return repeat(16, (index) => {
    const angle = (index * Math.PI) / 8;
    return line(
      [
        [x, y],
        [x + Math.cos(angle) * 1700, y + Math.sin(angle) * 1700],
      ],
      colour,
      1,
      'opacity="0.28"',
    );
  });
}
