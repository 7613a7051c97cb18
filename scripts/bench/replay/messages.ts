import type { Script } from './script.ts';

export interface PlayOrder {
  databaseUrl: string;
  script: Script;
  /** Played on in turns. */
  eventIds: readonly string[];
  connections: number;
  seconds: number;
  warmUpSeconds: number;
}

export interface PlayReport {
  /** While it was measured. */
  played: number;
  /** With the warm-up. */
  altogether: number;
  seconds: number;
  p99Ms: number;
  failures: Record<string, number>;
}

export type ToPlayer = { kind: 'play'; order: PlayOrder };
export type FromPlayer = { kind: 'ready' } | { kind: 'played'; report: PlayReport };
