import { merged, newHistogram, packed, percentiles, recordMs } from './recorder.ts';

const of = (values: number[]) => {
  const histogram = newHistogram();
  values.forEach((value) => recordMs(histogram, value));
  return packed(histogram);
};

describe('histograms', () => {
  it('of several generators are one, with the percentiles of all that they saw', () => {
    const fast = of(Array.from({ length: 98 }, () => 1));
    const slow = of([100, 200]);
    const { count, p50, p99, max } = percentiles(merged([fast, slow]));
    expect(count).toBe(100);
    expect(p50).toBeCloseTo(1, 2);
    expect(p99).toBeCloseTo(100, 0);
    expect(max).toBeCloseTo(200, 0);
  });

  it('take what is out of their range at its border', () => {
    expect(percentiles(merged([of([-5, 1e9])])).max).toBeGreaterThan(80_000);
  });

  it('of nothing are empty', () => {
    expect(percentiles(merged([]))).toMatchObject({ count: 0, p99: 0 });
  });
});
