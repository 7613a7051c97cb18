import { clock, newId, newToken, hashToken } from '@gangway/kit';
import type { Transaction } from '@gangway/kit';
import { catalogueProjection } from '../../catalog/projection/catalogue-projection.ts';
import type { Departure } from '../../catalog/domain/departure.ts';
import type { Admission } from '../../ordering/domain/admission.ts';
import type { Order, OrderLine } from '../../ordering/domain/order.ts';
import { orderAccess } from '../../ordering/order-access.ts';
import { insertAdmissions, nextSerials } from '../../ordering/store/admissions.ts';
import { insertOrder } from '../../ordering/store/orders.ts';
import { seats } from '../../seating/domain/geometry.ts';
import { issueCode } from '../issue.ts';

/** A paid order as settlement leaves it, with what opens it. */
export interface Sold {
  order: Order;
  admissions: Admission[];
  departure: Departure;
  token: string;
  session: string;
  /** `GET` with the order's token. */
  get(path: string, init?: RequestInit): Promise<Response>;
}

export const holderName = 'Анна Ахматова';
export const price = 149_000;

export const departureWith = (fits: (departure: Departure) => boolean): Departure => {
  const found = catalogueProjection(strapi).current()?.departures.find(fits);
  if (!found) throw new Error('The season has no such departure.');
  return found;
};

/** Boards from a berth in numbered seats. */
export const numbered = ({ event, berth, plan, vessel, seller }: Departure): boolean =>
  event.seating === 'assigned' && Boolean(berth && plan && vessel) && seller.country === 'RU';

/** Sells `count` tickets, the first ones with a seat and a name. */
export async function sell({
  count = 1,
  departure = departureWith(numbered),
  state = 'issued',
}: { count?: number; departure?: Departure; state?: Admission['state'] } = {}): Promise<Sold> {
  const now = clock.now();
  const session = newToken();
  const order = orderOf({ departure, count, session, now });
  const lines = Array.from({ length: count }, (_, index) =>
    lineOf({ order, departure, position: index + 1 }),
  );
  const admissions = await strapi.db.transaction(async ({ trx }) => {
    const own = trx as unknown as Transaction;
    await insertOrder(own, { order, lines, now });
    const serials = await nextSerials(own, count);
    const made = lines.map((line, index) =>
      admissionOf({ line, departure, serial: Number(serials[index]), state, now }),
    );
    await insertAdmissions(own, { admissions: made, now });
    return made;
  });
  const token = orderAccess(strapi).tokenOf(order);
  const get = (path: string, init: RequestInit = {}) =>
    fetch(`${baseUrl}/api/orders/${order.id}/${path}`, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'manual',
      ...init,
    });
  return { order, admissions, departure, token, session, get };
}

interface Ordering {
  departure: Departure;
  count: number;
  session: string;
  now: Date;
}

function orderOf({ departure: { seller }, count, session, now }: Ordering): Order {
  const { name, country, inn } = seller;
  const digits = String(Math.floor(Math.random() * 9e8) + 1e8);
  return {
    id: newId(),
    number: digits.replace(/(\d{3})(?=\d)/g, '$1-'),
    state: 'PAID',
    language: 'ru',
    sellerId: seller.id,
    sellerFacts: { name, country, taxRegime: 'general', inn },
    currency: 'RUB',
    total: price * count,
    vatTotal: 26_869 * count,
    discountTotal: 0,
    refundedTotal: 0,
    customerId: null,
    accountId: null,
    buyerName: 'Анна Ахматова',
    buyerEmail: 'anna@example.org',
    buyerPhone: '+79110000000',
    sessionHash: hashToken(session),
    tokenVersion: 1,
    expiresAt: null,
    maxExpiresAt: null,
    otherSeats: false,
    promotionId: null,
    promotionCode: null,
    channel: 'web',
    attribution: null,
    consents: [],
    placedAt: now,
    paidAt: now,
    closedAt: null,
    closeReason: null,
    needsReview: false,
    staffId: null,
  };
}

/** The next seats of each departure that nobody has bought in these tests. */
const taken = new Map<string, number>();

function nextSeat({ id, plan, event }: Departure) {
  if (!plan || event.seating !== 'assigned') return { seatCode: null, zone: null };
  const index = taken.get(id) ?? 0;
  taken.set(id, index + 1);
  const seat = seats(plan)[index];
  return { seatCode: seat?.seatCode ?? null, zone: seat?.zone ?? null };
}

function lineOf({
  order,
  departure,
  position,
}: {
  order: Order;
  departure: Departure;
  position: number;
}): OrderLine {
  const { event, activity } = departure;
  const names = { ru: 'Взрослый', en: 'Adult', zh: '成人票' };
  return {
    id: newId(),
    orderId: order.id,
    position,
    kind: 'admission',
    eventId: event.id,
    holdId: newId(),
    ...nextSeat(departure),
    ticketTypeId: activity.facts.ticketTypeIds[0] ?? newId(),
    productId: null,
    productKind: null,
    feeId: null,
    forLine: null,
    names,
    facts: {
      activity: names,
      ticketType: names,
      startAt: departure.startAt,
      endAt: departure.endAt,
      timezone: event.timezone,
      refundPolicy: 'until24h',
      occupiesPlace: true,
    },
    quantity: 1,
    listAmount: price,
    unitAmount: price,
    discountAmount: 0,
    amount: price,
    vatMode: 'included',
    vatRateBp: 2200,
    vatAmount: 26_869,
    passenger: position === 1 ? { fullName: holderName } : null,
    rules: [],
    refundedAmount: 0,
    refundedAt: null,
  };
}

interface Issuing {
  line: OrderLine;
  departure: Departure;
  serial: number;
  state: Admission['state'];
  now: Date;
}

function admissionOf({ line, departure, serial, state, now }: Issuing): Admission {
  const startAt = new Date(departure.event.startAt);
  const { code, keyId } = issueCode(strapi, { serial, eventId: departure.id, startAt, now });
  return {
    id: newId(),
    orderId: line.orderId,
    orderLineId: line.id,
    eventId: departure.id,
    seatCode: line.seatCode,
    zone: line.zone,
    ticketTypeId: String(line.ticketTypeId),
    names: line.names,
    holderName: line.passenger?.fullName ?? null,
    ...{ serial, keyId, code, state },
    issuedAt: now,
    voidedAt: state === 'voided' ? now : null,
    usedAt: state === 'used' ? now : null,
  };
}
