import type { Round } from '../load/drive.ts';
import { alternated, measured, median, told, wrongAnswers } from './rounds.ts';

const round = (changes: Partial<Round> = {}): Round => ({
  ...{ what: 'list', rate: 600, seconds: 8, planned: 10, answers: { '200': 10 }, wrong: 0, examples: {} },
  latency: { count: 10, p50: 1, p95: 2, p99: 12, p999: 40, max: 50 },
  ...{ steps: {}, processor: { cms: 0.25 }, generator: { share: 0, lagP99Ms: 0, lagMaxMs: 0 } },
  ...{ discarded: null, facts: null, ...changes },
});

describe('rounds', () => {
  it('alternate as ABBA', () => {
    expect(alternated(['a', 'b'], 3).join('')).toBe('abbaab');
  });

  it('count unless they were discarded', () => {
    const rounds = [round(), round({ discarded: 'behind', latency: { ...round().latency, p99: 900 } })];
    expect(measured({ name: 'p99', unit: 'ms' }, rounds, ({ latency }) => latency.p99).values).toEqual([12]);
  });

  it('of all kinds have to be right', () => {
    const rounds = [round(), round({ wrong: 2, discarded: 'behind' })];
    expect(wrongAnswers(rounds)).toMatchObject({ values: [2], floor: 0 });
  });

  it('are told in one line, what is wrong loudly', () => {
    expect(told(round())).toBe('list 600/s: p50/p95/p99/p99.9 1.0/2.0/12/40 ms · cms 250 µs · 200: 10');
    expect(told(round({ wrong: 1, examples: { x: 'y' } }))).toMatch('WRONG 1 {"x":"y"}');
    expect(told(round({ discarded: 'late' }))).toMatch('DISCARDED, late');
  });

  it('have a median', () => expect(median([5, 1, 3])).toBe(3));
});
