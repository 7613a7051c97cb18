import { canvas } from './air.ts';
import type { Hour } from './hours.ts';
import { randomOf } from './random.ts';
import { dashes, group, linear, type Markup, rect } from './svg.ts';

interface Water {
  hour: Hour;
  horizon: number;
  name: string;
  /** What stands on the horizon, to be mirrored. */
  shore: Markup;
  /** Where light falls on the water: shares of the width, with a strength of up to 1. */
  glitter: readonly { x: number; strength: number; colour?: string; spread?: number }[];
}

/** Open water with the shore in it, broken by ripples that grow towards the viewer. */
export function water({ hour, horizon, name, shore, glitter }: Water): Markup {
  const [top, middle, bottom] = hour.water;
  const random = randomOf(`${name} water`);
  const depth = canvas.height - horizon;
  const fill = linear('water', [
    { at: 0, colour: top },
    { at: 0.3, colour: middle },
    { at: 1, colour: bottom },
  ]);
  return [
    fill,
    rect([0, horizon, canvas.width, depth], 'url(#water)'),
    mirror({ shape: shore, y: horizon, squash: 0.62, opacity: 0.34 }),
    ripples({ random, horizon, colour: hour.ripple.dark, count: 260, opacity: 0.2 }),
    ripples({ random, horizon, colour: hour.ripple.bright, count: 190, opacity: 0.3 }),
    ...glitter.map((light) => sparkle({ random, horizon, bright: hour.ripple.bright, ...light })),
  ].join('');
}

/** The shape upside down under `y`, pressed together and faint. */
export function mirror(of: { shape: Markup; y: number; squash: number; opacity: number }): Markup {
  const { shape, y, squash, opacity } = of;
  const turned = `translate(0 ${(y * (1 + squash)).toFixed(1)}) scale(1 -${squash})`;
  return group(`transform="${turned}" opacity="${opacity}"`, shape);
}

interface Ripples {
  random: () => number;
  horizon: number;
  colour: string;
  count: number;
  opacity: number;
}

const bands = [0.12, 0.3, 0.55, 1];

function ripples({ random, horizon, colour, count, opacity }: Ripples): Markup {
  const strokes = Array.from({ length: count }, () => {
    const near = random() ** 1.6;
    const length = 24 + near * 190 * (0.4 + random());
    return {
      near,
      x: random() * (canvas.width + 200) - 150,
      y: horizon + 5 + near * (canvas.height - horizon),
      length,
    };
  });
  return bands
    .map((to, band) => {
      const from = bands[band - 1] ?? 0;
      const within = strokes.filter(({ near }) => near >= from && near < to);
      return dashes(
        within,
        colour,
        `stroke-width="${(1 + to * 3).toFixed(1)}" stroke-linecap="round" opacity="${opacity}"`,
      );
    })
    .join('');
}

interface Sparkle {
  random: () => number;
  horizon: number;
  bright: string;
  x: number;
  strength: number;
  colour?: string;
  spread?: number;
}

/** The path of a light on the water. */
function sparkle({ random, horizon, bright, x, strength, colour = bright, spread = 1 }: Sparkle): Markup {
  const depth = canvas.height - horizon;
  const strokes = Array.from({ length: Math.round(150 * strength) }, () => {
    const near = random() ** 1.3;
    const away = (random() + random() - 1) * (34 + near * 130) * spread;
    const length = (10 + random() * 46 * (0.35 + near)) * (0.6 + 0.4 * spread);
    return { x: x * canvas.width + away - length / 2, y: horizon + 3 + near * depth * 0.92, length };
  });
  return dashes(strokes, colour, `stroke-width="3" stroke-linecap="round" opacity="${0.62}"`);
}
