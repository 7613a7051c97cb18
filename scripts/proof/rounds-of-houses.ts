import type { EnvSource } from '../../config/env.ts';
import type { ProofHouse } from './house/proof-house.ts';
import { withHouse } from './house/with-house.ts';
import type { PartReport, PartSettings } from './part.ts';

/** Some rounds of a part, in one house: business time runs on, and places are used up. */
export interface Stay {
  house: ProofHouse;
  /** Of the round in the whole part, counted from 0. */
  numbers: readonly number[];
}

interface Plan {
  part: string;
  rounds: number;
  roundsOfAHouse: number;
  report: PartReport;
  /** What is different in the house of the round with this number and those after it. */
  env?: (from: number) => EnvSource;
  stay: (stay: Stay) => Promise<void>;
}

/** House after house, up to the first round that finds something. */
export async function inHouses(settings: PartSettings, plan: Plan): Promise<PartReport> {
  const { part, rounds, roundsOfAHouse, report, env, stay } = plan;
  for (let from = 0; from < rounds && goesOn(settings, report); from += roundsOfAHouse) {
    const count = Math.min(roundsOfAHouse, rounds - from);
    const numbers = Array.from({ length: count }, (_, at) => from + at);
    await withHouse({ ...settings, name: `${part}-${from}`, env: env?.(from) }, (house) =>
      stay({ house, numbers }),
    );
  }
  return report;
}

/** Whether the next round may follow. */
export const goesOn = ({ signal }: PartSettings, { failures }: PartReport): boolean =>
  failures.length === 0 && !signal.aborted;

interface Finding {
  /** Which round it was, as the beginning of a sentence. */
  what: string;
  problems: readonly string[];
  house: ProofHouse;
  /** What `npm run proof --` takes to see it again. */
  again: string;
}

export const failureOf = ({ what, problems, house, again }: Finding): string =>
  [
    ...[`${what}:`, ...problems.map((problem) => `  ${problem}`)],
    `  what happened: ${house.folder}; again: npm run proof -- ${again}`,
  ].join('\n');
