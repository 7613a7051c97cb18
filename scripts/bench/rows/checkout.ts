import { randomBytes } from 'node:crypto';
import { ask } from '../house/ask.ts';
import { gatewayAuthorization } from '../house/environment.ts';
import type { Round } from '../load/drive.ts';
import type { CheckoutParams } from '../load/scenarios/checkout.ts';
import type { Most } from '../load/most.ts';
import type { Measure } from '../report/measure.ts';
import {
  alternated,
  climbSpan,
  measured,
  median,
  none,
  orSaid,
  roundsSpan,
  running,
  used,
  wrongAnswers,
} from './rounds.ts';
import type { Running } from './rounds.ts';
import { endOf } from './contenders.ts';
import { bareCheckouts } from './bare-checkout.ts';
import type { BareCheckouts, BareRound, Kind } from './bare-checkout.ts';
import type { Bench, Row, RowReport } from './row.ts';

/** The bound of the climb: what a buyer waits for without wondering. */
const p99 = 1_200;
const rates = { floor: 20, goal: 50 };
const goals: Record<Kind, number> = { spread: 150, 'one event': 80 };
/** Of what a bare client plays of the same SQL. */
const shares: Record<Kind, number> = { spread: 0.19, 'one event': 0.17 };
const kinds = ['spread', 'one event'] as const;

/** Whole purchases, over many departures and on a single one. */
export const checkout: Row = {
  name: 'checkout',
  title: 'whole checkout over HTTP: lock, order, payment, notification, tickets issued',
  needs: 'shop',
  expected: (pace) => 60 + roundsSpan(pace, pace.rounds * 6) + 2 * climbSpan(pace, 7),
  run: async (bench): Promise<RowReport> => {
    const run = running(bench);
    const shop = await readOpen(bench);
    const fixed = await fixedRounds({ bench, run, shop });
    const tops = await climbs({ run, shop });
    const lost = await unpaid(bench, run.all);
    const notes = kinds.map((kind) => endOf(`cms, ${kind},`, [tops[kind]]));
    const params = { spread: shop.spread(), 'one event': shop['one event']() };
    const work = () => bareCheckouts(bench, params);
    const bare = await orSaid(bench, { what: 'The bare client', notes, work });
    if (bare) notes.push(noteOf(bare));
    const figures = kinds.map((kind) => ({ kind, fixed: fixed[kind], top: tops[kind], bare }));
    return {
      rounds: run.all,
      measures: [
        ...figures.flatMap(measuresOf),
        none('paid and not in the tables', lost),
        none('played by the bare client and not in the tables', bare?.wrong),
        wrongAnswers(kinds.flatMap((kind) => Object.values(fixed[kind]).flat())),
      ],
      notes,
    };
  },
};

type Shop = Record<Kind, () => CheckoutParams>;
type Fixed = Record<keyof typeof rates, Round[]>;

const wish = (shop: Shop, kind: Kind) => ({
  ...{ what: `checkout, ${kind}`, scenario: 'checkout' as const },
  params: shop[kind],
});

async function fixedRounds({
  bench,
  run,
  shop,
}: {
  bench: Bench;
  run: Running;
  shop: Shop;
}): Promise<Record<Kind, Fixed>> {
  const fixed: Record<Kind, Fixed> = {
    spread: { floor: [], goal: [] },
    'one event': { floor: [], goal: [] },
  };
  for (const kind of alternated(kinds, bench.rounds))
    for (const bound of ['floor', 'goal'] as const) {
      const { params, ...work } = wish(shop, kind);
      fixed[kind][bound].push(await run.round({ ...work, rate: rates[bound], params: params() }));
    }
  return fixed;
}

async function climbs({ run, shop }: { run: Running; shop: Shop }): Promise<Record<Kind, Most>> {
  const climb = (kind: Kind) => run.most({ ...wish(shop, kind), from: 40, top: 640, p99 });
  return { spread: await climb('spread'), 'one event': await climb('one event') };
}

