import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import sharp from 'sharp';
import { pictureTypes } from './picture-types.ts';
import { fittingVariants, widestVariant, type Variant, type VariantFormat } from './variant-widths.ts';

/** A stored picture as Strapi's upload service carries it about. */
export interface StoredPicture {
  name: string;
  hash: string;
  mime: string;
  width: number;
  /** The only way to the bytes that holds: the path is taken away as soon as the picture is stored. */
  getStream: () => Readable;
  tmpWorkingDirectory?: string;
  path?: string | null;
}

/** One entry of a file's `formats`, as Strapi uploads and keeps it. */
interface Format {
  key: string;
  file: StoredPicture & { filepath: string; ext: string; height: number; size: number; sizeInBytes: number };
}

interface Pixels {
  data: Buffer;
  info: sharp.OutputInfo;
}

/** The picture in narrower widths, as AVIF and as WebP: a page asks for no more pixels than it shows. */
export async function variantsOf(picture: StoredPicture): Promise<Format[]> {
  const wanted = fittingVariants(picture);
  if (wanted.length === 0) return [];
  const pixels = await decoded(picture);
  return Promise.all(wanted.map((variant) => encoded({ picture, pixels, variant })));
}

/** Decoded once for all variants. */
async function decoded({ getStream }: StoredPicture): Promise<Pixels> {
  return sharp(await buffer(getStream()))
    .resize({ width: widestVariant, withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
}

interface Encoding {
  picture: StoredPicture;
  pixels: Pixels;
  variant: Variant;
}

async function encoded({ picture, pixels, variant: { format, width } }: Encoding): Promise<Format> {
  const { mime, extensions } = pictureTypes[format];
  const key = `${format}${width}`;
  const hash = `${picture.hash}_${key}`;
  const filepath = join(picture.tmpWorkingDirectory ?? '', hash);
  const narrowed = sharp(pixels.data, { raw: rawOf(pixels) }).resize({ width });
  const { data, info } = await encoders[format](narrowed).toBuffer({ resolveWithObject: true });
  await writeFile(filepath, data);
  const file = {
    ...{ name: `${key}_${picture.name}`, hash, ext: extensions[0], mime, path: picture.path ?? null },
    ...{ filepath, getStream: () => createReadStream(filepath) },
    ...{ width: info.width, height: info.height },
    ...{ size: Math.round(info.size / 10) / 100, sizeInBytes: info.size },
  };
  return { key, file };
}

const rawOf = ({ info: { width, height, channels } }: Pixels) => ({ width, height, channels });

/** By measuring: more effort takes two to ten times as long for a tenth of the bytes. */
const encoders: Record<VariantFormat, (picture: sharp.Sharp) => sharp.Sharp> = {
  avif: (picture) => picture.avif({ quality: 55, effort: 1 }),
  webp: (picture) => picture.webp({ quality: 78, effort: 3 }),
};
