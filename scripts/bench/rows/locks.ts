import { ask } from '../house/ask.ts';
import type { Round } from '../load/drive.ts';
import type { LockParams } from '../load/scenarios/lock.ts';
import { endOf } from './contenders.ts';
import { climbSpan, measured, none, roundsSpan, running, used, wrongAnswers } from './rounds.ts';
import type { Bench, Row, RowReport } from './row.ts';

/** Answers that a buyer waits for without wondering. */
const p99 = 500;

/** Locks of one to three seats in a hall, every round on an evening of its own. */
export const locks: Row = {
  name: 'locks',
  title: 'locks on a hall of 32,000 numbered seats (200 and 409)',
  needs: 'shop',
  expected: (pace) => 5 + roundsSpan(pace, pace.rounds) + climbSpan(pace, 7),
  run: async (bench): Promise<RowReport> => {
    const { round, most, all } = running(bench);
    const hall = await readHall(bench);
    const evenings = hall.evenings.values();
    const opened: string[] = [];
    const params = (): LockParams => {
      const eventId = evenings.next().value;
      if (eventId === undefined) throw new Error('The hall has no evening left: make the climb shorter.');
      opened.push(eventId);
      return { url: bench.house.cmsUrl, eventId, seats: hall.seats, seed: bench.seed() };
    };
    const fixed: Round[] = [];
    for (let number = 0; number < bench.rounds; number++)
      fixed.push(await round({ what: 'locks', scenario: 'lock', params: params(), rate: 500 }));
    const top = await most({ what: 'locks', scenario: 'lock', params, from: 500, top: 8_000, p99 });
    const lost = await contradictions(bench, all, opened);
    return {
      rounds: all,
      measures: [
        { name: 'locks per second', unit: '/s', better: 'more', floor: 500, goal: 2000, values: [top.rate] },
        measured({ name: 'p99 at 500/s', unit: 'ms' }, fixed, ({ latency }) => latency.p99),
        used('cms per lock at 500/s', fixed, 'cms'),
        used('PostgreSQL per lock at 500/s', fixed, 'database'),
        none('seats given twice or lost', lost.length),
        wrongAnswers(fixed),
      ],
      notes: [endOf('cms', [top]), ...lost.slice(0, 5)],
    };
  },
};

export async function readHall({ house }: Bench): Promise<{ evenings: string[]; seats: string[] }> {
  const evenings = await ask<{ id: string }>(
    house.databaseUrl,
    `select document_id as id from events where label like 'bench hall %' order by start_at`,
  );
  const seats = await ask<{ code: string }>(
    house.databaseUrl,
    `select seat->>'seatCode' as code
       from seating_plans p, jsonb_path_query(p.geometry, '$.decks[*].sections[*].rows[*].seats[*]') with ordinality as s (seat, n)
      where p.label = 'bench hall' order by n`,
  );
  return { evenings: evenings.map(({ id }) => id), seats: seats.map(({ code }) => code) };
}

/** What buyers were told against what the tables hold: a seat twice, a seat that is not there, a seat nobody knows of. */
async function contradictions(
  { house }: Bench,
  rounds: readonly Round[],
  eventIds: string[],
): Promise<string[]> {
  const told = new Set(rounds.flatMap(({ facts }) => (facts as string[][]).flat()));
  const held = await ask<{ seat: string; claims: number; event: string }>(
    house.databaseUrl,
    `select hold_id || ' ' || seat_code as seat, count(*)::int as claims, event_id as event from seating_claims
      where event_id = any($1) and released_at is null group by 1, 3`,
    [eventIds],
  );
  const doubles = await ask<{ seat: string }>(
    house.databaseUrl,
    `select event_id || ' ' || seat_code as seat from seating_claims
      where event_id = any($1) and released_at is null group by 1 having count(*) > 1`,
    [eventIds],
  );
  const known = new Set(held.map(({ seat }) => seat));
  return [
    ...doubles.map(({ seat }) => `two claims of ${seat}`),
    ...[...told].filter((seat) => !known.has(seat)).map((seat) => `told and not there: ${seat}`),
    ...(rounds.every(({ wrong }) => wrong === 0)
      ? [...known].filter((seat) => !told.has(seat)).map((seat) => `there and not told: ${seat}`)
      : []),
  ];
}
