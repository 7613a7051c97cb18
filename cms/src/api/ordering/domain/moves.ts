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

/**
 * Moves that settlement alone makes. An expired order whose money came late and still found its places is paid after
 * all. A paid order that was cancelled is refunded first, and cancelled when the money is back.
 */
export const lateMoves: Partial<Record<OrderState, readonly OrderState[]>> = {
  EXPIRED: ['PAID'],
  REFUNDED: ['CANCELLED'],
};

export type Move = { from: OrderState; to: OrderState; late?: boolean };

export function mayMove({ from, to, late = false }: Move): boolean {
  return moves[from].includes(to) || (late && (lateMoves[from] ?? []).includes(to));
}

/** Ended: nothing can be paid or given back any more. */
export function isClosed(state: OrderState): boolean {
  return moves[state].length === 0;
}
