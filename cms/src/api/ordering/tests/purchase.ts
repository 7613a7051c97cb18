import { clock } from '@gangway/kit';
import type { Money, Transaction } from '@gangway/kit';
import { paymentsOf } from '@gangway/payments/contract';
import type { PaymentView } from '@gangway/payments/contract';
import type { FakeBank } from '../../../../../plugins/payments/server/src/providers/fake/bank.ts';
import { type Answer, ask, json } from '../../../frame/tests/caller.ts';
import { lock } from '../../seating/tests/ask-places.ts';
import { newSession } from '../../seating/tests/hall.ts';

/** What buyers do, over HTTP, at the gateway that lives in this process. */

export type OrderData = {
  id: string;
  number: string;
  status: string;
  total: Money;
  refunded: Money;
  lines: { id: string; kind: string; seatCode: string | null; quantity: number; amount: Money }[];
  expiresAt: string | null;
};
export type Bought = OrderData & { accessToken: string; session: string };

type Places = { seats?: string[]; quantities?: Record<string, number> };

export const customer = { fullName: 'Anna Petrova', email: 'anna@example.org', phone: '+79210000000' };
const consents = ['offer', 'personal-data'];

/** Locks places and orders them; `body` adds to the order. */
export async function order(eventId: string, places: Places, body: object = {}): Promise<Bought> {
  const session = newSession();
  const { status, code } = await lock(eventId, { sessionId: session, ...places });
  if (status !== 200) throw new Error(`The places were not locked: ${status} ${code}`);
  const answer = await placed({ sessionId: session, customer, consents, ...body });
  return { ...answer, session };
}

export async function placed(body: object): Promise<OrderData & { accessToken: string }> {
  const answer = await ask('/api/orders', json('POST', body));
  if (answer.status !== 201)
    throw new Error(`The order was not placed: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.data as OrderData & { accessToken: string };
}

type Hub = { gateways: Map<string, { port: { bank: FakeBank } }> };

export function bank(): FakeBank {
  const { hub } = strapi.plugin('payments').service('payments') as unknown as { hub: Hub };
  const gateway = hub.gateways.get('fake');
  if (!gateway) throw new Error('The tests need the provider `fake`.');
  return gateway.port.bank;
}

/** Begins a payment; answers the id that the bank gave it. Attempts of one method go on with each other. */
export async function begin(
  { id, accessToken }: Pick<Bought, 'id' | 'accessToken'>,
  method = 'fake',
): Promise<string> {
  const answer = await ask('/api/payments', json('POST', { orderId: id, method, accessToken }));
  if (answer.status >= 300)
    throw new Error(`The payment did not begin: ${answer.status} ${JSON.stringify(answer.body)}`);
  return `fake-${(answer.body.data as { paymentId: string }).paymentId}`;
}

/** The bank says that the buyer paid, as often as asked. */
export async function payAt(externalId: string, times = 1): Promise<void> {
  bank().pay(externalId);
  await Promise.all(Array.from({ length: times }, () => notice(externalId)));
}

export async function notice(externalId: string): Promise<number> {
  const { headers, body } = bank().notice('payment', externalId);
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
  return (await fetch(`${baseUrl}/api/payments/webhooks/fake`, init)).status;
}

/** An order that is paid, with its tickets. */
export async function paid(eventId: string, places: Places, body: object = {}): Promise<Bought> {
  const bought = await order(eventId, places, body);
  await payAt(await begin(bought));
  await until(bought, ({ state }) => state === 'PAID');
  return bought;
}

export type OrderRow = {
  document_id: string;
  state: string;
  paid_at: Date | null;
  total: number;
  refunded_total: number;
  needs_review: boolean;
  close_reason: string | null;
  expires_at: Date | null;
};

export const orderRow = (id: string): Promise<OrderRow> =>
  strapi.db.connection('orders').where({ document_id: id }).first();

export const until = ({ id }: { id: string }, isSo: (row: OrderRow) => boolean): Promise<OrderRow> =>
  eventually(() => orderRow(id), isSo);

/** Looks until it is so. The jobs of this Strapi run beside the test, two letters at a time behind those of other files. */
export async function eventually<Seen>(
  look: () => Promise<Seen>,
  isSo: (seen: Seen) => boolean,
): Promise<Seen> {
  const tries = 6000;
  for (let tried = 0; tried < tries; tried += 1) {
    const seen = await look();
    if (isSo(seen)) return seen;
    await new Promise((resume) => setTimeout(resume, 20));
  }
  throw new Error(`It did not come to that: ${JSON.stringify(await look())}`);
}

export const transaction = async <Result>(work: (trx: Transaction) => Promise<Result>): Promise<Result> =>
  await strapi.db.transaction(({ trx }) => work(trx as unknown as Transaction));

export const payments = ({ id }: { id: string }): Promise<PaymentView[]> =>
  transaction((trx) => paymentsOf(strapi).list(trx, { kind: 'order', id }));

export type AdmissionRow = {
  document_id: string;
  order_line_id: string;
  seat_code: string | null;
  state: string;
};

export const admissions = ({ id }: { id: string }): Promise<AdmissionRow[]> =>
  strapi.db.connection('admissions').where({ order_id: id }).orderBy('serial');

export type RequestRow = {
  state: string;
  amount: number;
  reason_code: string;
  policy_version: string;
  reason: string | null;
};

export const requests = ({ id }: { id: string }): Promise<RequestRow[]> =>
  strapi.db.connection('refund_requests').where({ order_id: id }).orderBy('id');

export const history = async ({ id }: { id: string }): Promise<string[]> =>
  (await strapi.db.connection('order_history').where({ order_id: id }).orderBy('id')).map(({ what }) => what);

export const messages = async ({ id }: { id: string }): Promise<string[]> =>
  (await strapi.db.connection('messages').where({ subject_id: id }).orderBy('id')).map(
    ({ message }) => message,
  );

/** The seats of an order that are sold or held. */
export const seats = async ({ id }: { id: string }): Promise<Record<string, string>> => {
  const rows = await strapi.db
    .connection('seating_claims')
    .where({ order_id: id })
    .whereNull('released_at')
    .orderBy('seat_code');
  return Object.fromEntries(rows.map(({ seat_code, state }) => [seat_code, state]));
};

/** What the ledger holds of an order, account by account; accounts at nothing are left out. */
export async function balances({ id }: { id: string }): Promise<Record<string, number>> {
  const { rows } = await strapi.db.connection.raw(
    `select account, sum(amount)::int as total from ledger_postings posting
       join ledger_transactions booked on booked.id = posting.transaction_id
      where payable_kind = 'order' and payable_id = ? group by account having sum(amount) <> 0`,
    [id],
  );
  return Object.fromEntries(
    rows.map(({ account, total }: { account: string; total: number }) => [account, total]),
  );
}

/** A request of the buyer about an order. */
export const asBuyer = (
  { id, accessToken }: Pick<Bought, 'id' | 'accessToken'>,
  { method = 'POST', path, body = {} }: { method?: string; path: string; body?: object },
): Promise<Answer> => {
  const init =
    method === 'GET'
      ? { headers: { authorization: `Bearer ${accessToken}` } }
      : json(method, body, accessToken);
  return ask(`/api/orders/${id}/${path}`, init);
};

export const moveTo = (moment: number): void => clock.moveTo(new Date(moment));
