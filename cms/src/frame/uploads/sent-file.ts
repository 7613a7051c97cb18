import { open } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import { pictureProblems } from './picture-problems.ts';
import { formatOf, headLength, type PictureFormat } from './picture-types.ts';
import { refusedPicture } from './refuse-picture.ts';

/** A file as Strapi's upload service takes it. */
export interface SentFile {
  filepath: string;
  originalFilename?: string | null;
  mimetype?: string | null;
  detectedMimeType?: string;
  size: number;
}

export const nameOf = ({ originalFilename }: SentFile): string => originalFilename ?? 'picture';

export const asList = <Item>(items: Item | Item[] | undefined): Item[] =>
  items === undefined ? [] : Array.isArray(items) ? items : [items];

/** The format that the bytes of the file begin as. @throws NOT_A_PICTURE */
export async function requirePicture(strapi: Core.Strapi, file: SentFile): Promise<PictureFormat> {
  const format = formatOf(await headOf(file.filepath));
  if (format) return format;
  throw refusedPicture(strapi, pictureProblems.NOT_A_PICTURE(undefined, { name: nameOf(file) }));
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(headLength);
    const { bytesRead } = await file.read(head, 0, headLength, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
