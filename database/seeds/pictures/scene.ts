import { air, canvas } from './air.ts';
import { hours, type Hour, type HourName } from './hours.ts';
import { randomOf } from './random.ts';
import type { Markup } from './svg.ts';
import { mirror, water } from './water.ts';

/** What a scene is drawn with: the colours of its hour and numbers of its own. */
export interface Brush {
  hour: Hour;
  random: () => number;
}

interface Layers {
  /** Far to near, standing on the horizon. */
  shore: Markup[];
  /** Each floats on its own line; nearer ones lie lower. */
  afloat?: { y: number; shape: Markup }[];
  glitter?: Parameters<typeof water>[0]['glitter'];
  /** Between the viewer and the water. */
  front?: Markup[];
}

interface Scene {
  name: string;
  hour: HourName;
  horizon: number;
  lightX?: number;
  draw: (brush: Brush) => Layers;
}

/** A whole picture as SVG, 1500 by 1000. */
export function scene({ name, hour: hourName, horizon, lightX, draw }: Scene): Markup {
  const hour: Hour = hours[hourName];
  const { shore, afloat = [], glitter = [], front = [] } = draw({ hour, random: randomOf(name) });
  const stands = shore.join('');
  return framed(
    air({ hour, horizon, name, lightX }),
    stands,
    water({ hour, horizon, name, shore: stands, glitter }),
    ...afloat.map(({ y, shape }) => mirror({ shape, y, squash: 0.55, opacity: 0.3 }) + shape),
    ...front,
  );
}

export function framed(...parts: Markup[]): Markup {
  const { width, height } = canvas;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`;
}
