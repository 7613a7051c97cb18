import { newId, send } from '@gangway/kit';
import type { Locale, Money, PaymentAction, PaymentState, Transaction } from '@gangway/kit';
import { askedOn } from '../domain/left-to-people.ts';
import { oneRow, rowsOf } from './one-row.ts';

/** One attempt to pay. Its document id is the attempt id that gateways know. */
export type PaymentRow = {
  id: number;
  document_id: string;
  payable_kind: string;
  payable_id: string;
  seller_id: string;
  method: string;
  provider_key: string;
  variant: string | null;
  external_id: string | null;
  state: PaymentState;
  needs_review: boolean;
  amount: number;
  currency: Money['currency'];
  refunded_amount: number;
  action: PaymentAction | null;
  reason: string | null;
  means: string | null;
  test: boolean | null;
  return_url: string | null;
  language: Locale;
  fields: Record<string, string> | null;
  hold_until: Date | null;
  expires_at: Date | null;
  started_at: Date;
  settled_at: Date | null;
  checked_at: Date | null;
  next_check_at: Date | null;
  checks: number;
  /** How often our own work on it broke off, since it last went well; null in rows from before this was counted. */
  failures: number | null;
  reference: string | null;
  manual_reason: string | null;
  staff_id: string | null;
};

export type PayableKey = { kind: string; id: string };

export const moneyOf = ({ amount, currency }: Pick<PaymentRow, 'amount' | 'currency'>): Money => ({
  amount,
  currency,
});

/** Who keeps the money, as the ledger names it: a gateway, or the desk or bank of a manual payment. */
export const keeperOf = ({ staff_id, provider_key, method }: PaymentRow): string =>
  staff_id === null ? provider_key : method;

// Strapi leaves jsonb as text.
const columns = `id, document_id, payable_kind, payable_id, seller_id, method, provider_key, variant, external_id, state,
  needs_review, amount, currency, refunded_amount, action::json as action, reason, means, test, return_url, language,
  fields::json as fields, hold_until, expires_at, started_at, settled_at, checked_at, next_check_at, checks, failures,
  reference, manual_reason, staff_id`;

const named = askedOn.map((reason) => `'${reason}'`).join(', ');

/** Open, and nobody has to look at it before it is asked about. */
const isAsked = `state in ('pending', 'authorized') and (not needs_review or reason in (${named}))`;

export const readPayment = (trx: Transaction, paymentId: string): Promise<PaymentRow | undefined> =>
  oneRow(trx, `select ${columns} from payments where document_id = ?`, [paymentId]);

export const readPayments = (trx: Transaction, paymentIds: readonly string[]): Promise<PaymentRow[]> =>
  rowsOf(
    trx,
    `select ${columns} from payments where document_id in (select json_array_elements_text(?))
     order by started_at desc, id desc`,
    [JSON.stringify(paymentIds)],
  );

/** The row, locked until the transaction ends. Lock what it pays for first: that is the order everywhere. */
export const lockPayment = (trx: Transaction, paymentId: string): Promise<PaymentRow | undefined> =>
  oneRow(trx, `select ${columns} from payments where document_id = ? for update`, [paymentId]);

export const paymentsOfPayable = (trx: Transaction, { kind, id }: PayableKey): Promise<PaymentRow[]> =>
  rowsOf(
    trx,
    `select ${columns} from payments where payable_kind = ? and payable_id = ? order by started_at, id`,
    [kind, id],
  );

export const paymentByExternalId = (
  trx: Transaction,
  { providerKey, externalId }: { providerKey: string; externalId: string },
): Promise<PaymentRow | undefined> =>
  oneRow(trx, `select ${columns} from payments where provider_key = ? and external_id = ?`, [
    providerKey,
    externalId,
  ]);

/** The attempt that a repetition goes on with: open, of this method and amount, and not out of time. */
export const openAttempt = (
  trx: Transaction,
  { kind, id, method, amount, now }: PayableKey & { method: string; amount: Money; now: Date },
): Promise<PaymentRow | undefined> =>
  oneRow(
    trx,
    `select ${columns} from payments
     where payable_kind = ? and payable_id = ? and method = ? and state = 'pending' and not needs_review
       and amount = ? and currency = ? and coalesce(expires_at, hold_until) > ?
     order by started_at desc, id desc limit 1`,
    [kind, id, method, amount.amount, amount.currency, now],
  );

