import type { IncomingMessage } from 'node:http';
import { s3Failure } from './failure.ts';

/** A request as the store reads it, decoded; `signedPath` is the path the client signed, mount point included. */
export interface S3Request {
  method: string;
  signedPath: string;
  bucket: string;
  key: string;
  query: URLSearchParams;
  headers: ReadonlyMap<string, string>;
}

/** `path` is where the store is mounted; `request.url` begins behind it. */
export function readS3Request(request: IncomingMessage, path: string): S3Request {
  const [rawPath = '/', rawQuery = ''] = (request.url ?? '/').split('?', 2);
  const [, bucket = '', ...rest] = rawPath.split('/');
  return {
    method: request.method ?? 'GET',
    signedPath: path + rawPath,
    bucket: decoded(bucket),
    key: decoded(rest.join('/')),
    // A plus is a plus: clients of S3 write a space as %20.
    query: new URLSearchParams(rawQuery.replaceAll('+', '%2B')),
    headers: headersOf(request),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw s3Failure('InvalidArgument', 'The address is not encoded as it should be.');
  }
}

function headersOf({ headers }: IncomingMessage): Map<string, string> {
  const entries = Object.entries(headers).map(
    ([name, value]) => [name, [value ?? ''].flat().join(',').trim().replace(/ +/g, ' ')] as const,
  );
  return new Map(entries);
}
