import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { pictureTypes } from './picture-types.ts';
import { fittingVariants, widestVariant, type Variant, type VariantFormat } from './variant-widths.ts';

/** A stored picture as Strapi's upload service carries it about. */
export interface StoredPicture {
  name: string;
  hash: string;
  mime: string;
  filepath: string;
  tmpWorkingDirectory?: string;
  path?: string | null;
}

/** One entry of a file's `formats`, as Strapi uploads and keeps it. */
interface Format {
  key: string;
  file: StoredPicture & { ext: string; width: number; height: number; size: number; sizeInBytes: number };
}

interface Pixels {
  data: Buffer;
  info: sharp.OutputInfo;
}

/** The picture in narrower widths, as AVIF and as WebP: a page asks for no more pixels than it shows. */
export async function variantsOf(picture: StoredPicture): Promise<Format[]> {
  const { width } = await sharp(picture.filepath).metadata();
  const pixels = await decoded(picture);
  const wanted = fittingVariants({ width, mime: picture.mime });
  return Promise.all(wanted.map((variant) => encoded({ picture, pixels, variant })));
}

/** Decoded once for all variants. */
const decoded = ({ filepath }: StoredPicture): Promise<Pixels> =>
  sharp(filepath)
    .resize({ width: widestVariant, withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });

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
    ...{ name: `${key}_${picture.name}`, hash, ext: extensions[0], mime, filepath },
    ...{ path: picture.path ?? null, width: info.width, height: info.height },
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
