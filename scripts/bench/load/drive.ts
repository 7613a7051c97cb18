import { join } from 'node:path';
import { startCompanion } from '../companion.ts';
import { familyTimeMs } from '../house/clock-ticks.ts';
import type { FromGenerator, Harvest, Order, ToGenerator } from './messages.ts';
import { merged, percentiles } from './recorder.ts';
import type { Percentiles } from './recorder.ts';

/** A generator that could not keep its own pace says nothing about the server. */
export const mostLagMs = 50;

export interface Generator {
  pid: number;
  /** `measuring` is called when the warm-up is over. */
  follow: (order: Order, measuring: () => void) => Promise<Harvest>;
  stop: () => void;
}

export async function startGenerator(): Promise<Generator> {
  const file = join(import.meta.dirname, 'generator.ts');
  const { pid, ask, hear, stop } = await startCompanion<ToGenerator, FromGenerator>(file, 'The generator');
  return {
    ...{ pid, stop },
    follow: async (order, measuring) => {
      await ask({ kind: 'order', order }, 'measuring');
      measuring();
      return (await hear('harvest')).harvest;
    },
  };
}

/** What one round says. Times are milliseconds, processor time is milliseconds per piece of work. */
export interface Round {
  what: string;
  rate: number;
  seconds: number;
  planned: number;
  answers: Record<string, number>;
  wrong: number;
  examples: Record<string, string>;
  latency: Percentiles;
  steps: Record<string, Percentiles>;
  processor: Record<string, number>;
  generator: Harvest['generator'];
  /** Why it says nothing; null when it counts. */
  discarded: string | null;
  facts: unknown;
}

export interface Drive extends Order {
  what: string;
  generators: readonly Generator[];
  /** Processes whose processor time is measured, by name. */
  watch: Readonly<Record<string, number>>;
}

/** One round: the rate is shared by the generators. */
export async function drive({ what, generators, watch, ...order }: Drive): Promise<Round> {
  const before = new Map<string, number>();
  const used: Record<string, number> = {};
  const measuring = () => {
    if (before.size === 0) for (const name in watch) before.set(name, familyTimeMs(watch[name] ?? 0));
  };
  const share = { ...order, rate: order.rate / generators.length };
  const harvests = await Promise.all(generators.map((generator) => generator.follow(share, measuring)));
  // Not before the last answer: work that is still under way belongs to these requests.
  for (const name in watch) used[name] = familyTimeMs(watch[name] ?? 0) - (before.get(name) ?? 0);
  return roundOf({ what, order, harvests, used });
}

interface Gathered {
  what: string;
  order: Order;
  harvests: readonly Harvest[];
  used: Record<string, number>;
}

export function roundOf({ what, order, harvests, used }: Gathered): Round {
  const planned = sum(harvests.map((harvest) => harvest.planned));
  const generator = {
    share: Math.max(...harvests.map((harvest) => harvest.generator.share)),
    lagP99Ms: Math.max(...harvests.map((harvest) => harvest.generator.lagP99Ms)),
    lagMaxMs: Math.max(...harvests.map((harvest) => harvest.generator.lagMaxMs)),
  };
  const stepNames = [...new Set(harvests.flatMap(({ steps }) => Object.keys(steps)))];
  const stepOf = (name: string) => merged(harvests.flatMap(({ steps }) => steps[name] ?? []));
  return {
    ...{ what, rate: order.rate, seconds: order.seconds, planned, generator },
    answers: added(harvests.map(({ answers }) => answers)),
    wrong: sum(harvests.map((harvest) => harvest.wrong)),
    examples: Object.assign({}, ...harvests.map(({ examples }) => examples)),
    latency: percentiles(merged(harvests.map(({ latency }) => latency))),
    steps: Object.fromEntries(stepNames.map((name) => [name, percentiles(stepOf(name))])),
    processor: Object.fromEntries(Object.entries(used).map(([name, ms]) => [name, ms / planned])),
    discarded: whyDiscarded(generator),
    facts: harvests.map(({ facts }) => facts),
  };
}

/** How the reason begins when it was not the server. */
export const generatorsEnd = 'the generator fell behind';

function whyDiscarded({ share, lagP99Ms }: Harvest['generator']): string | null {
  if (lagP99Ms <= mostLagMs) return null;
  return `${generatorsEnd}: 1 of 100 began more than ${lagP99Ms.toFixed(0)} ms late at ${(share * 100).toFixed(0)} % of a processor`;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function added(counts: readonly Record<string, number>[]): Record<string, number> {
  const all: Record<string, number> = {};
  for (const [name, count] of counts.flatMap(Object.entries<number>)) all[name] = (all[name] ?? 0) + count;
  return all;
}
