import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import { money, type Transaction } from '@gangway/kit';
import type { SettledPayment, Settlement } from '@gangway/payments/contract';
import type { Order, OrderLine } from '../domain/order.ts';
import { saleOf } from '../domain/sale-of.ts';
import { endAfter, type Obstacle, obstacleTo } from '../domain/settlement.ts';
import { applyMove } from '../store/apply-move.ts';
import { nextSerials } from '../store/admissions.ts';
import { type DepartureFacts, readDeparturesOf } from '../store/departures.ts';
import { writeHistory } from '../store/history.ts';
import { type MovedSeat, moveSeats } from '../store/order-lines.ts';
import { lockOrder, readLines } from '../store/orders.ts';
import { endUnpaid } from './end-unpaid.ts';
import { planReminders } from '../departures/remind.ts';
import { issueAdmissions, ticketsIn } from './issue-admissions.ts';
import { takePlaces } from './take-places.ts';
import { tellBuyer } from './tell-buyer.ts';

const system = { kind: 'system' } as const;

type Paid = {
  trx: Transaction;
  order: Order;
  lines: readonly OrderLine[];
  departures: ReadonlyMap<string, DepartureFacts>;
  payment: SettledPayment;
  now: Date;
};

/** An order that is locked in this transaction, with all that its settlement looks at. */
export type LockedOrder = Pick<Paid, 'order' | 'lines' | 'departures'>;

export type Settling = {
  trx: Transaction;
  id: string;
  payment: SettledPayment;
  now: Date;
  /** Read here when nobody has it at hand. */
  locked?: LockedOrder | undefined;
};

/**
 * The money of an order is there, in the transaction that says so: the order becomes PAID with its places sold and its
 * admissions issued, or all of the money goes back. Money is never kept without what it was paid for.
 */
export async function settleOrder(strapi: Core.Strapi, settling: Settling): Promise<Settlement> {
  const paid = await readPaid(settling);
  const obstacle = obstacleTo(paid);
  if (obstacle) return giveBack(strapi, paid, obstacle);
  // Places and numbers of tickets in one go: places that are moved stay as many.
  const [serials, taken] = await Promise.all([
    nextSerials(paid.trx, ticketsIn(paid.lines)),
    takePlaces(paid),
  ]);
  if ('obstacle' in taken) return giveBack(strapi, paid, taken.obstacle);
  return confirm(strapi, { ...paid, serials, moved: taken.moved });
}

async function readPaid({ trx, id, payment, now, locked }: Settling): Promise<Paid> {
  const { order, lines, departures } = locked ?? (await lockedOrder(trx, id));
  if (!order) throw new Error(`Payment ${payment.id} is for the order ${id}, and there is none.`);
  const paid = { trx, order, lines, departures, payment, now };
  requireWhole(paid);
  return paid;
}

async function lockedOrder(trx: Transaction, id: string) {
  const [order, lines, departures] = await Promise.all([
    lockOrder(trx, id),
    readLines(trx, id),
    readDeparturesOf(trx, id),
  ]);
  return { order, lines, departures };
}

/** Full payment only; the hub lets no other through. */
function requireWhole({ order, payment: { id, amount } }: Paid): void {
  if (amount.amount === order.total && amount.currency === order.currency) return;
  throw new Error(`Payment ${id} is not the whole of order ${order.id}.`);
}

type Confirmed = Paid & { serials: readonly number[]; moved: readonly MovedSeat[] };

async function confirm(strapi: Core.Strapi, paid: Confirmed): Promise<Settlement> {
  const { trx, order, payment, departures, serials, moved, now } = paid;
  await moveSeats(trx, { orderId: order.id, moved, now });
  const late = order.state === 'EXPIRED';
  const details = { paymentId: payment.id, method: payment.method, ...(moved.length > 0 ? { moved } : {}) };
  await applyMove(trx, { order, to: 'PAID', actor: system, now, details, late });
  const lines = moved.length > 0 ? await readLines(trx, order.id) : paid.lines;
  await issueAdmissions(strapi, { trx, orderId: order.id, lines, departures, serials, now });
  await planReminders({ trx, orderId: order.id, departures, now });
  await jobsOf(strapi).announce(trx, 'order.confirmed', { orderId: order.id });
  await tellBuyer(strapi, { trx, order, message: 'order.confirmed', now });
  return {};
}

async function giveBack(strapi: Core.Strapi, paid: Paid, obstacle: Obstacle): Promise<Settlement> {
  const { trx, order, lines, payment, now } = paid;
  const end = endAfter(order, obstacle);
  if (end) await endUnpaid(strapi, { trx, order, to: end, actor: system, reason: obstacle, now });
  const details = { paymentId: payment.id, reason: obstacle, amount: payment.amount.amount };
  await writeHistory(trx, { orderId: order.id, at: now, actor: system, what: 'payment.returned', details });
  await tellBuyer(strapi, { trx, order, message: 'order.payment-returned', about: payment.id, now });
  const amount = money(order.total, order.currency);
  return { refund: { amount, reason: obstacle, sale: saleOf(order, lines) } };
}
