import { build, decodeFromCompressedBase64, encodeIntoCompressedBase64 } from 'hdr-histogram-js';
import type { Histogram } from 'hdr-histogram-js';

/** Microseconds, up to a minute and a half, to three digits. */
export const newHistogram = (): Histogram =>
  build({ lowestDiscernibleValue: 1, highestTrackableValue: 90_000_000, numberOfSignificantValueDigits: 3 });

/** As it travels between processes. */
export const packed = (histogram: Histogram): string => encodeIntoCompressedBase64(histogram);

export const recordMs = (histogram: Histogram, ms: number): void =>
  histogram.recordValue(Math.min(90_000_000, Math.max(1, Math.round(ms * 1000))));

/** One histogram of several: percentiles of a whole are not the mean of percentiles. */
export function merged(histograms: readonly string[]): Histogram {
  const whole = newHistogram();
  for (const text of histograms) whole.add(decodeFromCompressedBase64(text));
  return whole;
}

/** Milliseconds. */
export interface Percentiles {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  p999: number;
  max: number;
}

export function percentiles(histogram: Histogram): Percentiles {
  const at = (percentile: number) => histogram.getValueAtPercentile(percentile) / 1000;
  const count = histogram.totalCount;
  return { count, p50: at(50), p95: at(95), p99: at(99), p999: at(99.9), max: histogram.maxValue / 1000 };
}
