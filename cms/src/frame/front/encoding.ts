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
      return squeezedOnce(createBrotliCompress(brotliOptions), bytes);
    case 'gzip':
      return squeezed(gzip(), bytes);
    case 'identity':
      return bytes;
  }
}

/** The bytes that were encoded. */
export function decoded(bytes: Buffer, coding: Exclude<Coding, 'identity'>): Buffer {
  return coding === 'br' ? squeezedOnce(createBrotliDecompress(), bytes) : squeezed(gunzip(), bytes);
}

/** The parts of a stream of zlib that `gzipSync` works with. */
interface Engine {
  _handle: {
    reset(): void;
    writeSync(flush: number, ...ranges: [Buffer, number, number, Buffer, number, number]): void;
  };
  /** What the last write left: room for output, and input. */
  _writeState: Uint32Array;
  _processChunk(bytes: Buffer, flush: number): Buffer;
  _outBuffer: Buffer | null;
}

// `gzipSync` makes an engine for each answer, which only the collector of old objects frees, because engines have a weak
// handle: at 600 answers a second it ran every three seconds, for a quarter of one. These two are used again and again.
const gzip = once(() => createGzip(gzipOptions));
const gunzip = once(() => createGunzip());

function once(create: () => object): () => Engine {
  const made: { engine?: Engine } = {};
  return () => (made.engine ??= create() as Engine);
}

const room = Buffer.allocUnsafeSlow(64 * 1_024);

/** Through `room` as often as it takes. */
function squeezed({ _handle: handle, _writeState: left }: Engine, bytes: Buffer): Buffer {
  const pieces: Buffer[] = [];
  handle.reset();
  for (let [free, rest] = [0, bytes.length]; free === 0; [free = 0, rest = 0] = left) {
    handle.writeSync(constants.Z_FINISH, bytes, bytes.length - rest, rest, room, 0, room.length);
    pieces.push(standingAlone(room.subarray(0, room.length - (left[0] ?? 0))));
  }
  const [first] = pieces;
  return first && pieces.length === 1 ? first : standingAlone(Buffer.concat(pieces));
}

/** An engine of brotli forgets its level when it begins again. What it filled is taken from it. */
function squeezedOnce(stream: object, bytes: Buffer): Buffer {
  const engine = stream as Engine;
  const answer = standingAlone(engine._processChunk(bytes, constants.BROTLI_OPERATION_FINISH));
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
