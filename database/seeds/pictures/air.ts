import { canvas } from './canvas.ts';
import { clouds } from './clouds.ts';
import type { Hour } from './hours.ts';
import { randomOf } from './random.ts';
import { circle, ellipse, linear, type Markup, radial, rect, repeat } from './svg.ts';

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
    clouds({ name, hour, horizon }),
  ].join('');
}

function lightOf({ hour, horizon, x }: { hour: Hour; horizon: number; x: number }): Markup {
  const glow = afterglow({ hour, horizon, x });
  if (!hour.light) return glow;
  const { colour, halo, radius, height } = hour.light;
  const y = horizon * (1 - height);
  const rays = radial('halo', [
    { at: 0, colour: halo, opacity: 0.95 },
    { at: 0.12, colour: halo, opacity: 0.6 },
    { at: 0.4, colour: halo, opacity: 0.2 },
    { at: 1, colour: halo, opacity: 0 },
  ]);
  return glow + rays + circle([x, y, radius * 9], 'url(#halo)') + circle([x, y, radius], colour);
}

/** The sky above the place where the light is, or has gone down. */
function afterglow({ hour, horizon, x }: { hour: Hour; horizon: number; x: number }): Markup {
  const colour = hour.sky.at(-1)?.[1] ?? hour.cloud;
  const strength = hour.stars ? 0.35 : 0.7;
  const fade = radial('afterglow', [
    { at: 0, colour, opacity: strength },
    { at: 0.5, colour, opacity: strength * 0.4 },
    { at: 1, colour, opacity: 0 },
  ]);
  return fade + ellipse([x, horizon, 900, 330], 'url(#afterglow)');
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

/** What stands far away loses its feet in the light above the water. */
export function haze({ hour, horizon, distance }: { hour: Hour; horizon: number; distance: number }): Markup {
  const colour = hour.sky.at(-1)?.[1] ?? hour.cloud;
  const fade = linear('haze', [
    { at: 0, colour, opacity: 0 },
    { at: 0.7, colour, opacity: 0.22 * distance },
    { at: 1, colour, opacity: (hour.stars ? 0.3 : 0.5) * distance },
  ]);
  return fade + rect([0, horizon - 130, canvas.width, 132], 'url(#haze)');
}

/** The lamps of a city in the air above it, around a place on the shore. */
export function cityGlow(x: number, y: number): Markup {
  const colour = '#E8B066';
  const fade = radial('city', [
    { at: 0, colour, opacity: 0.5 },
    { at: 0.45, colour, opacity: 0.16 },
    { at: 1, colour, opacity: 0 },
  ]);
  return fade + ellipse([x, y, 760, 210], 'url(#city)');
}

/** The corners a little darker, as a lens draws them. */
export function vignette(hour: Hour): Markup {
  const colour = '#06121F';
  const fade = `<radialGradient id="vignette" cx="0.5" cy="0.46" r="0.78"><stop offset="0.55" stop-color="${colour}" stop-opacity="0"/><stop offset="1" stop-color="${colour}" stop-opacity="${hour.stars ? 0.42 : 0.24}"/></radialGradient>`;
  return fade + rect([0, 0, canvas.width, canvas.height], 'url(#vignette)');
}
