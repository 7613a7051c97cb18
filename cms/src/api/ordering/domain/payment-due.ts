import type { PaymentState } from '@gangway/kit';
import type { OrderState } from './moves.ts';

/** Nobody has paid for it yet, and somebody still may. */
export const isUnpaid = (state: OrderState): boolean => state === 'PENDING' || state === 'LOCKED';

const onItsWay: ReadonlySet<PaymentState> = new Set(['pending', 'authorized']);

interface Shown {
  status: OrderState;
  payment: { status: PaymentState } | null;
}

/** Whether an order will soon look different by itself: it is unpaid, and no attempt has come to its end. */
export const isPaymentDue = ({ status, payment }: Shown): boolean =>
  isUnpaid(status) && (payment === null || onItsWay.has(payment.status));
