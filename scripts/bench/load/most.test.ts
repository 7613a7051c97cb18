import type { Round } from './drive.ts';
import { broken, mostRate } from './most.ts';

const round = (changes: Partial<Round> = {}) =>
  ({
    wrong: 0,
    answers: {},
    examples: {},
    latency: { p99: 10 },
    discarded: null,
    ...changes,
  }) as unknown as Round;

describe('what a round breaks', () => {
  it('is nothing, the bound, an answer, or the pace of the generator', () => {
    expect(broken(round(), { p99: 10 })).toBeUndefined();
    expect(broken(round({ latency: { p99: 11 } as never }), { p99: 10 })).toBe('p99 11 ms');
    expect(broken(round({ wrong: 1 }), { p99: 10 })).toMatch('1 wrong answers');
    expect(broken(round({ discarded: 'the generator fell behind' }), { p99: 10 })).toMatch('fell behind');
  });
});

describe('the highest rate', () => {
  const search = (holdsUpTo: number, top = 10_000) => {
    const asked: number[] = [];
    const attempt = async (rate: number) => {
      asked.push(rate);
      return round({ rate, latency: { p99: rate > holdsUpTo ? 500 : 5 } as never });
    };
    return { asked, most: mostRate({ from: 100, bound: { p99: 100 }, top, attempt }) };
  };

  it('is found by doubling, and then between the last that held and the first that did not', async () => {
    const { asked, most } = search(660);
    expect(await most).toMatchObject({ rate: 650, limit: 'p99 500 ms', round: { rate: 650 } });
    expect(asked).toEqual([100, 200, 400, 800, 600, 700, 650]);
  });

  it('is looked for below when not even the first step holds', async () => {
    const { asked, most } = search(30);
    expect(await most).toMatchObject({ rate: 29, round: { rate: 29 } });
    expect(asked).toEqual([100, 50, 25, 38, 32, 29]);
  });

  it('gives a round that was discarded another try', async () => {
    const late = [round({ discarded: 'the generator fell behind' })];
    const attempt = async (rate: number) => late.pop() ?? round({ rate });
    const found = await mostRate({ from: 100, bound: { p99: 100 }, top: 100, attempt });
    expect(found).toMatchObject({ rate: 100, steps: { length: 2 } });
  });

  it('is 0 when nothing holds', async () => {
    expect(await search(5).most).toMatchObject({ rate: 0, round: undefined, limit: 'p99 500 ms' });
  });

  it('ends where no more is asked for', async () => {
    const { asked, most } = search(1_000, 200);
    expect(await most).toMatchObject({ rate: 200, limit: 'asked for no more than 200' });
    expect(asked).toEqual([100, 200]);
  });
});
