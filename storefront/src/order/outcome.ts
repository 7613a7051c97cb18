import type { Api } from '@gangway/client/api';
import type { Visitor } from '../../server/visitor-cookies.ts';
import { asked } from '../api/asked.ts';
import type { Order, PaymentView } from '../api/shapes.ts';
import { readBasket } from '../basket/basket-cookie.ts';

export type Outcome = 'paid' | 'waiting' | 'declined' | 'expired' | 'returned' | 'cancelled';

const over = new Set(['canceled', 'expired', 'failed']);
const sold = new Set(['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED']);

interface Known {
  order: Pick<Order, 'status'>;
  /** The attempt that this browser began; undefined in any other. */
  payment: Pick<PaymentView, 'status'> | undefined;
}

/** What came of paying, by the server's word alone. */
export function outcomeOf({ order: { status }, payment }: Known): Outcome {
  if (sold.has(status)) return 'paid';
  const isOver = payment !== undefined && over.has(payment.status);
  if (status === 'LOCKED' || status === 'PENDING') return isOver ? 'declined' : 'waiting';
  // The money came too late: what cannot be kept goes back.
  if (payment?.status === 'succeeded') return 'returned';
  if (status === 'CANCELLED') return 'cancelled';
  return payment !== undefined && !isOver ? 'waiting' : 'expired';
}

export interface MoneyBack {
  order: 'CANCELLED' | 'EXPIRED';
  /** `sent` when all the shop can do has been done; the bank may still take its days. */
  state: 'returning' | 'sent';
  amount: Order['total'];
}

/** What becomes of money that came for an order which is over; undefined when none came, or none is due back. */
export function moneyBackOf({
  status,
  total,
  payment,
}: Pick<Order, 'status' | 'total' | 'payment'>): MoneyBack | undefined {
  if (status !== 'CANCELLED' && status !== 'EXPIRED') return undefined;
  if (payment?.status !== 'succeeded') return undefined;
  const isSent = payment.refunded.amount > 0;
  return { order: status, state: isSent ? 'sent' : 'returning', amount: isSent ? payment.refunded : total };
}

/** The attempt to pay for the order that this browser began last. */
export async function paymentOf(
  { api, visitor }: { api: Api; visitor: Visitor },
  orderId: string,
): Promise<PaymentView | undefined> {
  const { paying } = readBasket(visitor.basket);
  if (paying?.orderId !== orderId) return undefined;
  const token = visitor.orders[orderId];
  const params = { path: { id: paying.paymentId }, query: token ? { accessToken: token } : {} };
  return (await asked(api.GET('/api/payments/{id}', { params }))).data;
}
