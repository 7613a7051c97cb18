import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import type { z } from '@gangway/kit';
import type { Outcome } from '../../../frame/idempotency/idempotently.ts';
import type { changeDepartureRoute } from '../contract/departures.ts';
import type { Deed } from '../desk/desk-deed.ts';
import { givesRefund, isOver, isSame, leavesAt, type Sailing } from '../domain/departure-change.ts';
import { isPaid } from '../domain/departure-share.ts';
import { orderingErrors } from '../errors.ts';
import { tellBuyer } from '../settlement/tell-buyer.ts';
import { insertChange, readBerths, readOrdersOn, type SoldDeparture } from '../store/sold-departures.ts';
import { readAffected, requireDeparture } from './affected.ts';
import { auditDeparture, writeDeparture } from './departure-deed.ts';

export type ChangeAsk = { eventId: string } & z.output<typeof changeDepartureRoute.body>;

/**
 * A departure leaves at another time or from another berth: places and tickets stay, all buyers are told, and who bought
 * before may have the money back until it leaves. Another vessel or plan is another departure.
 * @throws NOT_FOUND, DEPARTURE_OVER, DEPARTURE_IN_PAST, UNKNOWN_BERTH, NOTHING_CHANGED
 */
export async function changeDeparture(strapi: Core.Strapi, deed: Deed, ask: ChangeAsk): Promise<Outcome> {
  const { trx, staffId, locale, now } = deed;
  const { eventId, cause, reason } = ask;
  const { before, after } = await writeDeparture(strapi, {
    ...{ trx, eventId },
    allowed: () => lookAhead(deed, ask),
    data: ({ after }) => columnsOf(after, ask),
  });
  const refundable = givesRefund(before, after);
  const change = { eventId, staffId, cause, reason, refundable, before, after, now };
  const changeId = await insertChange(trx, change);
  const told = await tellAll(strapi, deed, { eventId, changeId });
  await jobsOf(strapi).announce(trx, 'event.changed', { eventId });
  const details = { cause, refundable, told };
  await auditDeparture(deed, { eventId, action: 'departure.changed', details });
  const affected = await readAffected(trx, { eventId, locale });
  return { value: { data: { ...affected, refundable, told } } };
}

type Ahead = { before: Sailing; after: Sailing };

async function lookAhead({ trx, now }: Deed, ask: ChangeAsk): Promise<Ahead> {
  const departure = await requireDeparture(trx, ask.eventId);
  if (isOver(departure)) throw orderingErrors.DEPARTURE_OVER({ state: departure.state });
  const before = sailingOf(departure);
  const after = { ...before, ...timesOf(before, ask), ...(await berthOf({ trx } as Deed, ask)) };
  if (leavesAt(after) <= now.getTime()) throw orderingErrors.DEPARTURE_IN_PAST();
  if (isSame(before, after) && ask.notice === undefined) throw orderingErrors.NOTHING_CHANGED();
  return { before, after };
}

function sailingOf({ startAt, endAt, delayMinutes, berthId, berth }: SoldDeparture): Sailing {
  return { startAt, endAt, delayMinutes, berthId, berth };
}

/** A departure that is put off as a whole ends so much later too; what was late before starts anew. */
function timesOf(before: Sailing, { startAt, endAt, delayMinutes }: ChangeAsk): Partial<Sailing> {
  const iso = (at: number) => new Date(at).toISOString();
  if (startAt === undefined && endAt === undefined) return delayMinutes === undefined ? {} : { delayMinutes };
  const start = startAt === undefined ? Date.parse(before.startAt) : Date.parse(startAt);
  const lasts = Date.parse(before.endAt) - Date.parse(before.startAt);
  const end = endAt === undefined ? start + lasts : Date.parse(endAt);
  const isMoved = iso(start) !== before.startAt;
  return {
    startAt: iso(start),
    endAt: iso(end),
    delayMinutes: delayMinutes ?? (isMoved ? 0 : before.delayMinutes),
  };
}

async function berthOf({ trx }: Pick<Deed, 'trx'>, { berth: berthId }: ChangeAsk): Promise<Partial<Sailing>> {
  if (berthId === undefined) return {};
  const found = (await readBerths(trx)).find(({ id }) => id === berthId);
  if (!found) throw orderingErrors.UNKNOWN_BERTH();
  return { berthId, berth: found.name };
}

function columnsOf(after: Sailing, { berth, notice }: ChangeAsk): Record<string, unknown> {
  const { startAt, endAt, delayMinutes } = after;
  return {
    ...{ startAt, endAt, delayMinutes },
    ...(berth === undefined ? {} : { berth }),
    ...(notice === undefined ? {} : { notice }),
  };
}

type Told = { eventId: string; changeId: string };

/** @returns how many buyers get a letter */
async function tellAll(
  strapi: Core.Strapi,
  { trx, now }: Deed,
  { eventId, changeId }: Told,
): Promise<number> {
  const { orders } = await readAffected(trx, { eventId, locale: 'ru' });
  const affected = new Set(orders.map(({ id }) => id));
  const buyers = (await readOrdersOn(trx, eventId)).filter(
    (order) => isPaid(order) && affected.has(order.id),
  );
  const message = 'order.departure-changed';
  for (const order of buyers) await tellBuyer(strapi, { trx, order, message, about: changeId, now });
  return buyers.filter(({ buyerEmail }) => buyerEmail !== null).length;
}
