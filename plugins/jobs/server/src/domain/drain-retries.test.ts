import { giveUp } from '../../../contract/job.ts';
import { waitAfter } from './drain-retries.ts';

const error = new Error('no luck');
const waits = (retries: Parameters<typeof waitAfter>[0]['retries']) =>
  [1, 2, 3, 4].map((attempt) => waitAfter({ retries, attempt, error }));

describe('an item that failed', () => {
  it('is tried three times, 1 and 5 seconds apart', () => {
    expect(waits(undefined)).toEqual([1, 5, undefined, undefined]);
  });

  it('is tried as its drain says', () => {
    const backoff = { firstSeconds: 2, factor: 10, maxSeconds: 15 };
    expect(waits({ max: 4, backoff })).toEqual([2, 15, 15, undefined]);
    expect(waits({ max: 1 })).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('is not tried again when it gave up', () => {
    expect(waitAfter({ retries: undefined, attempt: 1, error: giveUp('never') })).toBeUndefined();
  });
});
