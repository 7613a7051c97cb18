import type { Payment, Receipt, ReceiptData, Refund } from './records.ts';
import { amountText } from './amount.ts';
import type { World } from './world.ts';
import { newReceiptId } from './ids.ts';

type Registered = { type: 'payment'; of: Payment } | { type: 'refund'; of: Refund; receipt?: ReceiptData };

/** The receipt that comes by itself with a payment or a refund; it is registered after a while. */
export function registerReceipt(world: World, given: Registered): void {
  const data = given.type === 'payment' ? given.of.receipt : given.receipt;
  if (!data || !world.switches.fiscalization) return;
  const now = world.now();
  const about = given.type === 'payment' ? { paymentId: given.of.id } : refundIds(given.of);
  const settlements = [{ type: 'cashless', amount: amountText(given.of.amount) }];
  const common = {
    id: newReceiptId(now),
    status: 'pending',
    createdAt: now.toISOString(),
    automatic: true,
  } as const;
  world.save('receipt', { ...common, type: given.type, ...about, data, settlements });
}

const refundIds = ({ id, paymentId }: Refund) => ({ refundId: id, paymentId });

/** How the registration of an object's own receipt stands; undefined where it has none. */
export function registrationOf(
  world: World,
  type: Receipt['type'],
  id: string,
): Receipt['status'] | undefined {
  return world.receipts.get(world.ownReceipts.get(`${type}:${id}`) ?? '')?.status;
}
