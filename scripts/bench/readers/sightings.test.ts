import { merged, percentiles } from '../load/recorder.ts';
import { sightings } from './sightings.ts';

const frame = (seq: number, ...seats: [string, string][]) => JSON.stringify({ seq, seats });

describe('what readers of a seat map saw', () => {
  it('is counted from the answer to each frame, and what did not come is missed', () => {
    const seen = sightings(3);
    seen.heard(0, frame(2, ['A1', 'reserved']), 1_020);
    seen.heard(1, frame(2, ['A1', 'reserved']), 1_040);
    seen.heard(0, frame(3, ['A1', 'free']), 1_500);
    seen.heard(1, frame(3, ['A1', 'free']), 1_500);
    const changes = [
      { seatCode: 'A1', word: 'reserved', at: 1_000 },
      { seatCode: 'A1', word: 'free', at: 1_490 },
    ];
    const { delays, missed, frames } = seen.report(changes, [true, true, true]);
    expect({ missed, frames }).toEqual({ missed: 2, frames: 2 });
    const { count, max } = percentiles(merged([delays]));
    expect(count).toBe(4);
    expect(max).toBeCloseTo(40, 0);
  });

  it('of closed readers is not missed, and an old frame is no answer to a new change', () => {
    const seen = sightings(2);
    seen.heard(0, frame(2, ['A1', 'reserved']), 1_000);
    const again = [{ seatCode: 'A1', word: 'reserved', at: 9_000 }];
    expect(seen.report(again, [true, false]).missed).toBe(1);
  });
});
