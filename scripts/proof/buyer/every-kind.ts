import { until, ask } from '../house/proof-house.ts';
import type { ProofHouse } from '../house/proof-house.ts';
import type { Offer } from './offer.ts';
import { beginPayment, gatewayIdOf, reserve } from './purchase.ts';
import type { Purchaser, Reserved, Wish } from './purchase.ts';
import type { ShopClient } from './shop-client.ts';

export const kinds = [
  'seated',
  'counted',
  'returned',
  'partly',
  'declined',
  'expired',
  'free',
  'byHand',
] as const;

export type Kind = (typeof kinds)[number];

export interface Bazaar {
  house: ProofHouse;
  client: ShopClient;
  assigned: Offer;
  general: Offer;
  /** A code that makes everything free. */
  promoCode: string;
  /** An access token of somebody who may do everything in the back office. */
  staffToken: string;
}

/** A purchase of every kind, each at its end: paid, given back in whole and in part, declined, left, free, by hand. */
export async function buyOfEveryKind(bazaar: Bazaar): Promise<Record<Kind, Reserved>> {
  const { assigned, general } = bazaar;
  const two = { offer: assigned, places: 2 };
  return {
    seated: await paid(bazaar, 'seated', two),
    counted: await paid(bazaar, 'counted', { offer: general, places: 3 }),
    returned: await givenBack(bazaar, 'returned', { offer: assigned, from: 2, places: 2 }),
    partly: await givenBack(bazaar, 'partly', { offer: general, places: 3 }, 1),
    declined: await declined(bazaar, { offer: assigned, from: 4, places: 1 }),
    expired: await reserve(purchaser(bazaar, 'expired'), { offer: assigned, from: 5, places: 1 }),
    free: await free(bazaar, { offer: assigned, from: 6, places: 1 }),
    byHand: await byHand(bazaar, { offer: assigned, from: 7, places: 1 }),
  };
}

const purchaser = ({ client }: Bazaar, name: string): Purchaser => ({ name, client });

async function paid(bazaar: Bazaar, name: string, wish: Wish): Promise<Reserved> {
  const who = purchaser(bazaar, name);
  const reserved = await reserve(who, wish);
  await bazaar.house.gateway.pay(gatewayIdOf(await beginPayment(who, reserved)));
  await reaches(bazaar, reserved, ['PAID']);
  return reserved;
}

/** `units`: so many of the first line; without it everything. */
async function givenBack(bazaar: Bazaar, name: string, wish: Wish, units?: number): Promise<Reserved> {
  const reserved = await paid(bazaar, name, wish);
  const { orderId, accessToken, lines } = reserved;
  const some = units === undefined ? {} : { lines: [{ lineId: lines[0]?.id, quantity: units }] };
  const question = { what: 'refund', path: `/api/orders/${orderId}/refunds`, key: `back-${name}` };
  await bazaar.client.insist({ ...question, body: { accessToken, ...some } });
  await reaches(bazaar, reserved, ['REFUNDED', 'PARTIALLY_REFUNDED']);
  return reserved;
}

async function declined(bazaar: Bazaar, wish: Wish): Promise<Reserved> {
  const who = purchaser(bazaar, 'declined');
  const reserved = await reserve(who, wish);
  await bazaar.house.gateway.cancel(gatewayIdOf(await beginPayment(who, reserved)));
  return reserved;
}

/** What costs nothing is paid as soon as it is ordered. */
async function free(bazaar: Bazaar, wish: Wish): Promise<Reserved> {
  const reserved = await reserve(purchaser(bazaar, 'free'), {
    ...wish,
    extra: { promoCode: bazaar.promoCode },
  });
  await reaches(bazaar, reserved, ['PAID']);
  return reserved;
}

async function byHand(bazaar: Bazaar, wish: Wish): Promise<Reserved> {
  const reserved = await reserve(purchaser(bazaar, 'by-hand'), wish);
  await bazaar.client.insist({
    what: 'mark-paid',
    path: `/api/admin/orders/${reserved.orderId}/mark-paid`,
    headers: { authorization: `Bearer ${bazaar.staffToken}` },
    body: { method: 'cash', reference: 'slip 17', reason: 'Paid at the desk' },
  });
  await reaches(bazaar, reserved, ['PAID']);
  return reserved;
}

const patienceMs = 60_000;

async function reaches({ house }: Bazaar, { orderId }: Reserved, states: string[]): Promise<void> {
  const sql = 'select from orders where document_id = $1 and state = any($2)';
  await until(async () => (await ask(house.databaseUrl, sql, [orderId, states])).length > 0, {
    signal: AbortSignal.timeout(patienceMs),
  });
}
