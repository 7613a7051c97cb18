import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ledger } from './ledger.ts';
import type { StrapiDoor } from './strapi-door.ts';

export interface Drawing {
  /** Name of the file without its ending. */
  name: string;
  /** Alternative text. */
  alt: string;
  /** What must stay visible when the picture is cut, in hundredths. */
  focalPoint?: { x: number; y: number };
  draw: () => Promise<Buffer>;
}

interface UploadService {
  upload: (ask: { data: object; files: object }) => Promise<{ id: number }[]>;
}

/** Hands drawn pictures to Strapi's media library, each once. */
export interface Gallery {
  hang: (drawing: Drawing) => Promise<number>;
  close: () => Promise<void>;
}

export async function openGallery({
  strapi,
  ledger,
}: {
  strapi: StrapiDoor;
  ledger: Ledger;
}): Promise<Gallery> {
  const folder = await mkdtemp(join(tmpdir(), 'gangway-season-'));
  const service = strapi.plugin('upload').service('upload') as UploadService;
  return {
    hang: async (drawing) => {
      const id = await ledger.once(`picture:${drawing.name}`, () => upload({ service, folder, drawing }));
      return Number(id);
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

interface Upload {
  service: UploadService;
  folder: string;
  drawing: Drawing;
}

async function upload({ service, folder, drawing }: Upload): Promise<string> {
  const filepath = join(folder, `${drawing.name}.webp`);
  await writeFile(filepath, await drawing.draw());
  const file = {
    filepath,
    originalFilename: `${drawing.name}.webp`,
    mimetype: 'image/webp',
    size: (await stat(filepath)).size,
  };
  const fileInfo = {
    name: `${drawing.name}.webp`,
    alternativeText: drawing.alt,
    focalPoint: drawing.focalPoint,
  };
  const [stored] = await service.upload({ data: { fileInfo }, files: file });
  if (!stored) throw new Error(`The media library did not take ${drawing.name}.webp.`);
  return String(stored.id);
}
