import type { Ink } from '../hours.ts';
import { at, circle, line, type Markup, path, polygon, rect, repeat, steps } from '../svg.ts';
import { streetLamp } from './petersburg.ts';

/** Palace Bridge with both leaves raised. The opening is 320 wide around x = 0; the fixed spans reach 700 to each side. */
export function raisedBridge(ink: Ink): Markup {
  return [
    fixedSpans(ink),
    at({ x: 0, y: 0, flip: true }, fixedSpans(ink)),
    at({ x: -160, y: -64, turn: -63 }, leaf(ink)),
    at({ x: 160, y: -64, turn: 63, flip: true }, leaf(ink)),
  ].join('');
}

/** From the opening to the right. */
function fixedSpans(ink: Ink): Markup {
  const arch = (x: number, width: number) =>
    path(
      `M${x} -46Q${x + width / 2} -76 ${x + width} -46L${x + width} -58Q${x + width / 2} -84 ${x} -58Z`,
      ink.side,
    );
  const pier = (x: number) =>
    polygon(
      [
        [x - 20, 0],
        [x - 16, -52],
        [x + 16, -52],
        [x + 20, 0],
      ],
      ink.body,
    );
  return [
    rect([164, -80, 560, 20], ink.body),
    rect([164, -84, 560, 4], ink.detail),
    arch(200, 230),
    arch(470, 230),
    polygon(
      [
        [140, 0],
        [146, -70],
        [200, -70],
        [206, 0],
      ],
      ink.body,
    ),
    pier(450),
    pier(710),
    steps(6, 200, 96)
      .map((x) => at({ x, y: -82 }, streetLamp(ink)))
      .join(''),
    railing({ from: 200, to: 724, y: -84, ink }),
  ].join('');
}

function railing({ from, to, y, ink }: { from: number; to: number; y: number; ink: Ink }): Markup {
  const posts = steps(Math.floor((to - from) / 12), from, 12).map((x) =>
    rect([x, y - 10, 1.4, 10], ink.body),
  );
  return rect([from, y - 11, to - from, 2], ink.body) + posts.join('');
}

/** One leaf lying flat from x = 0 to the right: road on top, a girder that gets thinner towards the tip. */
function leaf(ink: Ink): Markup {
  const braces = repeat(9, (index) => {
    const x = 10 + index * 18;
    return line(
      [
        [x, -2],
        [x + 9, 26 - index * 2],
        [x + 18, -2],
      ],
      ink.detail,
      2,
    );
  });
  return [
    polygon(
      [
        [-26, -8],
        [186, -8],
        [190, 0],
        [184, 8],
        [60, 26],
        [-4, 36],
        [-26, 30],
      ],
      ink.body,
    ),
    polygon(
      [
        [-26, -8],
        [186, -8],
        [188, -3],
        [-26, -3],
      ],
      ink.detail,
    ),
    braces,
    repeat(4, (index) => rect([24 + index * 44, -32, 2, 24], ink.body) + lampOn(25 + index * 44, ink)),
  ].join('');
}

function lampOn(x: number, ink: Ink): Markup {
  if (!ink.lamp) return '';
  return circle([x, -33, 9], ink.lamp, 'opacity="0.25"') + circle([x, -33, 3.6], ink.lamp);
}

interface StoneBridge {
  ink: Ink;
  span: number;
  rise: number;
}

/** A single stone arch over a canal with a cast-iron railing; the banks are for the scene to draw. */
export function stoneBridge({ ink, span, rise }: StoneBridge): Markup {
  const half = span / 2;
  const deck = rise + 34;
  const camber = 16;
  return [
    path(
      `M${-half - 60} 0L${-half - 60} ${-deck}Q0 ${-deck - camber * 2} ${half + 60} ${-deck}L${half + 60} 0L${half} 0C${half} ${-rise * 1.32} ${-half} ${-rise * 1.32} ${-half} 0Z`,
      ink.body,
    ),
    path(
      `M${half} 0C${half} ${-rise * 1.32} ${-half} ${-rise * 1.32} ${-half} 0L${-half - 16} 0C${-half - 16} ${-rise * 1.32 - 24} ${half + 16} ${-rise * 1.32 - 24} ${half + 16} 0Z`,
      ink.side,
    ),
    voussoirs({ half, rise, ink }),
    bridgeRail({ half, deck, camber, ink }),
  ].join('');
}

function voussoirs({ half, rise, ink }: { half: number; rise: number; ink: Ink }): Markup {
  return repeat(15, (index) => {
    const angle = Math.PI * ((index + 0.5) / 15);
    const point = (grow: number) =>
      [Math.cos(angle) * (half + grow), -Math.sin(angle) * (rise * 0.99 + grow)] as const;
    return line([point(0), point(17)], ink.detail, 1.6);
  });
}

function bridgeRail({
  half,
  deck,
  camber,
  ink,
}: {
  half: number;
  deck: number;
  camber: number;
  ink: Ink;
}): Markup {
  const top = (x: number) => -deck - camber * (1 - (x / (half + 60)) ** 2);
  const xs = steps(Math.floor((2 * half + 120) / 15) + 1, -half - 60, 15);
  const rail = (lift: number, width: number) =>
    line(
      xs.map((x) => [x, top(x) - lift] as const),
      ink.side,
      width,
    );
  const posts = xs
    .map((x) =>
      line(
        [
          [x, top(x)],
          [x, top(x) - 24],
        ],
        ink.side,
        1.8,
      ),
    )
    .join('');
  const crosses = xs
    .slice(1)
    .map((x) =>
      line(
        [
          [x - 15, top(x) - 4],
          [x, top(x) - 21],
        ],
        ink.side,
        1.2,
      ),
    )
    .join('');
  return rail(2, 5) + rail(24, 3.4) + posts + crosses;
}
