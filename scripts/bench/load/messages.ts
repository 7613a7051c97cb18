import type { ScenarioName } from './scenarios/index.ts';

/** What the parent asks a generator for. */
export interface Order {
  scenario: ScenarioName;
  /** Of the scenario; has to survive the way between processes. */
  params: unknown;
  /** Arrivals per second. */
  rate: number;
  /** Measured, after the warm-up. */
  seconds: number;
  warmUpSeconds: number;
}

/** How a generator fared with its order; histograms are packed, moments are milliseconds. */
export interface Harvest {
  planned: number;
  /** Answers by what they were: a status, or what was wrong. */
  answers: Record<string, number>;
  /** Those among them that were no answer to the question. */
  wrong: number;
  /** An example of each wrong answer. */
  examples: Record<string, string>;
  /** From the moment at which the work was due to its end. */
  latency: string;
  /** Steps of the work that the scenario marked, by name. */
  steps: Record<string, string>;
  generator: {
    /** Of one processor, while it measured. */
    share: number;
    /** How late work was begun. */
    lagP99Ms: number;
    lagMaxMs: number;
  };
  /** What the scenario kept for the end. */
  facts: unknown;
}

export type FromGenerator = { kind: 'ready' } | { kind: 'measuring' } | { kind: 'harvest'; harvest: Harvest };

export type ToGenerator = { kind: 'order'; order: Order };
