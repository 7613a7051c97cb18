import { extname } from 'node:path';

export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif';

interface PictureType {
  mime: string;
  /** The first is what a stored file gets. */
  extensions: readonly [string, ...string[]];
  /** Whether a file that begins with these bytes says that it is one. */
  begins: (head: Buffer) => boolean;
}

/** Bytes of a file that `formatOf` needs. */
export const headLength = 16;

/** A picture may have this many bytes, as it comes and as it is stored. */
export const largestPicture = 25 * 1024 * 1024;

const word = (head: Buffer, from: number, to: number) => head.toString('latin1', from, to);

/** What the shop shows and a browser cannot run. */
export const pictureTypes: Record<PictureFormat, PictureType> = {
  jpeg: {
    mime: 'image/jpeg',
    extensions: ['.jpg', '.jpeg'],
    begins: (head) => word(head, 0, 3) === '\xff\xd8\xff',
  },
  png: {
    mime: 'image/png',
    extensions: ['.png'],
    begins: (head) => word(head, 0, 8) === '\x89PNG\r\n\x1a\n',
  },
  webp: {
    mime: 'image/webp',
    extensions: ['.webp'],
    begins: (head) => word(head, 0, 4) === 'RIFF' && word(head, 8, 12) === 'WEBP',
  },
  avif: {
    mime: 'image/avif',
    extensions: ['.avif'],
    begins: (head) => ['ftypavif', 'ftypavis'].includes(word(head, 4, 12)),
  },
};

const formats = Object.keys(pictureTypes) as PictureFormat[];

export const pictureMimes = formats.map((format) => pictureTypes[format].mime);

/** What the bytes say, whatever the name and the sender say. */
export function formatOf(head: Buffer): PictureFormat | undefined {
  return formats.find((format) => pictureTypes[format].begins(head));
}

/** The format that a file of this name has when its name is right. */
export function formatNamed(name: string): PictureFormat | undefined {
  const extension = extname(name).toLowerCase();
  return formats.find((format) => pictureTypes[format].extensions.includes(extension));
}

/** The name with the extension of what the file is. */
export function renamed(name: string, format: PictureFormat): string {
  if (formatNamed(name) === format) return name;
  return name.replace(/\.[a-z0-9]{1,5}$/i, '') + pictureTypes[format].extensions[0];
}
