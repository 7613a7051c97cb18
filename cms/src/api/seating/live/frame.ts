import { constants, deflateRawSync } from 'node:zlib';
import type { SeatStatus } from '../contract/event-seats.ts';

/** What is told of a place: its code and the word that holds for everybody. */
export type Word = readonly [seatCode: string, status: SeatStatus];

/** One frame as it travels: the same bytes for every reader of the departure, made when the first one needs them. */
export interface Frame {
  seq: number;
  text: () => string;
  /** The whole WebSocket frame; `deflated` for readers that have agreed on permessage-deflate. */
  bytes: (deflated: boolean) => Buffer;
}

/** Below this compression saves nothing. Bytes. */
const worthwhile = 1024;

export function frame(seq: number, words: () => Iterable<Word>): Frame {
  // Of a hall each of them is a megabyte: the text is not kept beside them.
  const made: { plain?: Buffer; deflated?: Buffer } = {};
  const text = () => JSON.stringify({ seq, seats: [...words()] });
  const plain = () => (made.plain ??= framed(Buffer.from(text()), { compressed: false }));
  const deflated = () => {
    const data = Buffer.from(text());
    return data.length < worthwhile ? plain() : framed(deflate(data), { compressed: true });
  };
  return { ...{ seq, text }, bytes: (wanted) => (wanted ? (made.deflated ??= deflated()) : plain()) };
}

/** A server's text frame, in one piece and without a mask (RFC 6455, 5.2). */
function framed(data: Buffer, { compressed }: { compressed: boolean }): Buffer {
  const first = compressed ? 0xc1 : 0x81;
  return Buffer.concat([Buffer.from([first, ...lengthOf(data)]), data]);
}

function lengthOf({ length }: Buffer): number[] {
  const bytes = (count: number) =>
    Array.from({ length: count }, (_, at) => Math.floor(length / 256 ** (count - 1 - at)) % 256);
  if (length < 126) return [length];
  return length < 65_536 ? [126, ...bytes(2)] : [127, ...bytes(8)];
}

/** As RFC 7692 wants it: a flushed block without its four last bytes, nothing remembered from one frame to the next. */
function deflate(data: Buffer): Buffer {
  const block = deflateRawSync(data, { finishFlush: constants.Z_SYNC_FLUSH });
  return block.subarray(0, block.length - 4);
}
