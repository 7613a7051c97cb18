import { setTimeout as pause } from 'node:timers/promises';
import { jobsOf } from '@gangway/jobs/contract';
import { clock, newId } from '@gangway/kit';
import type { Money, Sale, Transaction } from '@gangway/kit';
import { paymentsOf } from '@gangway/payments/contract';
import type { Payable, PayableView, PaymentView } from '@gangway/payments/contract';
import type { FakeBank } from '../server/src/providers/fake/bank.ts';
import type { FakeGateway } from '../server/src/providers/fake/provider.ts';
import type { Hub, OpenGateway } from '../server/src/services/hub.ts';
import { startPayment } from '../server/src/services/start.ts';
import type { StartCall } from '../server/src/services/start.ts';

/** A shop with orders of one line, in a table of its own, so that what a rolled back transaction wrote is gone. */
export type TestOrder = {
  id: string;
  state: 'open' | 'paid' | 'closed';
  amount: number;
  expires_at: Date;
  settled: number;
  refunded: number;
  refunds_failed: number;
};

const table = `create table if not exists test_orders (
  id text primary key, state text not null, amount integer not null, expires_at timestamptz not null,
  settled integer not null default 0, refunded integer not null default 0, refunds_failed integer not null default 0)`;

export const kind = 'test-order';
export const seller = 'test-seller';
export const money = (amount: number): Money => ({ amount, currency: 'RUB' });

export const hub = (): Hub => (strapi.plugin('payments').service('payments') as unknown as { hub: Hub }).hub;
export const gateway = (): FakeGateway => hub().gateways.get('fake')?.port as FakeGateway;
export const bank = (): FakeBank => gateway().bank;
export const transaction = <Result>(work: (trx: Transaction) => Promise<Result>): Promise<Result> =>
  hub().transaction(work);

/** The plugin of a process to which the bank answers like this. */
export const answered = (port: Partial<FakeGateway>): Hub => {
  const own = hub();
  const fake = { ...(own.gateways.get('fake') as OpenGateway), port: { ...gateway(), ...port } };
  return { ...own, gateways: new Map([['fake', fake]]) };
};

/** Registers the shop, once for each Strapi. */
export async function openShop(): Promise<void> {
  await strapi.db.connection.raw(table);
  if (!hub().payables.has(kind)) paymentsOf(strapi).definePayable(shop);
}

export function saleOf(amount: number): Sale {
  const vat = { mode: 'included', rateBp: 2200, amount: Math.round((amount * 22) / 122) } as const;
  const line = { id: 'l1', name: 'A trip', kind: 'admission', subject: 'service', quantity: 1 } as const;
  return {
    number: 'T-1',
    language: 'en',
    total: money(amount),
    lines: [{ ...line, unitAmount: amount, amount, vat }],
    buyer: { fullName: 'Anna', email: 'anna@example.org', phone: null },
    seller: { id: seller, country: 'RU', currency: 'RUB', taxRegime: 'general', inn: null },
  };
}

const one = async (trx: Transaction, sql: string, bindings: unknown[]): Promise<TestOrder | undefined> =>
  ((await trx.raw(sql, bindings)).rows as TestOrder[])[0];

const shop: Payable = {
  kind,
  field: 'testOrderId',
  authorize: ({ session }) => Promise.resolve(session !== 'stranger'),
  load: async ({ trx, id, lock }) => {
    const order = await one(trx, `select * from test_orders where id = ? ${lock ? 'for update' : ''}`, [id]);
    return order && viewOf(order);
  },
  starting: async ({ trx, id, holdUntil }) => {
    await trx.raw('update test_orders set expires_at = greatest(expires_at, ?) where id = ?', [
      holdUntil,
      id,
    ]);
  },
  settled: async ({ trx, id, payment }) => {
    const order = await one(trx, 'select * from test_orders where id = ?', [id]);
    await trx.raw('update test_orders set settled = settled + 1 where id = ?', [id]);
    if (order?.state !== 'open')
      return { refund: { amount: payment.amount, reason: 'Too late', sale: saleOf(payment.amount.amount) } };
    await trx.raw("update test_orders set state = 'paid' where id = ?", [id]);
    return {};
  },
  refunded: async ({ trx, id, refund }) => {
    await trx.raw('update test_orders set refunded = refunded + ? where id = ?', [refund.amount.amount, id]);
  },
  refundFailed: async ({ trx, id }) => {
    await trx.raw('update test_orders set refunds_failed = refunds_failed + 1 where id = ?', [id]);
  },
};

function viewOf({ state, amount, expires_at }: TestOrder): PayableView {
  return {
    amount: money(amount),
    state,
    expiresAt: expires_at,
    maxExpiresAt: new Date(expires_at.getTime() + 60 * 60_000),
    language: 'en',
    sale: saleOf(amount),
    facts: { channel: 'web', country: 'RU', fulfilment: 'physical', sellerId: seller },
  };
}

