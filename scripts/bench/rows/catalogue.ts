import { startBare } from '../bare/start-bare.ts';
import { startChanges } from '../changes/start-changes.ts';
import type { ChangesReport } from '../changes/messages.ts';
import type { Round } from '../load/drive.ts';
import type { Most } from '../load/most.ts';
import { merged, percentiles } from '../load/recorder.ts';
import type { ReadParams } from '../load/scenarios/read.ts';
import { startStock, stockAddresses } from '../stock/start-stock.ts';
import { besideBare, besideStock, endOf, mostOf } from './contenders.ts';
import { catalogueAddresses } from './catalogue-addresses.ts';
import type { Addresses } from './catalogue-addresses.ts';
import {
  alternated,
  climbSpan,
  measured,
  none,
  orSaid,
  roundsSpan,
  running,
  used,
  wrongAnswers,
} from './rounds.ts';
import type { Running } from './rounds.ts';
import type { Bench, Row, RowReport } from './row.ts';

const floorRate = 600;
const p99 = 100;
const changesPerSecond = 24;

interface Shop {
  name: 'cms' | 'bare';
  url: string;
  watch: Record<string, number>;
}

/** Lists and cards while prices and stock change, beside the fastest server that could send the same bytes. */
export const catalogue: Row = {
  name: 'catalogue',
  title: 'catalogue list of 20 and event card',
  needs: 'shop',
  expected: (pace) =>
    60 +
    roundsSpan(pace, pace.rounds * 2) +
    (pace.quick ? 1 : pace.rounds) * (climbSpan(pace, 7) + climbSpan(pace, 10)) +
    climbSpan(pace, 7),
  run: async (bench): Promise<RowReport> => {
    const { house, keep } = bench;
    const addresses = await catalogueAddresses(bench);
    const { urls, targets } = addresses;
    const notes: string[] = [];
    const startContender = () => startBare({ ...house, paths: urls.map(({ path }) => path) });
    const bare = await orSaid(bench, { what: 'Bare node:http', notes, work: startContender });
    if (bare) keep(bare.stop);
    const order = { ...house, targets: targets.slice(0, 400), perSecond: changesPerSecond };
    const changes = await startChanges(order);
    keep(changes.stop);
    const shops: Shop[] = [
      { name: 'cms', url: house.cmsUrl, watch: house.pids },
      ...(bare ? [{ name: 'bare' as const, url: bare.url, watch: { bare: bare.pid } }] : []),
    ];
    const run = running(bench);
    const fixed = await fixedRounds({ bench, run, addresses, shops });
    const changed = await changes.report();
    const tops = await climbs({ bench, run, addresses, shops });
    const beyond = await changes.report();
    const climbStock = () => stockMost({ bench, run, addresses });
    const stock = await orSaid(bench, { what: 'Stock Strapi', notes, work: climbStock });
    return report({ run, addresses, fixed, tops, stock, notes, changed, beyond });
  },
};

/** A second is long for a page, so that the rate of stock Strapi is what it can do and not what it does well. */
const stockP99 = 1_000;

async function stockMost({ bench, run, addresses }: Omit<Work, 'shops'>): Promise<Most> {
  const stock = await startStock(bench.house);
  bench.keep(stock.stop);
  const ids = addresses.urls.flatMap(({ expect }) => (expect.kind === 'card' ? expect.id : []));
  const urls = stockAddresses(ids);
  return run.most({
    ...{ what: 'catalogue, stock Strapi', scenario: 'read' as const, watch: { stock: stock.pid } },
    ...{ from: 20, top: 2_000, p99: stockP99 },
    params: (): ReadParams => ({ url: stock.url, urls, seed: bench.seed() }),
  });
}

interface Work {
  bench: Bench;
  run: Running;
  addresses: Addresses;
  shops: Shop[];
}

type ByShop<What> = Record<Shop['name'], What[]>;

