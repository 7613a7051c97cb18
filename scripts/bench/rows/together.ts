import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../house/ask.ts';
import { drive, startGenerator } from '../load/drive.ts';
import type { Drive, Generator, Round } from '../load/drive.ts';
import type { ReadParams } from '../load/scenarios/read.ts';
import type { Measure } from '../report/measure.ts';
import { catalogueAddresses } from './catalogue-addresses.ts';
import { readOpen } from './checkout.ts';
import { deskParams } from './back-office.ts';
import { measured, roundsSpan, told, wrongAnswers } from './rounds.ts';
import type { Bench, Row, RowReport } from './row.ts';
import { searchParams } from './search.ts';

/** The four pairs of the specification: milliseconds at p95 and at p99; the goal is half of each. */
const pairs = {
  catalogue: { p95: 250, p99: 450 },
  search: { p95: 200, p99: 400 },
  checkout: { p95: 600, p99: 1_200 },
  'back office': { p95: 800, p99: 1_500 },
} as const;

type Stream = keyof typeof pairs;
const streams = Object.keys(pairs) as Stream[];

/** Everything at once at the rates of the specification; generators of their own, so that none waits for another. */
export const together: Row = {
  name: 'together',
  title: 'all at once: 300 search, 300 catalogue, 20 checkout, 150 back office per second',
  needs: 'archive',
  expected: (pace) => 60 + (pace.rounds + 1) * 25 + roundsSpan(pace, pace.rounds + 1, pace.seconds * 2),
  run: async (bench): Promise<RowReport> => {
    const [readers, buyers] = [await startGenerator(), await startGenerator()];
    bench.keep(readers.stop);
    bench.keep(buyers.stop);
    // Logging in is limited: once for all rounds.
    const crew = { readers, buyers, staff: await deskParams(bench) };
    // Those of a climb of checkouts are thousands.
    await atRest(bench, { longestMs: 300_000 });
    const warmUp = await once(bench, crew);
    const rounds: Rounds[] = [];
    for (let number = 0; number < bench.rounds; number++) rounds.push(await once(bench, crew));
    const all = rounds.flatMap((one) => Object.values(one));
    return {
      rounds: all,
      measures: [...streams.flatMap((stream) => pairOf(stream, rounds)), wrongAnswers(all)],
      notes: [
        'Four generators on the same two processors as the house.',
        `A first round of everything warms up and counts for nothing (purchases p95 ${warmUp.checkout.latency.p95.toFixed(0)} ms). Each round begins when the letters of the one before have gone, or after ninety seconds.`,
      ],
    };
  },
};

type Rounds = Record<Stream, Round>;

function pairOf(stream: Stream, rounds: readonly Rounds[]): Measure[] {
  const own = rounds.map((one) => one[stream]);
  return (['p95', 'p99'] as const).map((at) => {
    const floor = pairs[stream][at];
    const bound = { name: `${at}, ${stream}`, unit: 'ms', floor, goal: floor / 2 };
    return measured(bound, own, ({ latency }) => latency[at]);
  });
}

async function once(bench: Bench, crew: Crew): Promise<Rounds> {
  bench.signal.throwIfAborted();
  const rounds = await everything(bench, crew);
  await atRest(bench, { longestMs: 90_000 });
  return rounds;
}

/** Letters wait for a calm moment, and no longer than a minute: those of a round would be sent in the middle of the next. */
async function atRest({ house, signal }: Bench, { longestMs }: { longestMs: number }): Promise<void> {
  const over = performance.now() + longestMs;
  const waiting = `select 1 from messages where state in ('queued', 'sending') limit 1`;
  while (performance.now() < over && (await ask(house.databaseUrl, waiting)).length > 0)
    await pause(500, undefined, { signal });
}

interface Crew {
  readers: Generator;
  buyers: Generator;
  staff: ReadParams;
}

/** All four begin in the same moment and last as long. */
async function everything(bench: Bench, crew: Crew): Promise<Rounds> {
  const searchers = await startGenerator();
  try {
    const orders = await ordersOf(bench, { ...crew, searchers });
    const watch = bench.house.pids;
    const span = { seconds: bench.seconds * 2, warmUpSeconds: bench.warmUpSeconds };
    const begun = streams.map(async (stream) => {
      const { generator, ...order } = orders[stream];
      const what = `together, ${stream}`;
      const round = await drive({ ...order, ...span, what, watch, generators: [generator] });
      bench.say(told(round));
      return [stream, round] as const;
    });
    return Object.fromEntries(await Promise.all(begun)) as Rounds;
  } finally {
    searchers.stop();
  }
}

type Begin = Pick<Drive, 'scenario' | 'params' | 'rate'> & { generator: Generator };

async function ordersOf(
  bench: Bench,
  { readers, buyers, staff, searchers }: Crew & { searchers: Generator },
): Promise<Record<Stream, Begin>> {
  const [desk] = bench.generators;
  if (!desk) throw new Error('There is no generator.');
  const { urls } = await catalogueAddresses(bench);
  const reading: ReadParams = { url: bench.house.cmsUrl, urls, seed: bench.seed() };
  const shop = await readOpen(bench);
  return {
    catalogue: { scenario: 'read', params: reading, rate: 300, generator: readers },
    search: { scenario: 'read', params: await searchParams(bench), rate: 300, generator: searchers },
    checkout: { scenario: 'checkout', params: shop.spread(), rate: 20, generator: buyers },
    'back office': { scenario: 'read', params: { ...staff, seed: bench.seed() }, rate: 150, generator: desk },
  };
}
