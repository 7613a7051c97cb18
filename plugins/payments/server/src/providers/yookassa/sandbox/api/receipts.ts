import { amountOf } from '../amount.ts';
import type { AmountText } from '../amount.ts';
import { invalid, notFound } from '../problem.ts';
import { requireSum } from '../receipt-check.ts';
import type { Receipt, ReceiptData } from '../records.ts';
import { receiptView } from '../views.ts';
import { newReceiptId } from '../ids.ts';
import type { World } from '../world.ts';
import type { ApiRequest } from './operation.ts';

type ReceiptBody = ReceiptData & {
  type: 'payment' | 'refund';
  payment_id?: string;
  refund_id?: string;
  send: boolean;
  settlements: { type: string; amount: AmountText }[];
};

const mostForOnePayment = 50;

/** A receipt of its own: the settlement of a prepayment when the service is rendered. */
export function createReceipt(world: World, { body }: ApiRequest): object {
  const given = body as unknown as ReceiptBody;
  const { type, payment_id: paymentId, refund_id: refundId, send, settlements, ...data } = given;
  requireSubject(world, given);
  if (!send) throw invalid("Invalid parameter's value: only true is possible", 'send');
  requireSum(data as ReceiptData, settled(settlements));
  const others = [...world.receipts.values()].filter((receipt) => receipt.paymentId === paymentId);
  if (others.length >= mostForOnePayment) throw invalid('Too many receipts for the payment', 'payment_id');
  const now = world.now();
  const receipt: Receipt = {
    ...{ id: newReceiptId(now), type, status: 'pending', paymentId, refundId, createdAt: now.toISOString() },
    ...{ automatic: false, data: data as ReceiptData, settlements },
  };
  world.save('receipt', receipt);
  return receiptView(receipt);
}

function requireSubject(
  world: World,
  { type, payment_id: paymentId, refund_id: refundId }: ReceiptBody,
): void {
  const [parameter, id, other] =
    type === 'payment' ? ['payment_id', paymentId, refundId] : ['refund_id', refundId, paymentId];
  if (id === undefined || other !== undefined)
    throw invalid('Request should contain only one of: payment_id, refund_id', parameter);
  const subject = type === 'payment' ? world.payments.get(id) : world.refunds.get(id);
  if (!subject)
    throw invalid(`${type === 'payment' ? 'Payment' : 'Refund'} not found or forbidden`, parameter);
  if (subject.status !== 'succeeded') throw invalid('Receipt is not possible in current status', parameter);
}

function settled(settlements: ReceiptBody['settlements']) {
  const amounts = settlements.map(({ amount }) => amountOf(amount));
  const [{ currency } = { currency: 'RUB' }] = amounts;
  return { currency, units: amounts.reduce((sum, { units }) => sum + units, 0) };
}

export function getReceipt(world: World, { id }: ApiRequest): object {
  const receipt = world.receipts.get(id);
  if (!receipt) throw notFound('Receipt not found or forbidden');
  return receiptView(receipt);
}
