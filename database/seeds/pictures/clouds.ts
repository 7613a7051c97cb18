import { canvas } from './canvas.ts';
import type { Hour } from './hours.ts';
import { noiseOf, type Noise } from './noise.ts';
import { pixels, type Pixel } from './pixels.ts';
import type { Markup } from './svg.ts';

const step = 8;

interface Sky {
  hour: Hour;
  horizon: number;
  name: string;
}

/** Torn banks of cloud, flatter towards the horizon, their lower edges lit. */
export function clouds({ hour, horizon, name }: Sky): Markup {
  const width = Math.round(canvas.width / step);
  const height = Math.round(horizon / step);
  const noise = noiseOf(`${name} clouds`, 4);
  const cloud = rgb(hour.cloud);
  const lit = rgb(hour.sky.at(-2)?.[1] ?? hour.cloud);
  const pixel = (x: number, y: number): Pixel => {
    const rise = 1 - y / height;
    const density = densityAt({ noise, x: x / width, rise });
    const below = densityAt({ noise, x: x / width, rise: rise - 0.025 });
    const light = clamp(0.5 + (density - below) * 1.6);
    const [red, green, blue] = cloud.map((part, at) => part + ((lit[at] ?? part) - part) * light) as [
      number,
      number,
      number,
    ];
    return [red, green, blue, 255 * density * (hour.stars ? 0.34 : 0.72)];
  };
  const image = pixels({ width, height, pixel });
  return `<image href="${image}" x="0" y="0" width="${canvas.width}" height="${horizon}" preserveAspectRatio="none"/>`;
}

/** From 0 to 1; `rise` is 0 at the horizon. Seen from below, a bank far away is flat and long. */
function densityAt({ noise, x, rise }: { noise: Noise; x: number; rise: number }): number {
  const far = 1 / (0.22 + Math.max(0, rise));
  const thickness = noise(x * (2 + far * 0.9), far * 3.4) - 0.53;
  const fade = clamp(rise / 0.12) * clamp((1.06 - rise) / 0.35);
  return clamp(thickness * 3.4) * fade;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

const rgb = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
