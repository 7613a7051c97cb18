import { roundOf } from './drive.ts';
import type { Harvest } from './messages.ts';
import { newHistogram, packed, recordMs } from './recorder.ts';

const latency = (ms: number) => {
  const histogram = newHistogram();
  recordMs(histogram, ms);
  return packed(histogram);
};

const harvest = (changes: Partial<Harvest> = {}): Harvest => ({
  ...{ planned: 100, answers: { '200': 99, '409': 1 }, wrong: 0, examples: {}, latency: latency(5) },
  ...{ steps: { lock: latency(2) }, generator: { share: 0.2, lagP99Ms: 1, lagMaxMs: 3 }, facts: null },
  ...changes,
});

const order = { scenario: 'read', params: {}, rate: 200, seconds: 1, warmUpSeconds: 1 } as const;
const round = (harvests: Harvest[]) => roundOf({ what: 'x', order, harvests, used: { cms: 50 } });

describe('a round of several generators', () => {
  it('is the sum of what they saw, and the worst of how they fared', () => {
    const slow = harvest({ wrong: 2, generator: { share: 0.9, lagP99Ms: 7, lagMaxMs: 40 } });
    expect(round([harvest(), slow])).toMatchObject({
      ...{ planned: 200, answers: { '200': 198, '409': 2 }, wrong: 2, processor: { cms: 0.25 } },
      ...{ generator: { share: 0.9, lagP99Ms: 7, lagMaxMs: 40 }, discarded: null },
      steps: { lock: { count: 2 } },
    });
  });

  it('is discarded when one of them fell behind', () => {
    const behind = harvest({ generator: { share: 1, lagP99Ms: 400, lagMaxMs: 900 } });
    expect(round([harvest(), behind]).discarded).toMatch(/fell behind.*400 ms/);
  });
});
