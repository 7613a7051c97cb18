import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Reply } from './reply.ts';

type Coding = 'br' | 'gzip';

export interface Encoded {
  bytes: Buffer;
  coding?: Coding;
}

/** Below this the header costs more than compression saves. */
const worthwhile = 1024;
const prepared = new WeakMap<Reply, Partial<Record<Coding, Buffer>>>();

/** The reply's bytes in the best form that the caller accepts, compressed once for each reply. */
export function encode(reply: Reply, acceptEncoding: string | undefined): Encoded {
  const coding = reply.bytes.length < worthwhile ? undefined : acceptedCoding(acceptEncoding);
  if (!coding) return { bytes: reply.bytes };
  const known = prepared.get(reply) ?? {};
  prepared.set(reply, known);
  return { bytes: (known[coding] ??= compress[coding](reply.bytes)), coding };
}

// Level 4 takes as long as gzip's default and weighs less.
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const compress = {
  br: (bytes: Buffer) => brotliCompressSync(bytes, brotliOptions),
  gzip: (bytes: Buffer) => gzipSync(bytes),
};

function acceptedCoding(header = ''): Coding | undefined {
  return (['br', 'gzip'] as const).find((coding) =>
    header.split(',').some((part) => part.trim().startsWith(coding) && !/;\s*q=0(\.0*)?\s*$/.test(part)),
  );
}
