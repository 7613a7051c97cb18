import { confirmationMs, dueTime } from './due-time.ts';
import { cancelPayment, settleRefund } from './payment-moves.ts';
import type { Payment, Receipt, Refund } from './records.ts';
import type { World } from './world.ts';

/**
 * Does what is due by business time: payments and holds run out, receipts are registered. Every request asks, so it looks
 * at all that is open only when the first of it is due.
 */
export function letTimePass(world: World): void {
  const now = world.now().getTime();
  if (now < world.nextDue) return;
  for (const [id, due] of [...world.open]) if (due <= now) letAge(world, id);
  world.nextDue = [...world.open.values()].reduce((first, due) => Math.min(first, due), Infinity);
}

/** The switches may have been moved since it was written: what is not due by them after all waits on. */
function letAge(world: World, id: string): void {
  const payment = world.payments.get(id);
  const receipt = world.receipts.get(id);
  if (payment) agePayment(world, payment);
  if (receipt) ageReceipt(world, receipt);
  const still = world.open.has(id) && (world.payments.get(id) ?? world.receipts.get(id));
  if (still) world.open.set(id, dueTime(still, world.switches));
}

function agePayment(world: World, payment: Payment): void {
  const now = world.now().getTime();
  const isLate = payment.status === 'pending' && Date.parse(payment.createdAt) + confirmationMs <= now;
  if (isLate) cancelPayment(world, payment, { party: 'yoo_money', reason: 'expired_on_confirmation' });
  const isReleased = payment.status === 'waiting_for_capture' && Date.parse(payment.expiresAt ?? '') <= now;
  if (isReleased) cancelPayment(world, payment, { party: 'yoo_money', reason: 'expired_on_capture' });
}

function ageReceipt(world: World, receipt: Receipt): void {
  const { receipts, receiptDelayMs } = world.switches;
  const now = world.now();
  if (Date.parse(receipt.createdAt) + receiptDelayMs > now.getTime()) return;
  const registeredAt = receipts === 'succeeded' ? now.toISOString() : undefined;
  world.save('receipt', { ...receipt, status: receipts, registeredAt });
}

/** A new refund ends as the switch says. */
export function beginRefund(world: World, refund: Refund): Refund {
  const { refunds: outcome } = world.switches;
  if (outcome === 'pending') return refund;
  const party = outcome === 'insufficient_funds' ? 'yoo_money' : 'refund_network';
  return settleRefund(world, refund, outcome === 'succeeded' ? undefined : { party, reason: outcome });
}
