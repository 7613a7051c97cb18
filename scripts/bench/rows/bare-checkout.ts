import { ask } from '../house/ask.ts';
import { familyTimeMs } from '../house/clock-ticks.ts';
import type { CheckoutParams } from '../load/scenarios/checkout.ts';
import type { PlayReport } from '../replay/messages.ts';
import { recordCheckout } from '../replay/record-checkout.ts';
import type { Recorded } from '../replay/record-checkout.ts';
import type { Script } from '../replay/script.ts';
import { startPlayer } from '../replay/start-player.ts';
import type { Player } from '../replay/start-player.ts';
import { alternated } from './rounds.ts';
import type { Bench } from './row.ts';

/** What cms opens by default. */
const connections = 20;

export type Kind = 'spread' | 'one event';

export interface BareRound {
  rate: number;
  p99Ms: number;
  /** For one checkout, in ms; the whole is PostgreSQL and the client. */
  database: number;
  whole: number;
}

export interface BareCheckouts {
  rounds: Record<Kind, BareRound[]>;
  /** Refused, or played and not in the tables as orders with tickets. */
  wrong: number;
  examples: string[];
  script: Script;
}

/** The SQL of whole checkouts, recorded from a cms and played by a bare client as fast as it goes. */
export async function bareCheckouts(
  bench: Bench,
  params: Record<Kind, CheckoutParams>,
): Promise<BareCheckouts> {
  const { house, signal } = bench;
  const recorded = await recordCheckout({ house, params: params['one event'], signal });
  const before = await sold(recorded.databaseUrl);
  await openCounters(recorded.databaseUrl, params);
  const player = await startPlayer();
  bench.keep(player.stop);
  const result: BareCheckouts = {
    ...{ rounds: { spread: [], 'one event': [] }, wrong: 0, examples: [], script: recorded.script },
  };
  const told = { altogether: 0 };
  for (const kind of alternated<Kind>(['spread', 'one event'], bench.rounds)) {
    signal.throwIfAborted();
    const { report, ...used } = await round({ bench, player, recorded, eventIds: params[kind].eventIds });
    told.altogether += report.altogether;
    const rate = report.played / report.seconds;
    result.rounds[kind].push({ rate, p99Ms: report.p99Ms, ...used });
    result.examples.push(...Object.keys(report.failures));
    result.wrong += Object.values(report.failures).reduce((sum, count) => sum + count, 0);
    bench.say(`checkout, bare client, ${kind}: ${rate.toFixed(0)}/s, p99 ${report.p99Ms.toFixed(0)} ms`);
  }
  result.wrong += Math.abs(told.altogether - ((await sold(recorded.databaseUrl)) - before));
  return result;
}

interface Round {
  bench: Bench;
  player: Player;
  recorded: Recorded;
  eventIds: readonly string[];
}

async function round({
  bench,
  player,
  recorded,
  eventIds,
}: Round): Promise<{ report: PlayReport; database: number; whole: number }> {
  const { seconds, warmUpSeconds, house } = bench;
  const looks = () => [house.pids.database, player.pid].map(familyTimeMs);
  const before = looks();
  const report = await player.play({ ...recorded, eventIds, connections, seconds, warmUpSeconds });
  const [database = 0, client = 0] = looks().map(
    (now, index) => (now - (before[index] ?? 0)) / Math.max(1, report.altogether),
  );
  return { report, database, whole: database + client };
}

/** Orders that are paid and have both tickets, as many as were booked. */
async function sold(databaseUrl: string): Promise<number> {
  const [found] = await ask<{ count: number }>(
    databaseUrl,
    `select count(*)::int as count from orders o where o.state = 'PAID'
        and (select count(*) from admissions a where a.order_id = o.document_id) = 2
        and exists (select from ledger_transactions t where t.payable_id = o.document_id)`,
  );
  return found?.count ?? 0;
}

/** cms makes the counter of a departure with its first sale; what is recorded is a later one. */
async function openCounters(databaseUrl: string, params: Record<Kind, CheckoutParams>): Promise<void> {
  const [like] = params['one event'].eventIds;
  await ask(
    databaseUrl,
    `insert into place_counters (event_id, pool, capacity, held, sold)
     select wanted.id, c.pool, c.capacity, 0, 0 from place_counters c, unnest($2::text[]) as wanted (id)
      where c.event_id = $1 on conflict do nothing`,
    [like, params.spread.eventIds],
  );
}
