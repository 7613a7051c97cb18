import { createHash } from 'node:crypto';

/** An answer whose bytes are ready; its compressed forms are kept with the object. */
export interface Reply {
  status: number;
  bytes: Buffer;
  contentType: string;
  /** Quoted, as it stands in the header; weak, because compressed forms share it. */
  etag?: string;
  cacheControl: string;
  headers?: Record<string, string>;
  /** Milliseconds that its caller asked to wait for: no measure of how quick the house is. */
  waitedMs?: number;
  /** Whether it is still the answer to its question. The front gives it again as long as it says so. */
  holds?: () => boolean;
}

export interface JsonReplyOptions {
  /** A version of the content, without quotes; by default a digest of the bytes. */
  etag?: string;
  /** Seconds for which callers and proxies may reuse the answer without asking; by default they ask each time. */
  maxAge?: number;
  status?: number;
}

/** The answer of a hot read, prepared once. */
export function jsonReply(value: unknown, options?: JsonReplyOptions): Reply {
  return writtenReply(JSON.stringify(value), options);
}

/** The same for JSON that is written already. */
export function writtenReply(json: string, { etag, maxAge = 0, status = 200 }: JsonReplyOptions = {}): Reply {
  const bytes = Buffer.from(json);
  return {
    status,
    bytes,
    contentType: 'application/json; charset=utf-8',
    etag: `W/"${etag ?? digest(bytes)}"`,
    cacheControl: maxAge > 0 ? `public, max-age=${maxAge}` : 'no-cache',
  };
}

export const oneCaller = 'no-store';

/** An answer that nobody keeps: errors, health, what belongs to one person. */
export function privateReply(value: unknown, status = 200): Reply {
  return {
    status,
    bytes: Buffer.from(JSON.stringify(value)),
    contentType: 'application/json; charset=utf-8',
    cacheControl: oneCaller,
  };
}

/** What an answer weighs beside its bytes: headers, what it depends on. */
export const overhead = 2_048;

/** Bytes of memory that an answer takes with its compressed forms, about. */
export const weightOf = ({ bytes }: Reply): number => bytes.length * 1.25 + overhead;

const digest = (bytes: Buffer) => createHash('sha1').update(bytes).digest('base64url');
