import { summary } from './summary.ts';
import type { TestOutcome } from './report.ts';

const outcome = (changes: Partial<TestOutcome>): TestOutcome => ({
  file: 'a.test.ts',
  name: 'floats',
  status: 'passed',
  milliseconds: 1,
  ...changes,
});
const times = [
  { name: 'unit', milliseconds: 1_500 },
  { name: 'e2e', milliseconds: 2_000 },
];
const lines = (outcomes: TestOutcome[]) => summary({ times, outcomes }).split('\n');

describe('the end of a run', () => {
  it('has the counts alone on its last line', () => {
    expect(lines([outcome({}), outcome({ name: 'sinks' })]).at(-1)).toBe('2 passed, 0 failed');
    expect(lines([outcome({}), outcome({ status: 'failed' })]).at(-1)).toBe('1 passed, 1 failed');
  });

  it('names what failed and how many were skipped', () => {
    const text = lines([outcome({ status: 'failed' }), outcome({ status: 'skipped' })]).join('\n');
    expect(text).toContain('  ✗ a.test.ts › floats');
    expect(text).toContain('1 skipped on this machine');
  });

  it('says how long each phase and all of them took', () => {
    expect(lines([])).toEqual(
      expect.arrayContaining(['  unit         1.5 s', '  e2e          2.0 s', '  all          3.5 s']),
    );
  });

  it('lists the ten slowest tests, the slowest first', () => {
    const tests = Array.from({ length: 12 }, (_, index) =>
      outcome({ name: `t${index}`, milliseconds: index * 1_000 }),
    );
    const slowest = lines(tests).filter((line) => line.includes(' › '));
    expect(slowest).toHaveLength(10);
    expect(slowest[0]).toBe('   11.0 s  a.test.ts › t11');
  });
});
