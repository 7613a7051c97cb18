import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { drawnAgain } from './draw-again.ts';
import { pictureProblems } from './picture-problems.ts';
import { formatNamed, renamed, type PictureFormat } from './picture-types.ts';
import { refusedPicture } from './refuse-picture.ts';
import { asList, nameOf, type SentFile } from './sent-file.ts';
import { variantsOf } from './variants.ts';

type FileInfo = { name?: string | null };
type Data = { fileInfo?: FileInfo | FileInfo[] };

/** The two methods through which every new byte gets into the library, whoever calls. */
interface Library {
  upload: (sent: { data: Data; files: SentFile | SentFile[] }, options?: object) => Promise<unknown>;
  replace: (id: unknown, sent: { data: Data; file: SentFile }, options?: object) => Promise<unknown>;
  findOne: (id: unknown) => Promise<{ ext: string } | null>;
}

interface Studio {
  optimize: (file: unknown) => Promise<unknown>;
  generateResponsiveFormats: typeof variantsOf;
}

/** Nothing is stored but pictures that we drew ourselves. Runs in `register`, after Strapi's plugins. */
export function guardLibrary(strapi: Core.Strapi): void {
  const library = strapi.plugin('upload').service('upload') as Library;
  const { upload, replace } = library;
  library.upload = ({ data, files }, options) =>
    inFolder(async (folder) => {
      const pictures = await drawAll({ strapi, files: asList(files), folder });
      return upload({ data: named(data, pictures), files: pictures }, options);
    });
  library.replace = (id, { data, file }, options) =>
    inFolder(async (folder) => {
      const old = await library.findOne(id);
      const format = old ? requireReplaceable({ strapi, ext: old.ext, file }) : undefined;
      const picture = await drawnAgain({ strapi, file, folder, format });
      return replace(id, { data: named(data, [picture]), file: picture }, options);
    });
  keepAsDrawn(strapi);
}

/** Strapi would draw a second time, and return what it was given when that is smaller; its narrow copies are never AVIF. */
function keepAsDrawn(strapi: Core.Strapi): void {
  const studio = strapi.plugin('upload').service('image-manipulation') as Studio;
  studio.optimize = (file) => Promise.resolve(file);
  studio.generateResponsiveFormats = variantsOf;
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'gangway-pictures-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Batch = { strapi: Core.Strapi; files: SentFile[]; folder: string };

/** One after the other: a picture takes a core and its pixels in memory. */
async function drawAll({ strapi, files, folder }: Batch): Promise<SentFile[]> {
  const pictures: SentFile[] = [];
  for (const file of files) pictures.push(await drawnAgain({ strapi, file, folder }));
  return pictures;
}

/** A replaced file keeps its address, extension included: the new picture takes on its format. */
function requireReplaceable({ strapi, ext, file }: { strapi: Core.Strapi; ext: string; file: SentFile }) {
  const format = formatNamed(`picture${ext}`);
  if (format) return format;
  throw refusedPicture(strapi, pictureProblems.NOT_A_PICTURE(undefined, { name: nameOf(file) }));
}

/** The name that people see ends as the file does. */
function named(data: Data, pictures: readonly SentFile[]): Data {
  const { fileInfo } = data;
  if (Array.isArray(fileInfo))
    return { ...data, fileInfo: fileInfo.map((info, at) => titled(info, pictures[at])) };
  return fileInfo ? { ...data, fileInfo: titled(fileInfo, pictures[0]) } : data;
}

function titled(info: FileInfo, picture: SentFile | undefined): FileInfo {
  const format: PictureFormat | undefined = picture && formatNamed(nameOf(picture));
  return info.name && format ? { ...info, name: renamed(info.name, format) } : info;
}
