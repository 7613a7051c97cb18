import { newId } from '@gangway/kit';
import type { Money, Sale, Transaction } from '@gangway/kit';
import { noGateway } from '../domain/carried-out.ts';
import type { RefundState } from '../domain/reconcile-refund.ts';
import { oneRow, rowsOf } from './one-row.ts';
import type { PayableKey } from './payments.ts';

export type RefundRow = {
  id: number;
  document_id: string;
  payment_id: string;
  provider_key: string;
  payable_kind: string;
  payable_id: string;
  key: string;
  amount: number;
  currency: Money['currency'];
  state: RefundState;
  external_id: string | null;
  reason: string;
  problem: string | null;
  sale: Sale;
  requested_at: Date;
  settled_at: Date | null;
  next_check_at: Date | null;
  checks: number;
  /** How often our own work on it broke off, since it last went well; null in rows from before this was counted. */
  failures: number | null;
  reference: string | null;
  staff_id: string | null;
};

const columns = `id, document_id, payment_id, provider_key, payable_kind, payable_id, key, amount, currency, state,
  external_id, reason, problem, sale::json as sale, requested_at, settled_at, next_check_at, checks, failures, reference,
  staff_id`;

/** Open, and nobody has to look at it before it is carried out. */
const isAsked = `state in ('requested', 'pending') and (problem is null or problem = '${noGateway}')`;

export const readRefund = (trx: Transaction, refundId: string): Promise<RefundRow | undefined> =>
  oneRow(trx, `select ${columns} from refunds where document_id = ?`, [refundId]);

/** Locked until the transaction ends; lock the payable and the payment first. */
export const lockRefund = (trx: Transaction, refundId: string): Promise<RefundRow | undefined> =>
  oneRow(trx, `select ${columns} from refunds where document_id = ? for update`, [refundId]);

export const refundsOfPayable = (trx: Transaction, { kind, id }: PayableKey): Promise<RefundRow[]> =>
  rowsOf(
    trx,
    `select ${columns} from refunds where payable_kind = ? and payable_id = ? order by requested_at, id`,
    [kind, id],
  );

export const refundsOfPayment = (trx: Transaction, paymentId: string): Promise<RefundRow[]> =>
  rowsOf(trx, `select ${columns} from refunds where payment_id = ? order by requested_at, id`, [paymentId]);

export const refundByExternalId = (
  trx: Transaction,
  { providerKey, externalId }: { providerKey: string; externalId: string },
): Promise<RefundRow | undefined> =>
  oneRow(trx, `select ${columns} from refunds where provider_key = ? and external_id = ?`, [
    providerKey,
    externalId,
  ]);

export type NewRefund = Pick<
  RefundRow,
  | 'payment_id'
  | 'provider_key'
  | 'payable_kind'
  | 'payable_id'
  | 'key'
  | 'amount'
  | 'currency'
  | 'reason'
  | 'sale'
  | 'requested_at'
  | 'next_check_at'
>;

/** Writes a requested refund; answers its id. */
export async function insertRefund(trx: Transaction, refund: NewRefund): Promise<string> {
  const documentId = newId();
  await trx.raw(
    `insert into refunds (document_id, payment_id, provider_key, payable_kind, payable_id, key, amount, currency, state,
       reason, sale, requested_at, next_check_at, checks, created_at, updated_at, published_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, 'requested', ?, ?, ?, ?, 0, ?, ?, ?)`,
    [
      ...[
        documentId,
        refund.payment_id,
        refund.provider_key,
        refund.payable_kind,
        refund.payable_id,
        refund.key,
      ],
      ...[refund.amount, refund.currency, refund.reason, JSON.stringify(refund.sale), refund.requested_at],
      ...[refund.next_check_at, refund.requested_at, refund.requested_at, refund.requested_at],
    ],
  );
  return documentId;
}

export type RefundChange = Partial<
  Pick<
    RefundRow,
    | 'state'
    | 'external_id'
    | 'problem'
    | 'settled_at'
    | 'next_check_at'
    | 'checks'
    | 'failures'
    | 'reference'
    | 'staff_id'
  >
>;

export async function changeRefund(
  trx: Transaction,
  { refundId, change, now }: { refundId: string; change: RefundChange; now: Date },
): Promise<void> {
  const entries = Object.entries({ ...change, updated_at: now });
  const assignments = entries.map(([name]) => `${name} = ?`).join(', ');
  const values = entries.map(([, value]) => value ?? null);
  await trx.raw(`update refunds set ${assignments} where document_id = ?`, [...values, refundId]);
}

/** Puts off when an open refund is asked about next; what has ended meanwhile, or waits for people, stays as it is. */
export async function postponeRefund(
  trx: Transaction,
  { refundId, next, now }: { refundId: string; next: Date; now: Date },
): Promise<void> {
  await trx.raw(
    `update refunds set checks = checks + 1, next_check_at = ?, updated_at = ? where document_id = ? and ${isAsked}`,
    [next, now, refundId],
  );
}

/** Refunds that should be asked about by now; each is put off, so that no other sweep takes it meanwhile. */
export async function takeDueRefunds(
  trx: Transaction,
  { now, until, limit }: { now: Date; until: Date; limit: number },
): Promise<string[]> {
  const rows = await rowsOf<{ document_id: string }>(
    trx,
    `update refunds set next_check_at = ? where id in (
       select id from refunds where next_check_at <= ? and ${isAsked}
       order by next_check_at, id limit ? for update skip locked
     ) returning document_id`,
    [until, now, limit],
  );
  return rows.map(({ document_id }) => document_id);
}
