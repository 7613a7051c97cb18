import { stopPatienceMs } from './stop-patience.ts';

describe('how long a process may take to stop', () => {
  it.each([
    [{ stopDelaySeconds: 0, stopGraceSeconds: 10 }, 22_000],
    [{ stopDelaySeconds: 10, stopGraceSeconds: 15 }, 42_000],
  ])('is the delay, twice the grace and a little: %j', (env, expected) => {
    expect(stopPatienceMs(env)).toBe(expected);
  });
});
