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