export type NewPayment = Partial<Omit<PaymentRow, 'id'>> &
  Pick<
    PaymentRow,
    | 'payable_kind'
    | 'payable_id'
    | 'seller_id'
    | 'method'
    | 'provider_key'
    | 'amount'
    | 'currency'
    | 'language'
    | 'started_at'
  >;

/** Writes an attempt; answers it as it stands. */
export async function insertPayment(trx: Transaction, given: NewPayment): Promise<PaymentRow> {
  const row = { document_id: newId(), ...newPayment(given) };
  const names = Object.keys(row);
  const marks = names.map(() => '?').join(', ');
  const [written] = await rowsOf<PaymentRow>(
    trx,
    `insert into payments (${names.join(', ')}) values (${marks}) returning ${columns}`,
    Object.values(row).map(stored),
  );
  if (!written) throw new Error('A payment was not written.');
  return written;
}

const newPayment = (given: NewPayment) => ({
  state: 'pending',
  needs_review: false,
  refunded_amount: 0,
  checks: 0,
  test: false,
  ...given,
  created_at: given.started_at,
  updated_at: given.started_at,
  published_at: given.started_at,
});

export type PaymentChange = Partial<
  Pick<
    PaymentRow,
    | 'state'
    | 'needs_review'
    | 'external_id'
    | 'action'
    | 'reason'
    | 'means'
    | 'test'
    | 'expires_at'
    | 'settled_at'
    | 'checked_at'
    | 'next_check_at'
    | 'checks'
    | 'failures'
  >
>;

export async function changePayment(
  trx: Transaction,
  { paymentId, change, now }: { paymentId: string; change: PaymentChange; now: Date },
): Promise<void> {
  const entries = Object.entries({ ...change, updated_at: now });
  const assignments = entries.map(([name]) => `${name} = ?`).join(', ');
  const values = entries.map(([, value]) => stored(value));
  await send(trx, `update payments set ${assignments} where document_id = ?`, [...values, paymentId]);
}

/**
 * Reserves an amount for a refund, counted from now on; false when not that much is left. The condition in the
 * statement is the guard: two at a time wait for each other here and see the other's amount.
 */
export async function reserveRefund(
  trx: Transaction,
  { paymentId, amount, now }: { paymentId: string; amount: number; now: Date },
): Promise<boolean> {
  const rows = await rowsOf(
    trx,
    `update payments set refunded_amount = refunded_amount + ?, updated_at = ?
     where document_id = ? and state = 'succeeded' and refunded_amount + ? <= amount returning id`,
    [amount, now, paymentId, amount],
  );
  return rows.length > 0;
}

/** Gives a reserved amount back after the refund has failed. */
export async function releaseRefund(
  trx: Transaction,
  { paymentId, amount, now }: { paymentId: string; amount: number; now: Date },
): Promise<void> {
  await trx.raw(
    'update payments set refunded_amount = refunded_amount - ?, updated_at = ? where document_id = ?',
    [amount, now, paymentId],
  );
}

/** Puts off when an open payment is asked about next; what has ended meanwhile, or waits for people, stays as it is. */
export async function postponePayment(
  trx: Transaction,
  { paymentId, next, now }: { paymentId: string; next: Date; now: Date },
): Promise<void> {
  await trx.raw(
    `update payments set checks = checks + 1, checked_at = ?, next_check_at = ?, updated_at = ?
     where document_id = ? and ${isAsked}`,
    [now, next, now, paymentId],
  );
}

/** Payments that should be asked about by now; each is put off, so that no other sweep takes it meanwhile. */
export async function takeDuePayments(
  trx: Transaction,
  { now, until, limit }: { now: Date; until: Date; limit: number },
): Promise<string[]> {
  const rows = await rowsOf<{ document_id: string }>(
    trx,
    `update payments set next_check_at = ? where id in (
       select id from payments where next_check_at <= ? and ${isAsked}
       order by next_check_at, id limit ? for update skip locked
     ) returning document_id`,
    [until, now, limit],
  );
  return rows.map(({ document_id }) => document_id);
}

const stored = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !(value instanceof Date)
    ? JSON.stringify(value)
    : (value ?? null);
