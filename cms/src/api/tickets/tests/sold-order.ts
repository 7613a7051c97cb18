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

/** More seats than all tests together sell; a vessel of forty-eight is sold out by those of orders. */
const roomy = 100;

/** Boards from a berth in numbered seats; other tests make small departures of their own. */
export const numbered = ({ event, berth, plan, vessel, seller }: Departure): boolean =>
  event.seating === 'assigned' &&
  Boolean(berth && plan && vessel && seats(plan).length > roomy) &&
  seller.country === 'RU';

/** Sells `count` tickets, the first ones with a seat and a name; `admitted: false` leaves the admissions to come. */
export async function sell({
  count = 1,
  departure: chosen,
  state = 'issued',
  admitted = true,
}: {
  count?: number;
  departure?: Departure;
  state?: Admission['state'];
  admitted?: boolean;
} = {}): Promise<Sold> {
  // A test before this one may have moved the clock, which the catalogue follows in its own time.
  await catalogueProjection(strapi).rebuild();
  const departure = chosen ?? departureWith(numbered);
  const now = clock.now();
  const session = newToken();
  const order = orderOf({ departure, count, session, now });
  const places = await freePlaces(departure, count);
  const lines = places.map((place, index) => lineOf({ order, departure, place, position: index + 1 }));
  const admissions = await strapi.db.transaction(async ({ trx }) => {
    const own = trx as unknown as Transaction;
    await insertOrder(own, { order, lines, now });
    const serials = (await nextSerials(own, count)).sort((one, other) => one - other);
    const made = (admitted ? lines : []).map((line, index) =>
      admissionOf({ line, departure, serial: serials[index] ?? 0, state, now }),
    );
    await insertAdmissions(own, { admissions: made, now });
    return made;
  });
  const token = orderAccess(strapi).tokenOf(order);
  const get = (path: string, init: RequestInit = {}) =>
    fetch(`${baseUrl}/api/orders/${order.id}/${path}`, {
      // A kept connection may have been closed while the test was busy reading a PDF.
      headers: { authorization: `Bearer ${token}`, connection: 'close' },
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

interface Place {
  seatCode: string | null;
  zone: string | null;
}

/** Seats that nobody has a ticket for, one for each ticket. */
async function freePlaces({ id, plan, event }: Departure, count: number): Promise<Place[]> {
  if (!plan || event.seating !== 'assigned')
    return Array.from({ length: count }, () => ({ seatCode: null, zone: null }));
  const sold = await strapi.db.connection('admissions').where({ event_id: id }).pluck('seat_code');
  return seats(plan)
    .filter(({ seatCode }) => !sold.includes(seatCode))
    .slice(0, count)
    .map(({ seatCode, zone }) => ({ seatCode, zone }));
}

interface Choosing {
  order: Order;
  departure: Departure;
  place: Place;
  position: number;
}

function lineOf({ order, departure, place, position }: Choosing): OrderLine {
  const { event, activity } = departure;
  const names = { ru: 'Взрослый', en: 'Adult', zh: '成人票' };
  return {
    id: newId(),
    orderId: order.id,
    position,
    kind: 'admission',
    eventId: event.id,
    holdId: newId(),
    ...place,
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
