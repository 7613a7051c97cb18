import { air, haze, vignette } from './air.ts';
import { canvas } from './canvas.ts';
import { hours, type Hour, type HourName } from './hours.ts';
import { randomOf } from './random.ts';
import type { Markup } from './svg.ts';
import { lampPool, mirror, wake, water } from './water.ts';

/** What a scene is drawn with: the colours of its hour and numbers of its own. */
export interface Brush {
  hour: Hour;
  random: () => number;
}

interface Afloat {
  y: number;
  shape: Markup;
  /** Stern and bow on the water, of what is under way. */
  span?: readonly [stern: number, bow: number];
}

interface Layers {
  /** Far to near, standing on the horizon. */
  shore: Markup[];
  /** Each floats on its own line; nearer ones lie lower. */
  afloat?: Afloat[];
  glitter?: Parameters<typeof water>[0]['glitter'];
  /** Between the viewer and the water. */
  front?: Markup[];
}

interface Scene {
  name: string;
  hour: HourName;
  horizon: number;
  lightX?: number;
  /** How far away the shore is: 1 across a wide river, 0 beside the viewer. */
  distance?: number;
  draw: (brush: Brush) => Layers;
}

/** A whole picture as SVG, 1500 by 1000. */
export function scene({ name, hour: hourName, horizon, lightX, distance = 1, draw }: Scene): Markup {
  const hour: Hour = hours[hourName];
  const { shore, afloat = [], glitter = [], front = [] } = draw({ hour, random: randomOf(name) });
  const stands = shore.join('');
  const mirrored = afloat.map(({ y, shape }) => mirror({ shape, y, squash: 0.6, opacity: 0.42 })).join('');
  return framed(
    air({ hour, horizon, name, lightX }),
    stands,
    haze({ hour, horizon, distance }),
    water({ hour, horizon, name, shore: stands, glitter, mirrored }),
    ...afloat.map((each) => floating({ name, hour, ...each })),
    ...front,
    vignette(hour),
  );
}

function floating({ name, hour, y, shape, span }: Afloat & { name: string; hour: Hour }): Markup {
  if (!span) return shape;
  return lampPool({ hour, name, y, span }) + wake({ hour, name, y, span }) + shape;
}

export function framed(...parts: Markup[]): Markup {
  const { width, height } = canvas;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`;
}
