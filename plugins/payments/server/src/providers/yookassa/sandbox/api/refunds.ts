import { amountOf } from '../amount.ts';
import type { Amount, AmountText } from '../amount.ts';
import { beginRefund } from '../passing-time.ts';
import { invalid, notFound } from '../problem.ts';
import { requireReceipt, requireSum } from '../receipt-check.ts';
import type { Payment, ReceiptData, Refund } from '../records.ts';
import { refundView } from '../views.ts';
import { newObjectId } from '../ids.ts';
import type { World } from '../world.ts';
import type { ApiRequest } from './operation.ts';

type RefundBody = {
  payment_id: string;
  amount: AmountText;
  description?: string;
  metadata?: Record<string, string>;
  receipt?: ReceiptData;
};

const leastRest = 100;
const windowMs = 3 * 365 * 86_400_000;

export function createRefund(world: World, { body }: ApiRequest): object {
  const given = body as RefundBody;
  const payment = world.payments.get(given.payment_id);
  if (!payment) throw invalid('Payment not found or forbidden', 'payment_id');
  const amount = amountOf(given.amount);
  requireRefundable(world, payment);
  requireRest(payment, amount);
  requireRefundReceipt(world, { payment, amount, receipt: given.receipt });
  const refund = newRefund(world, given);
  world.save('refund', refund);
  world.save('payment', { ...payment, refunding: payment.refunding + amount.units });
  return refundView(world, beginRefund(world, refund));
}

function requireRefundable(world: World, { status, createdAt }: Payment): void {
  if (status !== 'succeeded') throw invalid('Payment can not be refunded in current status.');
  if (Date.parse(createdAt) + windowMs < world.now().getTime())
    throw invalid('Refund is not allowed for payment method', 'payment_id');
}

function requireRest({ amount: { units, currency }, refunded, refunding }: Payment, amount: Amount): void {
  const rest = units - refunded - refunding;
  if (rest === 0) throw invalid('Payment is already completely refunded', 'payment_id');
  if (amount.currency !== currency) throw invalid('Currencies do not match', 'amount.currency');
  if (amount.units === 0) throw invalid('Payment amount is illegal', 'amount.value');
  if (amount.units > rest) throw invalid('Refund sum exceeded', 'amount.value');
  const left = rest - amount.units;
  if (left > 0 && left < leastRest)
    throw invalid('Remaining payment amount after refund must be greater than 1.00 RUB', 'amount.value');
}

type Receipting = { payment: Payment; amount: Amount; receipt: ReceiptData | undefined };

/** A full refund takes the receipt of the payment and none of its own; every other one needs its items. */
function requireRefundReceipt(world: World, { payment, amount, receipt }: Receipting): void {
  const isFull = amount.units === payment.amount.units;
  if (receipt && isFull && payment.receipt) throw invalid('Receipt is missing or illegal', 'receipt');
  if (receipt) requireSum(receipt, amount);
  else if (!isFull && payment.receipt && world.switches.fiscalization) requireReceipt(receipt, amount);
}

function newRefund(world: World, { payment_id, amount, description, metadata, receipt }: RefundBody): Refund {
  const now = world.now();
  return {
    ...{ id: newObjectId(now), paymentId: payment_id, status: 'pending', amount: amountOf(amount) },
    ...{ createdAt: now.toISOString(), description, metadata, receipt },
  };
}

export function getRefund(world: World, { id }: ApiRequest): object {
  const refund = world.refunds.get(id);
  if (!refund) throw notFound('Refund not found or forbidden');
  return refundView(world, refund);
}
