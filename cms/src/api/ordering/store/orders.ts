import { send, type Transaction } from '@gangway/kit';
import type { Order, OrderLine } from '../domain/order.ts';
import { insertRows, readRows } from './rows.ts';

const orderMoments = ['expiresAt', 'maxExpiresAt', 'placedAt', 'paidAt', 'closedAt'];
const lineMoments = ['refundedAt'];

export async function insertOrder(
  trx: Transaction,
  { order, lines, now }: { order: Order; lines: readonly OrderLine[]; now: Date },
): Promise<void> {
  await Promise.all([
    insertRows(trx, { table: 'orders', rows: [order], now }),
    insertLines(trx, { lines, now }),
  ]);
}

/** The amounts of the order must say what its lines cost when the transaction ends. */
export async function insertLines(
  trx: Transaction,
  { lines, now }: { lines: readonly OrderLine[]; now: Date },
): Promise<void> {
  await insertRows(trx, { table: 'order_lines', rows: lines, now });
}

/** Whether an order has the number already. */
export async function isNumberTaken(trx: Transaction, number: string): Promise<boolean> {
  const { rows } = await trx.raw('select 1 from orders where number = ?', [number]);
  return rows.length > 0;
}

/** Undefined: there is no such order. */
export async function readOrder(trx: Transaction, orderId: string): Promise<Order | undefined> {
  return oneOrder(trx, { where: 't.document_id = ?', value: orderId });
}

export async function readOrderByNumber(trx: Transaction, number: string): Promise<Order | undefined> {
  return oneOrder(trx, { where: 't.number = ?', value: number });
}

/** The order as it stands now; nobody else changes it until the transaction ends. */
export async function lockOrder(trx: Transaction, orderId: string): Promise<Order | undefined> {
  return oneOrder(trx, { where: 't.document_id = ? for update', value: orderId });
}

async function oneOrder(
  trx: Transaction,
  { where, value }: { where: string; value: string },
): Promise<Order | undefined> {
  const question = { sql: `orders t where ${where}`, bindings: [value], moments: orderMoments };
  const [order] = await readRows<Order>(trx, question);
  return order;
}

/**
 * Orders that nobody paid in time, locked, the longest due first; those that somebody else holds are left for the
 * next time.
 */
export async function lockDueOrders(
  trx: Transaction,
  { now, limit, without }: { now: Date; limit: number; without: readonly string[] },
): Promise<Order[]> {
  return readRows<Order>(trx, {
    sql: `(select * from orders where state in ('PENDING', 'LOCKED')
             and expires_at <= ?::timestamptz at time zone 'UTC' and document_id <> all(?::text[])
           order by expires_at, document_id limit ? for update skip locked) t`,
    bindings: [now.toISOString(), without, limit],
    moments: orderMoments,
  });
}

/** The lines of an order in their order. */
export async function readLines(trx: Transaction, orderId: string): Promise<OrderLine[]> {
  return readRows<OrderLine>(trx, {
    sql: 'order_lines t where t.order_id = ? order by t.position',
    bindings: [orderId],
    moments: lineMoments,
  });
}

/** Changes columns of a locked order. Keys in our own names. */
export async function updateOrder(
  trx: Transaction,
  { orderId, changes, now }: { orderId: string; changes: Partial<Omit<Order, 'id'>>; now: Date },
): Promise<void> {
  const columns = Object.entries(changes).filter(([, value]) => value !== undefined);
  const set = columns.map(([name]) => `${columnOf(name)} = ?`);
  const values = columns.map(([, value]) => valueOf(value));
  await send(trx, `update orders set ${[...set, 'updated_at = ?'].join(', ')} where document_id = ?`, [
    ...values,
    valueOf(now),
    orderId,
  ]);
}

function columnOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function valueOf(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
