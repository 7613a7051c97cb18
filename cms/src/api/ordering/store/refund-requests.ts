import type { Transaction } from '@gangway/kit';
import type { RefundRequest } from '../domain/refund-request.ts';
import { insertRows, readRows } from './rows.ts';

const moments = ['requestedAt', 'decidedAt'];

export async function insertRefundRequest(
  trx: Transaction,
  { request, now }: { request: RefundRequest; now: Date },
): Promise<void> {
  await insertRows(trx, { table: 'refund_requests', rows: [request], now });
}

/** All requests of an order, refused ones included, the first one first. */
export async function readRefundRequests(trx: Transaction, orderId: string): Promise<RefundRequest[]> {
  return readRows<RefundRequest>(trx, {
    sql: 'refund_requests t where t.order_id = ? order by t.requested_at, t.id',
    bindings: [orderId],
    moments,
  });
}

/** Writes how far a request has come. */
export async function updateRefundRequest(
  trx: Transaction,
  { request, now }: { request: RefundRequest; now: Date },
): Promise<void> {
  const { id, state, paymentRefundIds } = request;
  const ended = state === 'pending' ? null : now.toISOString();
  await trx.raw(
    `update refund_requests
        set state = ?, payment_refund_ids = ?::jsonb, decided_at = coalesce(?::timestamp, decided_at), updated_at = ?
      where document_id = ?`,
    [state, JSON.stringify(paymentRefundIds), ended, now.toISOString(), id],
  );
}

/** A request that was refused before is refused once more: the row says what was asked last. */
export async function repeatRefusal(
  trx: Transaction,
  { request, now }: { request: RefundRequest; now: Date },
): Promise<void> {
  const { id, amount, policyVersion, lines, reason } = request;
  const at = now.toISOString();
  await trx.raw(
    `update refund_requests
        set amount = ?, policy_version = ?, lines = ?::jsonb, reason = ?, requested_at = ?, decided_at = ?, updated_at = ?
      where document_id = ?`,
    [amount, policyVersion, JSON.stringify(lines), reason, at, at, at, id],
  );
}
