import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../house/proof-house.ts';
import type { ProofHouse } from '../house/proof-house.ts';

const minute = 60_000;
const roundMs = 250;
const mostRounds = 800;

const unfinished = `
  select 'order ' || number || ' is ' || state as what from orders where state = 'LOCKED'
  union all
  select 'payment ' || document_id || ' is ' || state from payments where state in ('pending', 'authorized')
  union all
  select 'refund ' || document_id || ' is ' || state from refunds where state in ('requested', 'pending')
  union all
  select 'notification ' || id || ' waits' from payment_inbox where handled_at is null
  union all
  select 'message ' || document_id || ' is ' || state from messages where state in ('queued', 'sending')
  union all
  select 'job ' || name || ' ' || id || ' is ' || state from jobs_pending where state <> 'dead'`;

/** Where Redis hands jobs out, there are none of these. */
const elsewhere = `
  union all
  select 'job ' || id || ' waits' from graphile_worker._private_jobs where attempts < max_attempts`;

async function underWay({ databaseUrl }: ProofHouse): Promise<string[]> {
  const [found] = await ask<{ there: boolean }>(
    databaseUrl,
    `select to_regclass('graphile_worker._private_jobs') is not null as there`,
  );
  const rows = await ask<{ what: string }>(databaseUrl, found?.there ? unfinished + elsewhere : unfinished);
  return rows.map(({ what }) => what).sort();
}

/**
 * Waits until nothing is under way. After `still` rounds business time is moved on, so that whatever waits for an hour
 * need not; not while something moves by itself, for that is merely slow.
 * @throws with what is still under way after many rounds
 */
export async function comeToRest(house: ProofHouse, { still = 8 }: { still?: number } = {}): Promise<void> {
  const before = { what: '' };
  for (let round = 0; round < mostRounds; round += 1) {
    const what = (await underWay(house)).join();
    if (what === '') return;
    if (round % 4 === 3) {
      if (round >= still && what === before.what) await house.shiftClock(20 * minute);
      before.what = what;
    }
    await pause(roundMs);
  }
  throw new Error(`The house does not come to rest: ${(await underWay(house)).join('; ')}`);
}
