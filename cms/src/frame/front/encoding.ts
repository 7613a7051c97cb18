import { constants, createBrotliCompress, createBrotliDecompress, createGunzip, createGzip } from 'node:zlib';

export type Coding = 'br' | 'gzip' | 'identity';

/** Below this the header costs more than compression saves. */
export const worthwhile = 1_024;

/**
 * The same for an answer that is made for one caller: what fits into the first ten packets of a connection arrives no
 * sooner when it is smaller.
 */
export const worthwhileOnce = 14_000;

// Measured on lists of 34 kB: past these levels an answer gets 3 % lighter for twice the time.
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 2, [constants.BROTLI_PARAM_LGWIN]: 18 } };
const gzipOptions = { level: 3 };

/** The bytes in that form. */
export function encoded(bytes: Buffer, coding: Coding): Buffer {
  switch (coding) {
    case 'br':
      return squeezed(createBrotliCompress(brotliOptions), bytes, constants.BROTLI_OPERATION_FINISH);
    case 'gzip':
      return squeezed(createGzip(gzipOptions), bytes, constants.Z_FINISH);
    case 'identity':
      return bytes;
  }
}

/** The bytes that were encoded. */
export function decoded(bytes: Buffer, coding: Exclude<Coding, 'identity'>): Buffer {
  return coding === 'br'
    ? squeezed(createBrotliDecompress(), bytes, constants.BROTLI_OPERATION_FINISH)
    : squeezed(createGunzip(), bytes, constants.Z_FINISH);
}

/** The parts of a stream of zlib that `gzipSync` works with. */
interface Engine {
  _processChunk(bytes: Buffer, flush: number): Buffer;
  _outBuffer: Buffer | null;
}

/**
 * As `gzipSync` does it. That would leave each engine with its buffers to the collector of old objects, 40 kB an
 * answer, because engines have a weak handle: at 600 answers a second it ran every three seconds, for a quarter of one.
 */
function squeezed(stream: object, bytes: Buffer, flush: number): Buffer {
  const engine = stream as Engine;
  const answer = standingAlone(engine._processChunk(bytes, flush));
  engine._outBuffer = null;
  return answer;
}

/**
 * The same bytes with no others around them, to be kept. Node cuts what is shorter than 32 kB from blocks of 64 kB,
 * and zlib from its chunks of 16: whoever keeps the piece keeps the whole.
 */
export function standingAlone(bytes: Buffer): Buffer {
  const alone = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(alone);
  return alone;
}

const known = new Map<string, Coding>();
const mostKnown = 1_000;

/** The best form that the caller accepts. Browsers send few different headers. */
export function acceptedCoding(header = ''): Coding {
  const found = known.get(header);
  if (found) return found;
  const coding = bestCoding(header.slice(0, 500));
  if (known.size >= mostKnown) known.clear();
  if (header.length <= 500) known.set(header, coding);
  return coding;
}

function bestCoding(header: string): Coding {
  const parts = header.split(',');
  const accepts = (coding: Coding) =>
    parts.some((part) => part.trim().startsWith(coding) && !/;\s*q=0(\.0*)?\s*$/.test(part));
  return (['br', 'gzip'] as const).find(accepts) ?? 'identity';
}
