import { benchArguments } from './arguments.ts';
import { expectedSeconds, planOf } from './plan.ts';
import { rows } from './rows/index.ts';

describe('the plan', () => {
  it('lets the whole run end within half an hour', () => {
    expect(expectedSeconds(rows, benchArguments([]))).toBeLessThanOrEqual(30 * 60);
  });

  it('names every row with its seconds, and all of them in minutes', () => {
    const [line] = planOf(rows, benchArguments([]));
    for (const { name } of rows) expect(line).toMatch(new RegExp(`${name} \\d+ s`));
    expect(line).toMatch(/3 rounds of 8 s, about \d+ min/);
  });

  it('is longer with a soak', () => {
    const soaked = expectedSeconds(rows, benchArguments(['--soak', '10m']));
    expect(soaked).toBeGreaterThan(expectedSeconds(rows, benchArguments([])) + 400);
  });
});
