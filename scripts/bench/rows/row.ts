import type { BenchHouse } from '../house/bench-house.ts';
import type { Contents } from '../house/templates.ts';
import type { Memory } from '../house/memory.ts';
import type { Generator, Round } from '../load/drive.ts';
import type { Measure } from '../report/measure.ts';
import type { Scale } from '../scale.ts';

export const rowNames = [
  ...([
    'catalogue',
    'search',
    'checkout',
    'locks',
    'seat-map',
    'together',
    'back-office',
    'strangers',
    'memory',
  ] as const),
] as const;
export type RowName = (typeof rowNames)[number];

/** What a row is given. */
export interface Bench {
  house: BenchHouse;
  scale: Scale;
  generators: readonly Generator[];
  /** Of cms, since it was started. */
  memory: Memory;
  /** How long the row of memory loads at least. */
  soakMinutes: number;
  rounds: number;
  /** Measured seconds of a round, and those before them. */
  seconds: number;
  warmUpSeconds: number;
  /** One short round of each: a look, not a result. */
  quick: boolean;
  say: (line: string) => void;
  signal: AbortSignal;
  /** Stopped at the end of the row, whatever happens. */
  keep: (stop: () => Promise<unknown> | void) => void;
  /** Number for draws, another one each time it is asked. */
  seed: () => number;
}

/** How long a run is asked to be. */
export type Pace = Pick<Bench, 'rounds' | 'seconds' | 'warmUpSeconds' | 'quick' | 'soakMinutes'>;

export interface RowReport {
  measures: Measure[];
  /** All rounds, those that were discarded too. */
  rounds: Round[];
  /** What a reader has to know, in whole sentences. */
  notes: string[];
}

export interface Row {
  name: RowName;
  title: string;
  needs: Contents;
  /** Seconds that it takes, more or less. */
  expected: (pace: Pace) => number;
  run: (bench: Bench) => Promise<RowReport>;
}
