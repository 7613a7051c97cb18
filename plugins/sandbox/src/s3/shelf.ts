import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the store knows of an object besides its bytes. */
export interface ObjectFacts {
  key: string;
  type: string;
  /** Without quotes. */
  etag: string;
  size: number;
  modified: string;
  checksum?: [name: string, value: string] | undefined;
}

export type NewObject = Omit<ObjectFacts, 'size'> & { bytes: Buffer };

/** Buckets and objects in a folder: a file of bytes and a file of facts for each, named by the digest of the key. */
export interface Shelf {
  buckets: () => string[];
  has: (bucket: string) => boolean;
  create: (bucket: string) => void;
  /** In the order of their keys' bytes, as S3 lists them. */
  list: (bucket: string) => ObjectFacts[];
  facts: (bucket: string, key: string) => ObjectFacts | undefined;
  bytes: (bucket: string, key: string) => Buffer;
  put: (bucket: string, object: NewObject) => void;
  remove: (bucket: string, key: string) => void;
}

export function openShelf(folder: string): Shelf {
  mkdirSync(folder, { recursive: true });
  const buckets = new Map(readdirSync(folder).map((name) => [name, factsIn(join(folder, name))]));
  const objectsOf = (bucket: string) => buckets.get(bucket) ?? new Map<string, ObjectFacts>();
  const fileOf = (bucket: string, key: string) => join(folder, bucket, digest(key));
  return {
    buckets: () => [...buckets.keys()].sort(),
    has: (bucket) => buckets.has(bucket),
    create: (bucket) => {
      mkdirSync(join(folder, bucket), { recursive: true });
      if (!buckets.has(bucket)) buckets.set(bucket, new Map());
    },
    list: (bucket) => [...objectsOf(bucket).values()].sort(byKey),
    facts: (bucket, key) => objectsOf(bucket).get(key),
    bytes: (bucket, key) => readFileSync(fileOf(bucket, key)),
    put: (bucket, { bytes, ...told }) => {
      const facts = { ...told, size: bytes.length };
      writeWhole(fileOf(bucket, told.key), bytes);
      writeWhole(`${fileOf(bucket, told.key)}.json`, JSON.stringify(facts));
      objectsOf(bucket).set(told.key, facts);
    },
    remove: (bucket, key) => {
      for (const ending of ['.json', '']) rmSync(fileOf(bucket, key) + ending, { force: true });
      objectsOf(bucket).delete(key);
    },
  };
}

function factsIn(folder: string): Map<string, ObjectFacts> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const facts = files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as ObjectFacts);
  return new Map(
    facts.filter(({ key }) => existsSync(join(folder, digest(key)))).map((each) => [each.key, each]),
  );
}

const digest = (key: string): string => createHash('sha256').update(key).digest('hex');

/** A reader meets the old file or the new one, never half of it. */
function writeWhole(file: string, content: Buffer | string): void {
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}

const byKey = (left: ObjectFacts, right: ObjectFacts): number =>
  Buffer.compare(Buffer.from(left.key), Buffer.from(right.key));
