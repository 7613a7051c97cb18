import { basename, join } from 'node:path';
import type { Core } from '@strapi/strapi';
import sharp from 'sharp';
import { newId } from '@gangway/kit';
import { pictureProblems } from './picture-problems.ts';
import { pictureTypes, renamed, type PictureFormat } from './picture-types.ts';
import { refusedPicture } from './refuse-picture.ts';
import { nameOf, requirePicture, type SentFile } from './sent-file.ts';

const megapixels = 50;
const secondsAtMost = 60;

interface Sheet {
  strapi: Core.Strapi;
  file: SentFile;
  /** Where the new file goes. */
  folder: string;
  /** What the picture becomes; without it, it stays what it is, and AVIF becomes WebP. */
  format?: PictureFormat | undefined;
}

/**
 * The picture drawn anew from its pixels: nothing else of what was sent reaches the library, neither metadata nor what
 * hides behind the picture. Upright, one frame.
 * @throws NOT_A_PICTURE, BROKEN_PICTURE, TOO_MANY_PIXELS
 */
export async function drawnAgain({ strapi, file, folder, format: wanted }: Sheet): Promise<SentFile> {
  const sent = await requirePicture(strapi, file);
  await requireFewPixels(strapi, file);
  const format = wanted ?? keptAs(sent);
  const { mime, extensions } = pictureTypes[format];
  const filepath = join(folder, newId() + extensions[0]);
  const { size } = await draw({ file, format, filepath }).catch(() => {
    throw refusedPicture(strapi, pictureProblems.BROKEN_PICTURE(undefined, { name: nameOf(file) }));
  });
  const originalFilename = renamed(basename(nameOf(file)), format);
  return { ...file, filepath, size, originalFilename, mimetype: mime, detectedMimeType: mime };
}

/** Strapi neither measures an AVIF nor makes a thumbnail of it. */
const keptAs = (sent: PictureFormat): PictureFormat => (sent === 'avif' ? 'webp' : sent);

async function requireFewPixels(strapi: Core.Strapi, file: SentFile): Promise<void> {
  const values = { name: nameOf(file), megapixels };
  const { width, height } = await sharp(file.filepath, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw refusedPicture(strapi, pictureProblems.BROKEN_PICTURE(undefined, values));
    });
  if (width * height <= megapixels * 1_000_000) return;
  throw refusedPicture(strapi, pictureProblems.TOO_MANY_PIXELS(undefined, values));
}

function draw({ file, format, filepath }: { file: SentFile; format: PictureFormat; filepath: string }) {
  const limits = { limitInputPixels: megapixels * 1_000_000, failOn: 'error' } as const;
  const picture = sharp(file.filepath, limits).autoOrient().timeout({ seconds: secondsAtMost });
  return encoders[format](picture).toFile(filepath);
}

const encoders: Record<PictureFormat, (picture: sharp.Sharp) => sharp.Sharp> = {
  jpeg: (picture) => picture.jpeg({ quality: 85 }),
  png: (picture) => picture.png(),
  webp: (picture) => picture.webp({ quality: 80 }),
  avif: (picture) => picture.avif({ quality: 60, effort: 2 }),
};