export async function newOrder({
  amount = 150_000,
  state = 'open' as TestOrder['state'],
} = {}): Promise<string> {
  const id = newId();
  const expires_at = new Date(Date.now() + 15 * 60_000);
  await strapi.db.connection('test_orders').insert({ id, state, amount, expires_at });
  return id;
}

export const orderRow = (id: string): Promise<TestOrder> =>
  strapi.db.connection('test_orders').where({ id }).first() as unknown as Promise<TestOrder>;

export const closeOrder = (id: string) =>
  strapi.db.connection('test_orders').where({ id }).update({ state: 'closed' });

export const payments = (id: string): Promise<PaymentView[]> =>
  transaction((trx) => paymentsOf(strapi).list(trx, { kind, id }));

export async function onlyPayment(id: string): Promise<PaymentView> {
  const [payment, ...others] = await payments(id);
  if (!payment || others.length > 0) throw new Error('One payment was expected.');
  return payment;
}

type Answer = {
  status: number;
  body: {
    data?: { paymentId: string; status: string; action: object };
    error?: { code: string; details: object };
  };
  bytes: string;
};

/** Starts a payment as the door does, `key` being the `Idempotency-Key`. */
export async function start(
  id: string,
  given: Partial<StartCall> & { key?: string; by?: Hub } = {},
): Promise<Answer> {
  const { key, by = hub(), ...call } = given;
  const request =
    key === undefined ? undefined : { scope: 'test', key, hash: JSON.stringify([id, call.method]) };
  const answer = await startPayment(by, {
    ...{ kind, id, method: 'fake', returnUrl: 'http://localhost/', fields: {}, now: new Date(), request },
    context: { locale: 'en', traceId: newId() },
    ...call,
  });
  const bytes = Buffer.from(answer.bytes).toString('utf8');
  return { status: answer.status, body: JSON.parse(bytes), bytes };
}

/** Starts a payment and answers the id that the bank gave it. */
export async function begun(id: string): Promise<string> {
  await start(id);
  return (await onlyPayment(id)).externalId ?? '';
}

/** Sends the bank's notification over HTTP. */
export async function notify(
  about: 'payment' | 'refund',
  externalId: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; code: string | undefined }> {
  const notice = bank().notice(about, externalId);
  const answer = await fetch(`${baseUrl}/api/payments/webhooks/fake`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...notice.headers, ...headers },
    body: body ?? notice.body,
  });
  const text = (await answer.json()) as { error?: { code: string } };
  return { status: answer.status, code: text.error?.code };
}

const patienceMs = 120_000;
const betweenMs = 10;

/** Asks again until it is so, and throws when it does not come to that; the jobs of this Strapi run beside the test. */
export async function eventually<Seen>(
  look: () => Promise<Seen>,
  isSo: (seen: Seen) => boolean,
): Promise<Seen> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (Date.now() > deadline) throw new Error(`It did not come to that: ${JSON.stringify(seen)}`);
    await pause(betweenMs);
  }
}

/** Until a start hangs at the bank. */
export const hangingStart = (): Promise<number> =>
  eventually(
    () => Promise.resolve(bank().hanging.length),
    (hanging) => hanging > 0,
  );

/** Business time goes on by so much, and what is due then is swept. `clock.reset()` brings it back. */
export async function later(minutes: number): Promise<void> {
  clock.shiftBy(minutes * 60_000);
  await jobsOf(strapi).sweepNow();
}

/** A paid order with its payment. */
export async function paidOrder(amount = 150_000): Promise<{ id: string; payment: PaymentView }> {
  const id = await newOrder({ amount });
  const externalId = await begun(id);
  bank().pay(externalId);
  await notify('payment', externalId);
  const payment = await eventually(
    () => onlyPayment(id),
    ({ state }) => state === 'succeeded',
  );
  return { id, payment };
}

export const refund = (id: string, amount: number, key = newId()) =>
  transaction(async (trx) => {
    await shop.load({ trx, id, now: new Date(), lock: true });
    return paymentsOf(strapi).refund(trx, {
      ...{ kind, id, amount: money(amount), sale: saleOf(amount), reason: 'Changed their mind', key },
      now: new Date(),
    });
  });

type Balance = { account: string; total: number };

/** What the ledger holds of an order, account by account; accounts at nothing are left out. */
export async function balances(id: string): Promise<Record<string, number>> {
  const { rows } = (await strapi.db.connection.raw(
    `select account, sum(amount)::int as total from ledger_postings posting
     join ledger_transactions booked on booked.id = posting.transaction_id
     where payable_kind = ? and payable_id = ? group by account having sum(amount) <> 0`,
    [kind, id],
  )) as { rows: Balance[] };
  return Object.fromEntries(rows.map(({ account, total }) => [account, total]));
}

export const inbox = (externalId: string) =>
  strapi.db.connection('payment_inbox').where({ external_id: externalId }).orderBy('id');
