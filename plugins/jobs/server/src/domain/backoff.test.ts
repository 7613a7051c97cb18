import { backoffSeconds, defaultRetries } from './backoff.ts';

describe('the wait between attempts', () => {
  it('grows by its factor up to its limit', () => {
    const backoff = { firstSeconds: 5, factor: 3, maxSeconds: 100 };
    expect([1, 2, 3, 4, 5].map((attempt) => backoffSeconds(backoff, attempt))).toEqual([5, 15, 45, 100, 100]);
  });

  it('keeps trying for about two hours unless told otherwise', () => {
    const waits = Array.from({ length: defaultRetries.max - 1 }, (_, index) =>
      backoffSeconds(defaultRetries.backoff, index + 1),
    );
    const total = waits.reduce((left, right) => left + right, 0);
    expect(total).toBeGreaterThan(1.5 * 3600);
    expect(total).toBeLessThan(3 * 3600);
  });
});
