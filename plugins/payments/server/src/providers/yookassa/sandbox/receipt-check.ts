import type { Amount } from './amount.ts';
import { amountOf } from './amount.ts';
import { invalid } from './problem.ts';
import type { ReceiptData } from './records.ts';

const illegal = 'Receipt is missing or illegal';

/** @throws when price × quantity of the items is not the amount, to the kopeck */
export function requireSum({ items }: ReceiptData, amount: Amount): void {
  if (items.some((item) => item.amount.currency !== amount.currency))
    throw invalid('Currencies do not match', 'receipt');
  const thousandths = items.reduce(
    (sum, item) => sum + amountOf(item.amount).units * Math.round(item.quantity * 1000),
    0,
  );
  if (thousandths !== amount.units * 1000) throw invalid(illegal, 'receipt');
}

/** The receipt that a payment needs as long as the shop makes them with YooKassa. */
export function requireReceipt(receipt: ReceiptData | undefined, amount: Amount): void {
  if (!receipt) throw invalid(illegal, 'receipt');
  requireSum(receipt, amount);
}
