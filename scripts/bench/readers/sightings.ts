import { newHistogram, packed, recordMs } from '../load/recorder.ts';
import type { Change, ReadersReport } from './messages.ts';

interface Frame {
  words: Map<string, string>;
  /** By reader; 0 where it did not come. */
  arrived: Float64Array;
}

/** Which frame reached which reader when. */
export function sightings(readers: number) {
  const frames = new Map<number, Frame>();
  const heardOf = (text: string): Frame | undefined => {
    const { seq, seats } = JSON.parse(text) as { seq: number; seats: [string, string][] };
    const known = frames.get(seq);
    if (known) return known;
    const frame = { words: new Map(seats), arrived: new Float64Array(readers) };
    frames.set(seq, frame);
    return frame;
  };
  const last: { text: string; frame?: Frame | undefined } = { text: '' };
  return {
    /** A frame after the first, which is the whole map. */
    heard: (reader: number, text: string, at: number): void => {
      if (text !== last.text) Object.assign(last, { text, frame: heardOf(text) });
      if (last.frame) last.frame.arrived[reader] = at;
    },
    report: (changes: readonly Change[], open: readonly boolean[]): Omit<ReadersReport, 'lost'> => {
      const delays = newHistogram();
      const counts = { missed: 0 };
      for (const change of changes) {
        const frame = frameOf([...frames.values()], change);
        open.forEach((isOpen, reader) => {
          const arrived = frame?.arrived[reader] ?? 0;
          if (isOpen && arrived === 0) counts.missed += 1;
          if (arrived > 0) recordMs(delays, arrived - change.at);
        });
      }
      return { delays: packed(delays), missed: counts.missed, frames: frames.size };
    },
  };
}

/** How long before the answer a frame may have come: the answer and the frame travel side by side. */
const earlyMs = 1_000;

/** The first frame that says so, around or after the answer. */
function frameOf(frames: readonly Frame[], { seatCode, word, at }: Change): Frame | undefined {
  return frames.find(({ words, arrived }) => {
    const first = arrived.find((moment) => moment > 0) ?? 0;
    return words.get(seatCode) === word && first > at - earlyMs;
  });
}
