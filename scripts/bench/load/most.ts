import type { Round } from './drive.ts';

export interface Bound {
  /** Milliseconds. */
  p99: number;
}

export interface Most {
  /** The highest rate that held; 0 when none did. */
  rate: number;
  /** The round at this rate. */
  round: Round | undefined;
  /** What broke at the next step. */
  limit: string;
  steps: Round[];
}

/** What a round breaks; undefined when it holds. */
export function broken(
  { wrong, answers, latency, discarded, examples }: Round,
  { p99 }: Bound,
): string | undefined {
  if (discarded) return discarded;
  if (wrong > 0) return `${wrong} wrong answers ${JSON.stringify({ answers, examples })}`;
  return latency.p99 > p99 ? `p99 ${latency.p99.toFixed(0)} ms` : undefined;
}

interface Search {
  from: number;
  bound: Bound;
  /** Rates above are not asked for. */
  top: number;
  attempt: (rate: number) => Promise<Round>;
}

const growth = 2;
/** Halves of what lies between the last that held and the first that did not. */
const halvings = 3;
/** When not even the first rate holds. */
const descents = 2;

interface Climb {
  /** The highest rate that held. */
  held: { rate: number; round: Round | undefined };
  /** The lowest rate that did not; undefined while all did. */
  broken: { rate: number; limit: string } | undefined;
}

/** Doubles a rate until the bound breaks, or halves it until it holds, and then looks in between. */
export async function mostRate({ from, bound, top, attempt }: Search): Promise<Most> {
  const steps: Round[] = [];
  const climb: Climb = { held: { rate: 0, round: undefined }, broken: undefined };
  const holds = async (rate: number): Promise<boolean> => {
    const round = await tried(rate, { steps, attempt });
    const limit = broken(round, bound);
    if (limit === undefined) climb.held = { rate, round };
    else climb.broken = { rate, limit };
    return limit === undefined;
  };
  await upwards({ from, top, holds });
  for (let down = 1; down <= descents && climb.held.rate === 0; down++) await holds(from / growth ** down);
  await inBetween(climb, holds);
  return { ...climb.held, limit: climb.broken?.limit ?? `asked for no more than ${top}`, steps };
}

type Holds = (rate: number) => Promise<boolean>;

async function upwards({ from, top, holds }: { from: number; top: number; holds: Holds }): Promise<void> {
  if (!(await holds(from)) || from >= top) return;
  await upwards({ from: Math.min(top, from * growth), top, holds });
}

async function inBetween(climb: Climb, holds: Holds): Promise<void> {
  for (let half = 0; half < halvings && climb.broken && climb.held.rate > 0; half++)
    await holds(Math.round((climb.held.rate + climb.broken.rate) / 2));
}

/** A generator may be disturbed once; twice it is at its end. */
async function tried(
  rate: number,
  { steps, attempt }: { steps: Round[]; attempt: Search['attempt'] },
): Promise<Round> {
  const first = await attempt(rate);
  steps.push(first);
  if (!first.discarded) return first;
  const again = await attempt(rate);
  steps.push(again);
  return again;
}