async function fixedRounds({ bench, run, addresses, shops }: Work): Promise<ByShop<Round>> {
  const rounds: ByShop<Round> = { cms: [], bare: [] };
  for (const shop of alternated(shops, bench.rounds))
    rounds[shop.name].push(
      await run.round({ ...reading(shop), rate: floorRate, params: params(bench, addresses, shop) }),
    );
  return rounds;
}

async function climbs({ bench, run, addresses, shops }: Work): Promise<ByShop<Most>> {
  const tops: ByShop<Most> = { cms: [], bare: [] };
  for (const shop of alternated(shops, bench.quick ? 1 : bench.rounds))
    tops[shop.name].push(
      await run.most({
        ...{ ...reading(shop), from: 1_000, top: 64_000, p99 },
        params: () => params(bench, addresses, shop),
      }),
    );
  return tops;
}

const reading = ({ name, watch }: Shop) => ({ what: `catalogue, ${name}`, scenario: 'read' as const, watch });

function params(bench: Bench, { urls }: Addresses, { url }: Shop): ReadParams {
  return { url, urls, seed: bench.seed() };
}

interface Results {
  run: Running;
  addresses: Addresses;
  fixed: ByShop<Round>;
  tops: ByShop<Most>;
  stock: Most | undefined;
  notes: string[];
  /** While the rate was fixed. */
  changed: ChangesReport;
  /** While everybody climbed until they broke, two processors for all. */
  beyond: ChangesReport;
}

function report({ run, addresses, fixed, tops, stock, notes, changed, beyond }: Results): RowReport {
  const { p99: shown } = percentiles(merged([changed.visible]));
  const step = (name: string) => (one: Round) => one.steps[name]?.p99 ?? 0;
  return {
    rounds: run.all,
    measures: [
      measured({ name: 'p99 at 600/s', unit: 'ms', floor: p99 }, fixed.cms, ({ latency }) => latency.p99),
      measured({ name: 'p99 of a list', unit: 'ms' }, fixed.cms, step('list')),
      measured({ name: 'p99 of a card', unit: 'ms' }, fixed.cms, step('card')),
      used('cms per request at 600/s', fixed.cms, 'cms'),
      used('PostgreSQL per request at 600/s', fixed.cms, 'database'),
      mostOf('cms', tops.cms),
      mostOf('bare node:http', tops.bare),
      ...besideBare(tops.cms, tops.bare),
      mostOf('stock Strapi REST', stock ? [stock] : []),
      ...besideStock(tops.cms, stock),
      { name: 'a change is shown, p99', unit: 'ms', better: 'less', floor: 1000, values: [shown] },
      none('answers that showed a change of over 1 s not', changed.stale),
      wrongAnswers([...fixed.cms, ...fixed.bare]),
    ],
    notes: [
      ...notes,
      `${addresses.urls.length} addresses. At 600/s: ${changesNote(changed)}`,
      `While both climbed past what the machine can do: ${changesNote(beyond)} Later than a second: ${beyond.stale}.`,
      endOf('cms', tops.cms),
      endOf('bare node:http', tops.bare),
      endOf(`stock Strapi (p99 ≤ ${stockP99} ms)`, stock ? [stock] : []),
      'Processor time of stock Strapi is without that of PostgreSQL.',
      'Processor time of cms holds everything it did meanwhile: making answers anew after changes, and PostgreSQL.',
    ],
  };
}

function changesNote({ changes, seconds, kinds, visible, failures }: ChangesReport): string {
  const seen = percentiles(merged([visible]));
  const [middle, late, last] = [seen.p50, seen.p99, seen.max].map((ms) => ms.toFixed(0));
  const each = Object.entries(kinds).map(([kind, count]) => `${kind}: ${count}`);
  const missed = Object.entries(failures).map(([why, count]) => ` ${why}: ${count}.`);
  return `${changes} changes in ${seconds.toFixed(0)} s (${each.join(', ')}); seen after ${middle} ms (p50), ${late} ms (p99), ${last} ms (longest).${missed.join('')}`;
}
