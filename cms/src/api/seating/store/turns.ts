import type { Transaction } from '@gangway/kit';

/**
 * Turns are advisory locks that end with the transaction, or with the savepoint in which they were taken. They come
 * before rows: session and customer, then departures in the order of their ids, then the plans that they sell by. The
 * edit of a plan alone takes its turn after its row: nobody who has a share in that turn may lock rows of plans.
 */
const turn = (name: string) => `select pg_advisory_xact_lock${name}(hashtextextended(?, 210))`;

type Turning = { sessionHash: string; customerId?: string | undefined };
type Selling = { eventId: string; planId: string | undefined };

/** One request of a session, and of a customer, at a time: their limits hold under races. */
export async function sessionTurn(trx: Transaction, { sessionHash, customerId }: Turning): Promise<void> {
  await trx.raw(turn(''), [`session:${sessionHash}`]);
  if (customerId) await trx.raw(turn(''), [`customer:${customerId}`]);
}

/**
 * The same for many buyers of one departure, who then take its places among others. Waits for it and its plan alone:
 * whoever has a request under way elsewhere has no turn, and does not keep the others.
 * @returns who has one, in the order of the buyers
 */
export async function turnsTogether(
  trx: Transaction,
  { eventId, planId, buyers }: Selling & { buyers: readonly Turning[] },
): Promise<boolean[]> {
  const names = buyers.flatMap(({ sessionHash, customerId }, at) => [
    { at, name: `session:${sessionHash}` },
    ...(customerId ? [{ at, name: `customer:${customerId}` }] : []),
  ]);
  const { rows } = await trx.raw(
    `select array(select pg_try_advisory_xact_lock(hashtextextended(name, 210))
                    from unnest(?::text[]) with ordinality as t(name, n) order by n) as got,
            pg_advisory_xact_lock_shared(hashtextextended(?, 210)),
            pg_advisory_xact_lock_shared(hashtextextended(?, 210))`,
    [names.map(({ name }) => name), `event:${eventId}`, planName(planId)],
  );
  const { got = [] } = (rows as { got: boolean[] }[])[0] ?? {};
  const refused = new Set(names.flatMap(({ at }, n) => (got[n] ? [] : at)));
  return buyers.map((_, at) => !refused.has(at));
}

/** Taking free places of a departure: any number at a time, the indexes decide between them. */
export async function sharedTurn(trx: Transaction, { eventId, planId }: Selling): Promise<void> {
  await trx.raw(turn('_shared'), [`event:${eventId}`]);
  await planTurn(trx, planId);
}

/** Whoever sells by a plan: nobody edits it meanwhile. After the turns of the departures. */
export async function planTurn(trx: Transaction, planId: string | undefined): Promise<void> {
  await trx.raw(turn('_shared'), [planName(planId)]);
}

/** To edit a plan: nobody sells by it until the edit has ended. */
export async function solePlanTurn(trx: Transaction, planId: string): Promise<void> {
  await trx.raw(turn(''), [planName(planId)]);
}

// Nobody ever waits for the plan of those that have none.
const planName = (planId = '') => `plan:${planId}`;

/** Alone with a departure: to give back what has expired and take it, or to change what is sold. */
export async function soleTurn(trx: Transaction, eventIds: readonly string[]): Promise<void> {
  for (const eventId of [...new Set(eventIds)].sort()) await trx.raw(turn(''), [`event:${eventId}`]);
}
