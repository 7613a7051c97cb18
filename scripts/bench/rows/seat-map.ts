import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../house/ask.ts';
import { familyTimeMs, residentBytes } from '../house/clock-ticks.ts';
import { httpLines } from '../load/http-lines.ts';
import { merged, percentiles } from '../load/recorder.ts';
import type { Percentiles } from '../load/recorder.ts';
import { machineMs } from '../readers/messages.ts';
import type { Change } from '../readers/messages.ts';
import { startReaders } from '../readers/start-readers.ts';
import type { Measure } from '../report/measure.ts';
import { none } from './rounds.ts';
import type { Bench, Row, RowReport } from './row.ts';

const changesPerSecond = 3;
/** What is on its way when the last change was answered. */
const settleMs = 3_000;

interface Sight {
  asked: number;
  open: number;
  delays: Percentiles;
  missed: number;
  lost: number;
  changes: number;
  /** Milliseconds of cms for one frame to one reader. */
  perFrame: number;
  memoryMb: number;
}

/** Readers of one ship's map over WebSocket, while its seats are locked and let go. */
export const seatMap: Row = {
  name: 'seat-map',
  title: 'seat-map readers: from the answer of a lock to the frame at each reader',
  needs: 'shop',
  expected: ({ quick, rounds, seconds }) => (quick ? 15 + seconds : rounds * (15 + seconds) + 60 + seconds),
  run: async (bench): Promise<RowReport> => {
    const crowds = bench.quick ? [bench.scale.name === 'small' ? 100 : 1_000] : [1_000, 10_000];
    const sights: Sight[] = [];
    for (const count of crowds)
      for (let round = 0; round < (count > 1_000 ? 1 : bench.rounds); round++)
        sights.push(await look(bench, count));
    const last = sights.at(-1);
    return {
      rounds: [],
      measures: [
        ...crowds.map((count) =>
          delayOf(
            sights.filter(({ asked }) => asked === count),
            count,
          ),
        ),
        ...crowds.map((count) =>
          perFrameOf(
            sights.filter(({ asked }) => asked === count),
            count,
          ),
        ),
        {
          name: 'readers on one process',
          unit: '',
          better: 'more',
          floor: 1000,
          goal: 10_000,
          values: [last?.open ?? 0],
        },
        none('frames that a reader missed', sum(sights.map(({ missed }) => missed))),
        none('readers that were cut or not let in', sum(sights.map(({ lost }) => lost))),
      ],
      notes: sights.map(
        ({ open, changes, memoryMb, delays }) =>
          `${open} readers, ${changes} changes: p50 ${delays.p50.toFixed(0)} ms, longest ${delays.max.toFixed(0)} ms; cms ${memoryMb.toFixed(0)} MB.`,
      ),
    };
  },
};

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function delayOf(sights: readonly Sight[], count: number): Measure {
  const bound = count > 1_000 ? { goal: 500 } : { floor: 500 };
  return {
    name: `p99 to ${count} readers`,
    unit: 'ms',
    better: 'less',
    ...bound,
    values: sights.map(({ delays }) => delays.p99),
  };
}

function perFrameOf(sights: readonly Sight[], count: number): Measure {
  const values = sights.map(({ perFrame }) => perFrame * 1000);
  return { name: `cms for a frame to one of ${count}`, unit: 'µs', better: 'less', values };
}

async function look(bench: Bench, count: number): Promise<Sight> {
  bench.signal.throwIfAborted();
  const { house, seconds } = bench;
  const { eventId, seats } = await aShip(bench);
  const url = `${house.cmsUrl.replace('http', 'ws')}/ws/seatmap`;
  const readers = await startReaders({ url, eventId, count });
  try {
    const before = familyTimeMs(house.pids.cms);
    const changes = await change({ cmsUrl: house.cmsUrl, eventId, seats, seconds });
    await pause(settleMs);
    const used = familyTimeMs(house.pids.cms) - before;
    const reports = await readers.report(changes);
    const delays = percentiles(merged(reports.map((report) => report.delays)));
    const sight: Sight = {
      ...{ asked: count, open: readers.open, delays, changes: changes.length },
      missed: sum(reports.map(({ missed }) => missed)),
      lost: readers.lost + sum(reports.map(({ lost }) => lost)),
      perFrame: used / Math.max(1, delays.count),
      memoryMb: residentBytes(house.pids.cms) / 2 ** 20,
    };
    bench.say(
      `${readers.open} readers: p50/p95/p99 ${delays.p50.toFixed(0)}/${delays.p95.toFixed(0)}/${delays.p99.toFixed(0)} ms, missed ${sight.missed}, lost ${sight.lost}`,
    );
    return sight;
  } finally {
    readers.stop();
  }
}

/** A departure of the largest vessel, with its seats. */
async function aShip({ house }: Bench): Promise<{ eventId: string; seats: string[] }> {
  const [event] = await ask<{ id: string }>(
    house.databaseUrl,
    `select document_id as id from events where capacity = 180 and seating = 'assigned' and label ~ '^bench [0-9]+$'
      order by start_at desc limit 1`,
  );
  // Tables may be sold as one; a seat of a row goes alone.
  const seats = await ask<{ code: string }>(
    house.databaseUrl,
    `select distinct seat->>'seatCode' as code
       from seating_plans p, jsonb_path_query(p.geometry, '$.decks[*].sections[*].rows[*].seats[*]') as s (seat)
      where p.capacity = 180 and seat->>'seatCode' not in (
        select seat_code from seating_claims where event_id = $1 and released_at is null)
      order by 1`,
    [event?.id],
  );
  return { eventId: event?.id ?? '', seats: seats.map(({ code }) => code) };
}

interface Changing {
  cmsUrl: string;
  eventId: string;
  seats: readonly string[];
  seconds: number;
}

/** Locks seats one after the other at a fixed rate. */
async function change({ cmsUrl, eventId, seats, seconds }: Changing): Promise<Change[]> {
  const lines = httpLines(cmsUrl);
  const changes: Change[] = [];
  const began = performance.now();
  const total = seconds * changesPerSecond;
  for (let number = 0; number < total; number++) {
    const due = began + (number * 1000) / changesPerSecond;
    await pause(Math.max(0, due - performance.now()));
    const seatCode = seats[number % seats.length] ?? '';
    const body = { sessionId: randomUUID(), seats: [seatCode] };
    const { status, body: text } = await lines.ask({ path: `/api/events/${eventId}/seats/lock`, body });
    if (status !== 200) throw new Error(`A seat for the map could not be locked: ${status} ${String(text)}`);
    changes.push({ seatCode, word: 'reserved', at: machineMs() });
  }
  lines.close();
  return changes;
}
