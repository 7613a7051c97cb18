import type { Histogram } from 'hdr-histogram-js';

/** How one piece of work ended. */
export interface Outcome {
  /** A status, or what was wrong with the answer. */
  answer: string;
  /** Whether it was an answer to the question at all. */
  right: boolean;
  /** What was wrong, for people. */
  example?: string;
}

export interface Tools {
  /** Puts a time beside that of the whole work. */
  step: (name: string, ms: number) => void;
}

/** Work that arrives again and again. `index` counts arrivals, those of the warm-up too. */
export interface Work {
  arrive: (index: number) => Promise<Outcome>;
  /** Called once, when the last has ended. */
  facts?: () => unknown;
  close: () => void;
}

export type Scenario<Params> = (params: Params, tools: Tools) => Promise<Work> | Work;

export type Steps = Map<string, Histogram>;

export const right = (answer: string): Outcome => ({ answer, right: true });
export const wrong = (answer: string, example = ''): Outcome => ({
  ...{ answer, right: false },
  example: example.slice(0, 400),
});
