import '../../follow-parent.mjs';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { jsonOf } from '../load/checked-body.ts';
import { httpLines } from '../load/http-lines.ts';
import type { HttpLines } from '../load/http-lines.ts';
import { newHistogram, packed, recordMs } from '../load/recorder.ts';
import type { ChangesOrder, ChangesReport, FromChanges, Target, ToChanges } from './messages.ts';

/** A process that changes prices and stock all the time and looks whether the shop shows it. */

const staleMs = 1_000;
const lookMs = 40;
const givesUpMs = 10_000;

interface Seen {
  priceFrom: number | undefined;
  left: number | undefined;
}

type Tally = ReturnType<typeof newTally>;

interface World {
  pool: Pool;
  lines: HttpLines;
  tally: Tally;
}

const say = (message: FromChanges) => process.send?.(message);
const state: { end?: () => Promise<void>; tally?: Tally } = {};

process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToChanges) => {
  if (message.kind === 'begin') begin(message.order);
  if (message.kind === 'report' && state.tally) say({ kind: 'report', report: state.tally.report() });
  if (message.kind === 'end') void state.end?.().then(() => process.exit(0));
});
say({ kind: 'ready' });

function begin({ databaseUrl, cmsUrl, targets, perSecond }: ChangesOrder): void {
  const pool = new Pool({ connectionString: databaseUrl, max: 4 });
  const lines = httpLines(cmsUrl);
  const world: World = { pool, lines, tally: newTally() };
  state.tally = world.tally;
  const idle = targets.map((target) => changer(target));
  const timer = setInterval(() => {
    const next = idle.shift();
    if (!next) return world.tally.failed('every target still waits to be seen');
    void next(world)
      .catch((error: unknown) => world.tally.failed(String(error)))
      .finally(() => idle.push(next));
  }, 1000 / perSecond);
  state.end = async () => {
    clearInterval(timer);
    lines.close();
    await pool.end();
  };
}

type Change = (world: World) => Promise<void>;

/** Amounts below every other price, so that each of them is what a card begins with. */
const lowest = 10_000;
const amounts = 5_000;

function changer(target: Target): Change {
  const own: Own = { turns: 0, session: randomUUID() };
  const deed = target.kind === 'price' ? price : stock;
  return async (world) => {
    own.turns += 1;
    const shows = await deed(world, target as never, own);
    const committed = performance.now();
    world.tally.changed(target.kind === 'price' ? `price of one ${target.of}` : target.kind);
    await watch(world, { target, shows, committed });
  };
}

interface Own {
  turns: number;
  session: string;
}

type Shows = (seen: Seen) => boolean;

async function price({ pool }: World, { price: id }: Target & { kind: 'price' }, own: Own): Promise<Shows> {
  const amount = lowest + ((id * 7 + own.turns) % amounts);
  await pool.query('update prices set amount = $1 where id = $2', [amount, id]);
  return ({ priceFrom }) => priceFrom === amount;
}

async function stock(world: World, target: Target & { kind: 'stock' }, own: Own): Promise<Shows> {
  const before = await seen(world, target, 0);
  const takes = own.turns % 2 === 1;
  const quantities = { [target.ticketTypeId]: 1 };
  const path = `/api/events/${target.eventId}/seats/${takes ? 'lock' : 'unlock'}`;
  const reply = await world.lines.ask({ path, body: { sessionId: own.session, quantities } });
  if (reply.status !== 200) throw new Error(`${path.split('/').at(-1)} ${reply.status}`);
  const left = (before?.left ?? 0) + (takes ? -1 : 1);
  return (now) => now.left === left;
}

/** Card and list by turns until both have shown it. */
async function watch(
  world: World,
  { target, shows, committed }: { target: Target; shows: Shows; committed: number },
): Promise<void> {
  for (const turn of [0, 1]) {
    for (;;) {
      const asked = performance.now() - committed;
      const now = await seen(world, target, turn);
      if (now && shows(now)) {
        world.tally.visible(performance.now() - committed);
        break;
      }
      if (asked >= staleMs) world.tally.stale();
      if (asked > givesUpMs) throw new Error('never seen');
      await pause(lookMs);
    }
  }
}

interface Item {
  id: string;
  priceFrom: { amount: number } | null;
  availability: { left?: number };
}

async function seen({ lines }: World, target: Target, turn: number): Promise<Seen | undefined> {
  const path = turn === 0 ? `/api/events/${target.eventId}?locale=ru` : target.list;
  const reply = await lines.ask({ path });
  const { data } = (jsonOf(reply) ?? {}) as { data?: Item | Item[] };
  const item = [data ?? []].flat().find(({ id }) => id === target.eventId);
  return item && { priceFrom: item.priceFrom?.amount, left: item.availability.left };
}

function newTally() {
  const fresh = () => ({
    ...{ changes: 0, stale: 0, histogram: newHistogram(), began: performance.now() },
    failures: {} as Record<string, number>,
    kinds: {} as Record<string, number>,
  });
  const tally = { now: fresh() };
  return {
    changed: (kind: string) => {
      tally.now.changes += 1;
      tally.now.kinds[kind] = (tally.now.kinds[kind] ?? 0) + 1;
    },
    visible: (ms: number) => recordMs(tally.now.histogram, ms),
    stale: () => (tally.now.stale += 1),
    failed: (why: string) => void (tally.now.failures[why] = (tally.now.failures[why] ?? 0) + 1),
    report: (): ChangesReport => {
      const { changes, stale, histogram, began, failures, kinds } = tally.now;
      tally.now = fresh();
      const seconds = (performance.now() - began) / 1000;
      return { changes, seconds, stale, failures, kinds, visible: packed(histogram) };
    },
  };
}
