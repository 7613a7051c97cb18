import type { Gateway } from '../house/gateway.ts';
import { ask, until } from '../house/proof-house.ts';
import type { Chance } from '../random.ts';
import type { Offer } from './offer.ts';
import { mailOf, returnUrl, sessionOf } from './purchase.ts';
import type { Answer, ShopClient } from './shop-client.ts';

export interface BuyerSettings {
  /** Unique in the run: names the session, the mail address and the keys. */
  name: string;
  chance: Chance;
  offers: readonly Offer[];
  client: ShopClient;
  gateway: Gateway;
  databaseUrl: string;
}

/** What became of one buyer. */
export interface Visit {
  name: string;
  outcome: 'nothing-left' | 'refused' | 'paid' | 'declined' | 'left' | 'refunded';
  orderId?: string;
}

interface Placed {
  orderId: string;
  accessToken: string;
}

/** A buyer who asks again until there is an answer, sometimes twice at once, and who sometimes leaves or regrets. */
export async function buy(settings: BuyerSettings): Promise<Visit> {
  const { name } = settings;
  const held = await lockPlaces(settings);
  if (!held) return { name, outcome: 'nothing-left' };
  const placed = await placeOrder(settings);
  if (!placed) return { name, outcome: 'refused' };
  const payment = await startPayment(settings, placed);
  if (!payment) return { name, outcome: 'refused', orderId: placed.orderId };
  return { name, orderId: placed.orderId, outcome: await decide(settings, placed, payment) };
}

async function lockPlaces({ name, chance, offers, client }: BuyerSettings): Promise<boolean> {
  const offer = chance.pick(offers);
  const places = chance.between(1, 3);
  const from = chance.between(0, Math.max(0, offer.seats.length - places));
  const wanted =
    offer.seating === 'assigned'
      ? { seats: offer.seats.slice(from, from + places) }
      : { quantities: { [offer.ticketTypeId]: places } };
  const { status } = await client.insist({
    what: 'lock',
    path: `/api/events/${offer.eventId}/seats/lock`,
    body: { sessionId: sessionOf(name), ...wanted },
  });
  return status === 200;
}

async function placeOrder({ name, chance, client }: BuyerSettings): Promise<Placed | undefined> {
  const question = {
    what: 'order',
    path: '/api/orders',
    key: `order-${name}`,
    body: {
      sessionId: sessionOf(name),
      customer: { fullName: `Buyer ${name}`, email: mailOf(name), phone: '+79210000000' },
      locale: chance.pick(['ru', 'en', 'zh']),
      consents: ['offer', 'personal-data'],
      acceptOtherSeats: chance.percent(50),
    },
  };
  const copies = chance.percent(30) ? 3 : 1;
  const answers = await Promise.all(Array.from({ length: copies }, () => client.insist(question)));
  const created = answers.find(({ status }) => status === 201)?.body.data;
  if (!created) return undefined;
  return { orderId: created['id'] as string, accessToken: created['accessToken'] as string };
}

interface StartedAttempt {
  paymentId: string;
  gatewayId: string;
}

async function startPayment(settings: BuyerSettings, placed: Placed): Promise<StartedAttempt | undefined> {
  const { name, client, databaseUrl } = settings;
  const answer = await client.insist({
    what: 'payment',
    path: '/api/payments',
    key: `pay-${name}`,
    body: { ...placed, method: 'yookassa', returnUrl },
  });
  const paymentId = answer.body.data?.['paymentId'] as string | undefined;
  if (answer.status >= 300 || paymentId === undefined) return undefined;
  const gatewayId = await knownToTheGateway(databaseUrl, paymentId, answer);
  return gatewayId === undefined ? undefined : { paymentId, gatewayId };
}

/** The buyer follows the link; where the answer of the gateway was lost there is none yet. */
async function knownToTheGateway(databaseUrl: string, paymentId: string, answer: Answer) {
  const action = answer.body.data?.['action'] as { url?: string } | undefined;
  const linked = action?.url && new URL(action.url).searchParams.get('orderId');
  if (linked) return linked;
  const rows = await askPatiently<{ id: string | null }>(
    databaseUrl,
    'select external_id as id from payments where document_id = $1',
    [paymentId],
  );
  return rows[0]?.id ?? undefined;
}

async function decide(
  settings: BuyerSettings,
  placed: Placed,
  payment: StartedAttempt,
): Promise<Visit['outcome']> {
  const { chance, gateway } = settings;
  if (chance.percent(10)) return 'left';
  if (chance.percent(10)) {
    await gateway.cancel(payment.gatewayId);
    return 'declined';
  }
  await gateway.pay(payment.gatewayId);
  if (!chance.percent(25)) return 'paid';
  await untilPaid(settings, placed);
  return (await giveBack(settings, placed)) ? 'refunded' : 'paid';
}

async function untilPaid({ databaseUrl }: BuyerSettings, { orderId }: Placed): Promise<void> {
  const over = performance.now() + 5_000;
  await until(async () => {
    const rows = await askPatiently<{ state: string }>(
      databaseUrl,
      'select state from orders where document_id = $1',
      [orderId],
    );
    return rows[0]?.state === 'PAID' || performance.now() > over;
  });
}

async function giveBack({ name, client }: BuyerSettings, { orderId, accessToken }: Placed): Promise<boolean> {
  const { status } = await client.insist({
    what: 'refund',
    path: `/api/orders/${orderId}/refunds`,
    key: `back-${name}`,
    body: { accessToken },
  });
  return status < 300;
}

/** The database may be the one thing that is down. */
async function askPatiently<Row extends object>(url: string, sql: string, values: unknown[]): Promise<Row[]> {
  const answer: { rows?: Row[] } = {};
  await until(async () => {
    answer.rows = await ask<Row>(url, sql, values).catch(() => undefined);
    return answer.rows !== undefined;
  });
  return answer.rows ?? [];
}
