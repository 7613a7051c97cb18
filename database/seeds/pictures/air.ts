import type { Hour } from './hours.ts';
import { randomOf } from './random.ts';
import { circle, ellipse, linear, type Markup, radial, rect, repeat } from './svg.ts';

export const canvas = { width: 1500, height: 1000 } as const;

interface Air {
  hour: Hour;
  horizon: number;
  name: string;
  /** Where the sun or the moon stands, in shares of the width. */
  lightX?: number;
}

/** The sky down to the horizon with its light, clouds and stars. */
export function air({ hour, horizon, name, lightX = 0.7 }: Air): Markup {
  const random = randomOf(`${name} air`);
  return [
    linear(
      'sky',
      hour.sky.map(([at, colour]) => ({ at, colour })),
    ),
    rect([0, 0, canvas.width, horizon + 2], 'url(#sky)'),
    hour.stars ? stars(random, horizon) : '',
    lightOf({ hour, horizon, x: lightX * canvas.width }),
    clouds({ random, hour, horizon }),
  ].join('');
}

function lightOf({ hour, horizon, x }: { hour: Hour; horizon: number; x: number }): Markup {
  if (!hour.light) return '';
  const { colour, halo, radius, height } = hour.light;
  const y = horizon * (1 - height);
  const glow = [
    { at: 0, colour: halo, opacity: 0.85 },
    { at: 0.25, colour: halo, opacity: 0.4 },
    { at: 1, colour: halo, opacity: 0 },
  ];
  return radial('halo', glow) + circle([x, y, radius * 7], 'url(#halo)') + circle([x, y, radius], colour);
}

function stars(random: () => number, horizon: number): Markup {
  return repeat(130, () => {
    const height = random() ** 1.4;
    const opacity = ((0.25 + 0.75 * random()) * (1 - height * 0.7)).toFixed(2);
    return circle(
      [random() * canvas.width, height * horizon * 0.8, 0.8 + random() * 1.3],
      '#FFF6E2',
      `opacity="${opacity}"`,
    );
  });
}

/** Long flat banks of cloud, thinner towards the horizon. */
function clouds({ random, hour, horizon }: { random: () => number; hour: Hour; horizon: number }): Markup {
  const fade = [
    { at: 0, colour: hour.cloud, opacity: 0.55 },
    { at: 1, colour: hour.cloud, opacity: 0 },
  ];
  const bank = () => {
    const depth = random();
    const y = horizon * (0.12 + 0.72 * depth);
    const x = random() * canvas.width;
    const width = 160 + random() * 300;
    return repeat(3, (layer) =>
      ellipse(
        [x + (layer - 1) * width * 0.45, y + layer * 5 - 5, width, (26 - 16 * depth) * (0.7 + random())],
        'url(#cloud)',
      ),
    );
  };
  return radial('cloud', fade) + repeat(7, bank);
}
