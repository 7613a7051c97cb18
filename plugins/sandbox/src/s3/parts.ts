import { createHash, randomBytes } from 'node:crypto';
import { s3Failure } from './failure.ts';

interface Part {
  bytes: Buffer;
  etag: string;
}

interface Upload {
  bucket: string;
  key: string;
  type: string;
  parts: Map<number, Part>;
}

/** Which part the client says it sent, by number, and the tag it was given for it. */
export interface ClaimedPart {
  number: number;
  etag: string;
}

/** Objects that come in parts; they are whole or gone, so nothing of them is kept over a restart. */
export interface Parts {
  begin: (upload: Omit<Upload, 'parts'>) => string;
  add: (id: string, number: number, bytes: Buffer) => string;
  finish: (id: string, claimed: readonly ClaimedPart[]) => { bytes: Buffer; etag: string; type: string };
  abort: (id: string) => void;
}

const smallestPart = 5 * 1024 * 1024;

export function openParts(): Parts {
  const uploads = new Map<string, Upload>();
  const uploadOf = (id: string): Upload => {
    const upload = uploads.get(id);
    if (!upload) throw s3Failure('NoSuchUpload');
    return upload;
  };
  return {
    begin: (upload) => {
      const id = randomBytes(16).toString('hex');
      uploads.set(id, { ...upload, parts: new Map() });
      return id;
    },
    add: (id, number, bytes) => {
      if (!Number.isInteger(number) || number < 1 || number > 10_000)
        throw s3Failure('InvalidArgument', 'Part numbers go from 1 to 10000.');
      const etag = md5(bytes);
      uploadOf(id).parts.set(number, { bytes, etag });
      return etag;
    },
    finish: (id, claimed) => {
      const upload = uploadOf(id);
      const parts = requireParts(upload, claimed);
      uploads.delete(id);
      const tags = Buffer.from(parts.map(({ etag }) => etag).join(''), 'hex');
      const bytes = Buffer.concat(parts.map((part) => part.bytes));
      return { bytes, etag: `${md5(tags)}-${parts.length}`, type: upload.type };
    },
    abort: (id) => {
      uploadOf(id);
      uploads.delete(id);
    },
  };
}

function requireParts({ parts }: Upload, claimed: readonly ClaimedPart[]): Part[] {
  if (claimed.length === 0) throw s3Failure('MalformedXML');
  if (claimed.some(({ number }, index) => number <= (claimed[index - 1]?.number ?? 0)))
    throw s3Failure('InvalidPartOrder');
  return claimed.map(({ number, etag }, index) => {
    const part = parts.get(number);
    if (!part || part.etag !== etag) throw s3Failure('InvalidPart');
    if (index < claimed.length - 1 && part.bytes.length < smallestPart) throw s3Failure('EntityTooSmall');
    return part;
  });
}

const md5 = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');
