import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import type { Outcome } from '../../../frame/idempotency/idempotently.ts';
import type { Deed } from '../desk/desk-deed.ts';
import { type Cause, isOver } from '../domain/departure-change.ts';
import { orderingErrors } from '../errors.ts';
import { endRemindersOf } from '../store/reminders.ts';
import { insertCancellation, readOrdersOn } from '../store/sold-departures.ts';
import { readAffected, requireDeparture } from './affected.ts';
import { auditDeparture, writeDeparture } from './departure-deed.ts';
import { makeRefundJobs } from './refund-cancelled.ts';

export type CancelAsk = { eventId: string; cause: Cause; reason: string };

/**
 * A departure does not take place: nobody buys or boards any more from the moment this commits. Each order is dealt with
 * by a job of its own: money back, tickets void, buyer told.
 * @throws NOT_FOUND, DEPARTURE_OVER
 */
export async function cancelDeparture(
  strapi: Core.Strapi,
  deed: Deed,
  { eventId, cause, reason }: CancelAsk,
): Promise<Outcome> {
  const { trx, staffId, locale, now } = deed;
  const affected = await writeDeparture(strapi, {
    ...{ trx, eventId, data: { state: 'cancelled' } },
    allowed: async () => {
      const { state } = await requireDeparture(trx, eventId);
      if (isOver({ state })) throw orderingErrors.DEPARTURE_OVER({ state });
      return readAffected(trx, { eventId, locale });
    },
  });
  await insertCancellation(trx, { eventId, staffId, cause, reason, now });
  await endRemindersOf(trx, { eventId, now });
  const orders = await readOrdersOn(trx, eventId);
  const cancelled = orders.map(({ id: orderId }) => ({ eventId, orderId }));
  await makeRefundJobs(strapi, trx, cancelled);
  await jobsOf(strapi).announce(trx, 'event.cancelled', { eventId });
  const details = { cause, orders: affected.totals.orders, tickets: affected.totals.tickets };
  await auditDeparture(deed, { eventId, action: 'departure.cancelled', details });
  return { value: { data: { ...affected, event: { ...affected.event, state: 'cancelled' } } } };
}
