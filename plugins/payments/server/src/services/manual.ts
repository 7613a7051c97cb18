import { commonErrors } from '@gangway/kit';
import type { Transaction } from '@gangway/kit';
import type { PayableView } from '../../../contract/payable.ts';
import type { ManualPayment, PaymentView } from '../../../contract/payments.ts';
import { paymentErrors } from '../errors.ts';
import { insertPayment } from '../store/payments.ts';
import { payableOf } from './hub.ts';
import type { Hub } from './hub.ts';
import { listPayments } from './list-payments.ts';
import { settle } from './settle.ts';

/** The provider of payments that people have taken. */
export const manualProvider = 'manual';

/** Money that came past every gateway settles like any other; for a closed payable it is late money. */
export async function payManually(hub: Hub, trx: Transaction, given: ManualPayment): Promise<PaymentView> {
  const { kind, id, now } = given;
  const view = await payableOf(hub, { payable_kind: kind }).load({ trx, id, now, lock: true });
  if (!view) throw commonErrors.NOT_FOUND();
  requirePayable(view, given);
  const payment = await insertPayment(trx, manualRow(view, given));
  const { document_id: paymentId } = payment;
  await settle(hub, trx, { locked: { payment, view }, now });
  const payments = await listPayments(trx, given);
  const paid = payments.find((one) => one.id === paymentId);
  if (!paid) throw new Error('A manual payment was not written.');
  return paid;
}

function requirePayable({ state, amount }: PayableView, given: ManualPayment): void {
  if (state === 'paid') throw paymentErrors.ALREADY_PAID();
  const same = amount.amount === given.amount.amount && amount.currency === given.amount.currency;
  if (!same) throw paymentErrors.AMOUNT_DIFFERS({ amount });
}

const manualRow = (view: PayableView, given: ManualPayment) => ({
  payable_kind: given.kind,
  payable_id: given.id,
  seller_id: view.facts.sellerId,
  method: given.method,
  provider_key: manualProvider,
  state: 'succeeded' as const,
  ...given.amount,
  language: view.language,
  started_at: given.now,
  settled_at: given.now,
  reference: given.reference,
  manual_reason: given.reason,
  staff_id: given.staffId,
});
