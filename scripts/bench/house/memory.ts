import { residentBytes } from './clock-ticks.ts';

export interface MemorySample {
  /** Since the first. */
  seconds: number;
  mb: number;
}

export interface Memory {
  samples: MemorySample[];
  stop: () => void;
}

const everyMs = 1_000;

/** Looks at the resident memory of a process once a second. */
export function watchMemory(pid: number): Memory {
  const began = performance.now();
  const samples: MemorySample[] = [];
  const look = () =>
    samples.push({ seconds: (performance.now() - began) / 1000, mb: residentBytes(pid) / 2 ** 20 });
  look();
  const timer = setInterval(look, everyMs).unref();
  return { samples, stop: () => clearInterval(timer) };
}

export const peakMb = (samples: readonly MemorySample[]): number =>
  Math.max(0, ...samples.map(({ mb }) => mb));

/** MB per minute: the straight line through the second half, when the first has warmed up. */
export function slopeMb(samples: readonly MemorySample[]): number {
  const half = samples.slice(Math.floor(samples.length / 2));
  if (half.length < 2) return 0;
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const time = mean(half.map(({ seconds }) => seconds));
  const level = mean(half.map(({ mb }) => mb));
  const above = half.reduce((sum, { seconds, mb }) => sum + (seconds - time) * (mb - level), 0);
  const below = half.reduce((sum, { seconds }) => sum + (seconds - time) ** 2, 0);
  return below === 0 ? 0 : (above / below) * 60;
}