interface Figures {
  kind: Kind;
  fixed: Fixed;
  top: Most;
  bare: BareCheckouts | undefined;
}

function measuresOf({ kind, fixed, top, bare }: Figures): Measure[] {
  const p95 = { name: `p95 at ${rates.floor}/s, ${kind}`, unit: 'ms', floor: 600 };
  const late = { name: `p99 at ${rates.goal}/s, ${kind}`, unit: 'ms', goal: 300 };
  return [
    measured(p95, fixed.floor, ({ latency }) => latency.p95),
    measured(late, fixed.goal, ({ latency }) => latency.p99),
    used(`cms each, ${kind}`, fixed.goal, 'cms'),
    used(`PostgreSQL each, ${kind}`, fixed.goal, 'database'),
    {
      ...{ name: `checkouts per second, ${kind}`, unit: '/s', better: 'more' },
      ...{ goal: goals[kind], values: [top.rate] },
    },
    ...besideBare({ kind, top: top.rate, rounds: fixed.goal, bare: bare?.rounds[kind] ?? [] }),
  ];
}

interface Beside {
  kind: Kind;
  /** The most that cms held. */
  top: number;
  rounds: readonly Round[];
  bare: readonly BareRound[];
}

function besideBare({ kind, top, rounds, bare }: Beside): Measure[] {
  const more = { unit: '/s', better: 'more' as const };
  const each = median(rounds.map(({ processor: { cms = 0, database = 0 } }) => cms + database));
  return [
    { ...more, name: `the same SQL by a bare client, ${kind}`, values: bare.map(({ rate }) => rate) },
    {
      ...{ ...more, name: `of the rate of the bare client, ${kind}`, unit: '', goal: shares[kind] },
      values: bare.flatMap(({ rate }) => (rate > 0 ? top / rate : [])),
    },
    {
      ...{ ...more, name: `of its checkouts per processor second, ${kind}`, unit: '' },
      values: bare.flatMap(({ whole }) => (each > 0 ? whole / each : [])),
    },
    {
      ...{ name: `PostgreSQL each, bare client, ${kind}`, unit: 'ms', better: 'less' as const },
      values: bare.map(({ database }) => database),
    },
  ];
}

function noteOf({ script, examples }: BareCheckouts): string {
  const { statements, deeds, trips } = script;
  return [
    `The bare client plays what cms sent for one checkout in this run, on a copy of the data: ${statements} statements, ${trips} round trips, ${deeds.length} transactions and single reads, without the letter and the looks for tickets.`,
    ...new Set(examples),
  ].join(' ');
}

/** Departures without numbered places: the first for all, the others for the spread. */
export async function readOpen({ house }: Bench) {
  const rows = await ask<{ id: string; type: string }>(
    house.databaseUrl,
    `select e.document_id as id, t.document_id as type from events e cross join ticket_types t
      where e.label like 'bench open %' and t.code = 'adult' order by e.start_at`,
  );
  const [one, ...others] = rows.map(({ id }) => id);
  const params = (eventIds: string[]) => (): CheckoutParams => ({
    ...{ url: house.cmsUrl, sandboxUrl: house.sandboxUrl, authorization: gatewayAuthorization },
    ...{ eventIds, ticketTypeId: rows[0]?.type ?? '', name: randomBytes(4).toString('hex') },
  });
  return { events: rows.length, spread: params(others), 'one event': params([one ?? '']) };
}

/** Orders whose tickets were shown and that are not PAID with two tickets in the tables. */
async function unpaid({ house }: Bench, rounds: readonly Round[]): Promise<number> {
  const shown = rounds.flatMap(({ facts }) => (facts as string[][]).flat());
  const [found] = await ask<{ count: number }>(
    house.databaseUrl,
    `select count(*)::int as count from orders o where o.document_id = any($1) and o.state = 'PAID'
        and (select count(*) from admissions a where a.order_id = o.document_id) = 2`,
    [shown],
  );
  return shown.length - (found?.count ?? 0);
}
