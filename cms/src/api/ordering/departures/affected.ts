import type { Core } from '@strapi/strapi';
import {
  commonErrors,
  type Locale,
  localeOf,
  money,
  pick,
  type Transaction,
  type z,
  zonedIso,
} from '@gangway/kit';
import type { affectedSchema } from '../contract/departures.ts';
import { delayTolerance, leavesAt } from '../domain/departure-change.ts';
import { departureShare, isPaid } from '../domain/departure-share.ts';
import type { Order } from '../domain/order.ts';
import {
  readBerths,
  readOrdersOn,
  readPartsOf,
  readSoldDeparture,
  type SoldDeparture,
} from '../store/sold-departures.ts';

export type Affected = z.input<typeof affectedSchema>;
type AffectedOrder = Affected['orders'][number];

/** Who is on a departure, and what their tickets cost. @throws NOT_FOUND */
export async function affectedBy(
  strapi: Core.Strapi,
  { eventId, locale }: { eventId: string; locale: Locale },
): Promise<Affected> {
  return strapi.db.transaction(({ trx }) => readAffected(trx as unknown as Transaction, { eventId, locale }));
}

export async function readAffected(
  trx: Transaction,
  { eventId, locale }: { eventId: string; locale: Locale },
): Promise<Affected> {
  const departure = await requireDeparture(trx, eventId);
  const orders = await ordersOn(trx, { eventId, locale });
  const berths = await readBerths(trx);
  return {
    event: eventView(departure, locale),
    orders,
    totals: totalsOf(orders),
    berths: berths.map(({ id, name }) => ({ id, name: pick(name, locale) })),
    delayTolerance,
  };
}

/** @throws NOT_FOUND */
export async function requireDeparture(trx: Transaction, eventId: string): Promise<SoldDeparture> {
  const departure = await readSoldDeparture(trx, eventId);
  if (!departure) throw commonErrors.NOT_FOUND();
  return departure;
}

function eventView(departure: SoldDeparture, locale: Locale): Affected['event'] {
  const { id, state, timezone, delayMinutes, berthId, berth, vessel, notice } = departure;
  const at = (moment: string) => zonedIso(Date.parse(moment), timezone);
  const own = departure.titles.find((title) => localeOf(title.locale) === locale) ?? departure.titles[0];
  return {
    ...{ id, state, timezone, delayMinutes, notice, title: own?.title ?? '' },
    ...{ startAt: at(departure.startAt), endAt: at(departure.endAt) },
    leavesAt: zonedIso(leavesAt(departure), timezone),
    berth: berthId && berth ? { id: berthId, name: pick(berth, locale) } : null,
    vessel: vessel ? pick(vessel, locale) : null,
  };
}

async function ordersOn(
  trx: Transaction,
  { eventId }: { eventId: string; locale: Locale },
): Promise<AffectedOrder[]> {
  const orders = await readOrdersOn(trx, eventId);
  const { lines, requests } = await readPartsOf(
    trx,
    orders.map(({ id }) => id),
  );
  return orders.flatMap((order) => {
    const own = { lines: lines.get(order.id) ?? [], requests: requests.get(order.id) ?? [], eventId };
    const share = departureShare(own);
    const events = new Set(own.lines.flatMap((line) => line.eventId ?? []));
    return share.tickets === 0 ? [] : [orderView(order, { ...share, otherEvents: events.size - 1 })];
  });
}

type Share = { tickets: number; amount: number; otherEvents: number };

function orderView(order: Order, { tickets, amount, otherEvents }: Share): AffectedOrder {
  const { id, number, state: status, buyerName: fullName, buyerEmail: email, buyerPhone: phone } = order;
  const paid = isPaid(order);
  return {
    ...{ id, number, status, tickets, otherEvents, buyer: { fullName, email, phone } },
    amount: money(paid ? amount : 0, order.currency),
  };
}

function totalsOf(orders: readonly AffectedOrder[]): Affected['totals'] {
  const byCurrency = Map.groupBy(orders, ({ amount }) => amount.currency);
  return {
    orders: orders.length,
    unpaid: orders.filter((order) => !isPaid({ state: order.status })).length,
    tickets: orders.reduce((sum, { tickets }) => sum + tickets, 0),
    withoutEmail: orders.filter(({ buyer }) => buyer.email === null).length,
    money: [...byCurrency].map(([currency, own]) =>
      money(
        own.reduce((sum, { amount }) => sum + amount.amount, 0),
        currency,
      ),
    ),
  };
}
