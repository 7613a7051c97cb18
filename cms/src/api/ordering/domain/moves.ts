/** `PENDING` is a draft of the staff without places; orders of buyers begin as `LOCKED`. */
export const orderStates = [
  'PENDING',
  'LOCKED',
  'PAID',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
  'EXPIRED',
  'CANCELLED',
] as const;

export type OrderState = (typeof orderStates)[number];

/** Where an order may go; everything else is refused. A paid order is cancelled by refunding it. */
export const moves: Record<OrderState, readonly OrderState[]> = {
  PENDING: ['LOCKED', 'EXPIRED', 'CANCELLED'],
  LOCKED: ['PAID', 'EXPIRED', 'CANCELLED'],
  PAID: ['PARTIALLY_REFUNDED', 'REFUNDED'],
  PARTIALLY_REFUNDED: ['REFUNDED'],
  REFUNDED: [],
  EXPIRED: [],
  CANCELLED: [],
};

/** Money that came too late and still found places: the one way back, open to settlement alone. */
export const lateMoves: Partial<Record<OrderState, readonly OrderState[]>> = { EXPIRED: ['PAID'] };

export type Move = { from: OrderState; to: OrderState; late?: boolean };

export function mayMove({ from, to, late = false }: Move): boolean {
  return moves[from].includes(to) || (late && (lateMoves[from] ?? []).includes(to));
}

/** Ended: nothing can be paid or given back any more. */
export function isClosed(state: OrderState): boolean {
  return moves[state].length === 0;
}
