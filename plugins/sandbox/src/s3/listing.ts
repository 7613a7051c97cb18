import { s3Failure } from './failure.ts';
import type { ObjectFacts } from './shelf.ts';
import { encoded } from './signature.ts';
import type { Xml } from './xml.ts';

const mostKeys = 1000;

interface Asked {
  bucket: string;
  query: URLSearchParams;
  objects: readonly ObjectFacts[];
}

type Entry = { name: string; object?: ObjectFacts };

/** The answer to ListObjectsV2. */
export function listing({ bucket, query, objects }: Asked): Xml {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const wanted = limitOf(query.get('max-keys'));
  const after = startOf(query);
  const rest = entries({ objects, prefix, delimiter }).filter(({ name }) => name > after);
  const page = rest.slice(0, wanted);
  const truncated = rest.length > page.length;
  const last = page.at(-1)?.name ?? '';
  const written =
    query.get('encoding-type') === 'url' ? (text: string) => encoded(text).replaceAll('%2F', '/') : String;
  return {
    ...{
      Name: bucket,
      Prefix: written(prefix),
      MaxKeys: wanted,
      KeyCount: page.length,
      IsTruncated: truncated,
    },
    Delimiter: delimiter === '' ? undefined : written(delimiter),
    EncodingType: query.get('encoding-type') ?? undefined,
    ContinuationToken: query.get('continuation-token') ?? undefined,
    StartAfter: query.get('start-after') ?? undefined,
    NextContinuationToken: truncated ? Buffer.from(last).toString('base64url') : undefined,
    Contents: page.flatMap(({ object }) => (object ? [contents(object, written)] : [])),
    CommonPrefixes: page.flatMap(({ name, object }) => (object ? [] : [{ Prefix: written(name) }])),
  };
}

interface Selection {
  objects: readonly ObjectFacts[];
  prefix: string;
  delimiter: string;
}

/** Objects, and what stands before the delimiter once instead of all that share it. */
function entries({ objects, prefix, delimiter }: Selection): Entry[] {
  const fitting = objects.filter(({ key }) => key.startsWith(prefix));
  const list = fitting.map((object): Entry => {
    const end = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length);
    return end < 0 ? { name: object.key, object } : { name: object.key.slice(0, end + delimiter.length) };
  });
  return [...new Map(list.map((entry) => [entry.name, entry])).values()];
}

function limitOf(text: string | null): number {
  const wanted = text === null ? mostKeys : Number(text);
  if (!Number.isInteger(wanted) || wanted < 0) throw s3Failure('InvalidArgument', 'max-keys is no number.');
  return Math.min(wanted, mostKeys);
}

function startOf(query: URLSearchParams): string {
  const token = query.get('continuation-token');
  return token === null ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString();
}

const contents = ({ key, etag, size, modified }: ObjectFacts, written: (text: string) => string): Xml => ({
  Key: written(key),
  LastModified: modified,
  ETag: `"${etag}"`,
  Size: size,
  StorageClass: 'STANDARD',
});
