import type { Ink } from '../hours.ts';
import { at, circle, type Markup, path, radial, rect, repeat, steps } from '../svg.ts';

/** What stands beside the viewer, dark against the light: it makes the water behind it wide. */

/** A granite parapet along the lower edge with a cast-iron railing on it; stands on y = 0, 96 high. */
export function parapet({ width, ink }: { width: number; ink: Ink }): Markup {
  const rings = steps(Math.ceil(width / 58), 0, 58).map(
    (x) =>
      `M${x + 29} -70m-17 0a17 17 0 1 0 34 0a17 17 0 1 0 -34 0M${x + 29} -62m-9 0a9 9 0 1 0 18 0a9 9 0 1 0 -18 0`,
  );
  return [
    path(rings.join(''), 'none', `stroke="${ink.body}" stroke-width="3.4"`),
    steps(Math.ceil(width / 58) + 1, 0, 58)
      .map((x) => rect([x - 2, -94, 4, 54], ink.body))
      .join(''),
    rect([0, -98, width, 8], ink.body),
    rect([0, -46, width, 6], ink.body),
    rect([0, -40, width, 80], ink.side),
    rect([0, -40, width, 5], ink.detail, 'opacity="0.7"'),
    steps(Math.ceil(width / 174), 174, 174)
      .map((x) => rect([x, -35, 2, 75], ink.body))
      .join(''),
  ].join('');
}

/** A pedestal of the parapet with a three-armed lantern; about 330 high. */
export function lantern(ink: Ink): Markup {
  const arm = (side: number) =>
    path(`M0 -222q${side * 46} 4 ${side * 46} -34`, 'none', `stroke="${ink.body}" stroke-width="5"`) +
    at({ x: side * 46, y: -256 }, globe(ink, 15));
  return [
    rect([-26, -112, 52, 152], ink.body),
    rect([-31, -118, 62, 10], ink.detail),
    path('M-9 -118L-4 -290H4L9 -118Z', ink.body),
    rect([-11, -170, 22, 6], ink.body),
    rect([-9, -232, 18, 6], ink.body),
    arm(-1),
    arm(1),
    at({ x: 0, y: -292 }, globe(ink, 18)),
  ].join('');
}

function globe(ink: Ink, radius: number): Markup {
  const glass = ink.lamp ?? ink.detail;
  const glow = ink.lamp
    ? radial('globe', [
        { at: 0, colour: ink.lamp, opacity: 0.75 },
        { at: 0.3, colour: ink.lamp, opacity: 0.25 },
        { at: 1, colour: ink.lamp, opacity: 0 },
      ]) + circle([0, -radius, radius * 6.5], 'url(#globe)')
    : '';
  return (
    glow +
    circle([0, -radius, radius], glass) +
    path(`M-${radius * 0.6} -${radius * 1.8}h${radius * 1.2}l-${radius * 0.6} -${radius * 0.6}z`, ink.body)
  );
}

interface Reeds {
  width: number;
  ink: Ink;
  random: () => number;
}

/** Reeds with their heads; up to 230 high. */
export function reeds({ width, ink, random }: Reeds): Markup {
  const blade = () => {
    const x = random() * width;
    const height = 90 + random() * 140;
    const bend = (random() - 0.35) * 70;
    const tip = `${x + bend} ${-height}`;
    const stalk = path(
      `M${x - 3} 30Q${x} ${-height * 0.6} ${tip}Q${x + 4} ${-height * 0.5} ${x + 4} 30Z`,
      random() < 0.4 ? ink.detail : ink.body,
    );
    if (random() < 0.7) return stalk;
    return (
      stalk +
      at({ x: x + bend, y: -height, turn: bend * 0.4 }, path('M-4 26q-3 -22 4 -30q7 8 4 30z', ink.side))
    );
  };
  return repeat(Math.round(width / 7), blade);
}
