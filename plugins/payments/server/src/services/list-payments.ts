import type { Transaction } from '@gangway/kit';
import type { PaymentView } from '../../../contract/payments.ts';
import { paymentsOfPayable } from '../store/payments.ts';
import type { PayableKey } from '../store/payments.ts';
import { refundsOfPayable } from '../store/refunds.ts';
import { paymentView } from './payment-view.ts';

export async function listPayments(trx: Transaction, payable: PayableKey): Promise<PaymentView[]> {
  // What a refund has taken is written down with it: read behind it, it is never missing from its payment.
  const refunds = await refundsOfPayable(trx, payable);
  const payments = await paymentsOfPayable(trx, payable);
  return payments.map((payment) => paymentView(payment, refunds));
}
