import { gunzipSync } from 'node:zlib';
import type { Reply } from './http-reply.ts';

/** JSON of an answer, unpacked; undefined when it is none. */
export function jsonOf({ head, body }: Reply): unknown {
  try {
    const plain = /\r\ncontent-encoding: gzip/i.test(head) ? gunzipSync(body) : body;
    return JSON.parse(plain.toString('utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Looks through every answer; one whose bytes are those that were found right before is right again. `complaint` says
 * what is wrong with an answer to this question, undefined when nothing is.
 */
export function bodyCheck(most = 4_000) {
  const known = new Map<string, Buffer>();
  return (
    key: string,
    reply: Reply,
    complaint: (json: unknown) => string | undefined,
  ): string | undefined => {
    const before = known.get(key);
    if (before?.equals(reply.body)) return undefined;
    const json = jsonOf(reply);
    const said = json === undefined ? 'no JSON' : complaint(json);
    if (said !== undefined) return said;
    if (before || known.size < most) known.set(key, Buffer.from(reply.body));
    return undefined;
  };
}
