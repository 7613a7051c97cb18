import type { MutantResult } from '@stryker-mutator/api/core';

export interface Score {
  killed: number;
  survived: number;
  /** Survivors that no test even runs. */
  uncovered: number;
  ignored: number;
  /** Of what could have been killed, in per cent. */
  percent: number;
}

const dead = new Set(['Killed', 'Timeout']);
const alive = new Set(['Survived', 'NoCoverage']);

/** Ignored mutants and those that do not even run count for neither side. */
export function scoreOf(mutants: readonly MutantResult[]): Score {
  const killed = mutants.filter(({ status }) => dead.has(status)).length;
  const survived = survivors(mutants).length;
  return {
    killed,
    survived,
    uncovered: mutants.filter(({ status }) => status === 'NoCoverage').length,
    ignored: mutants.filter(({ status }) => status === 'Ignored').length,
    percent: killed + survived === 0 ? 100 : (100 * killed) / (killed + survived),
  };
}

export function survivors(mutants: readonly MutantResult[]): MutantResult[] {
  return mutants.filter(({ status }) => alive.has(status));
}
