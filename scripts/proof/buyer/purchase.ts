import { createHash } from 'node:crypto';
import type { Offer } from './offer.ts';
import type { Answer, ShopClient } from './shop-client.ts';

/** Whose purchase it is: names the session, the mail address and the keys, so it is unique in a run. */
export interface Purchaser {
  name: string;
  client: ShopClient;
}

export interface Reserved {
  orderId: string;
  accessToken: string;
  /** In minor units. */
  total: number;
  lines: { id: string; kind: string; quantity: number }[];
  eventId: string;
}

export interface Wish {
  offer: Offer;
  /** Index of the first seat; without meaning where places have no numbers. */
  from?: number;
  places: number;
  /** Further fields of the order. */
  extra?: object;
}

/**
 * Locks places and orders them.
 * @throws when either is refused
 */
export async function reserve(
  purchaser: Purchaser,
  { offer, from = 0, places, extra }: Wish,
): Promise<Reserved> {
  const { name, client } = purchaser;
  const wanted =
    offer.seating === 'assigned'
      ? { seats: offer.seats.slice(from, from + places) }
      : { quantities: { [offer.ticketTypeId]: places } };
  const body = { sessionId: sessionOf(name), ...wanted };
  const locked = await client.insist({ what: 'lock', path: `/api/events/${offer.eventId}/seats/lock`, body });
  requireAnswer(locked, 200);
  const ordered = await order(purchaser, extra);
  requireAnswer(ordered, 201);
  const { id, accessToken, total, lines } = ordered.body.data as {
    id: string;
    accessToken: string;
    total: { amount: number };
    lines: Reserved['lines'];
  };
  return { orderId: id, accessToken, total: total.amount, lines, eventId: offer.eventId };
}

/** Orders what the session holds; asked again, it is the same request under the same key. */
export function order({ name, client }: Purchaser, extra: object = {}): Promise<Answer> {
  return client.insist({
    what: 'order',
    path: '/api/orders',
    key: `order-${name}`,
    body: {
      sessionId: sessionOf(name),
      customer: { fullName: `Buyer ${name}`, email: mailOf(name), phone: '+79210000000' },
      locale: 'en',
      consents: ['offer', 'personal-data'],
      ...extra,
    },
  });
}

/** Begins the payment, again and again until there is an answer. */
export function beginPayment(
  { name, client }: Purchaser,
  { orderId, accessToken }: Pick<Reserved, 'orderId' | 'accessToken'>,
): Promise<Answer> {
  return client.insist({
    what: 'payment',
    path: '/api/payments',
    key: `pay-${name}`,
    body: { orderId, accessToken, method: 'yookassa', returnUrl },
  });
}

/** The id that the gateway gave the payment: it stands in the address the buyer is sent to. */
export function gatewayIdOf(answer: Answer): string {
  const action = answer.body.data?.['action'] as { url?: string } | undefined;
  const id = action?.url && new URL(action.url).searchParams.get('orderId');
  if (!id) throw new Error(`No payment began: ${answer.status} ${JSON.stringify(answer.body)}`);
  return id;
}

function requireAnswer({ status, body }: Answer, wanted: number): void {
  if (status !== wanted) throw new Error(`Not ${wanted} but ${status}: ${JSON.stringify(body)}`);
}

/** Where the gateway sends the buyer back to: the shop that the settings name when nobody sets one. */
export const returnUrl = 'http://localhost:4321/return';

export const mailOf = (name: string): string => `${name}@buyers.example`;

export const sessionOf = (name: string): string =>
  createHash('sha256').update(name).digest('hex').slice(0, 32);
