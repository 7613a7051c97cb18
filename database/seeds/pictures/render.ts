import sharp, { type Sharp } from 'sharp';
import { canvas } from './canvas.ts';
import { randomOf } from './random.ts';
import type { Markup } from './svg.ts';

const grainSize = 256;
const webp = { quality: 78, effort: 2 } as const;

/** A drawing with its grain as plain pixels, three channels. */
export interface Painting {
  data: Buffer;
  width: number;
  height: number;
}

export async function paint(svg: Markup): Promise<Painting> {
  const grained = sharp(Buffer.from(svg)).composite([grainTile()]).removeAlpha().raw();
  const { data, info } = await grained.toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Fine grey noise around the middle tone: laid over with soft light it neither darkens nor brightens. */
function grainTile() {
  const random = randomOf('grain');
  const tones = Array.from({ length: grainSize * grainSize }, () => 128 + (random() + random() - 1) * 20);
  const raw = { width: grainSize, height: grainSize, channels: 1 } as const;
  return { input: Buffer.from(Uint8Array.from(tones)), raw, tile: true, blend: 'soft-light' } as const;
}

const read = ({ data, width, height }: Painting): Sharp =>
  sharp(data, { raw: { width, height, channels: 3 } });

/** The whole painting, 3:2, as WebP. */
export function wideOf(painting: Painting, width: number = canvas.width): Promise<Buffer> {
  return read(painting).resize({ width }).webp(webp).toBuffer();
}

/** A mark without grain, its corners clear. */
export function renderMark(svg: Markup): Promise<Buffer> {
  return sharp(Buffer.from(svg)).webp({ quality: 90 }).toBuffer();
}
