export const orderColours = {
  PENDING: 'secondary',
  LOCKED: 'warning',
  PAID: 'success',
  PARTIALLY_REFUNDED: 'alternative',
  REFUNDED: 'neutral',
  EXPIRED: 'neutral',
  CANCELLED: 'danger',
} as const;

export const paymentColours = {
  pending: 'warning',
  authorized: 'secondary',
  succeeded: 'success',
  canceled: 'neutral',
  expired: 'neutral',
  failed: 'danger',
} as const;

export const refundColours = {
  requested: 'warning',
  pending: 'warning',
  succeeded: 'success',
  failed: 'danger',
  refused: 'danger',
} as const;

export const messageColours = {
  queued: 'warning',
  sending: 'secondary',
  sent: 'success',
  failed: 'danger',
  dropped: 'neutral',
} as const;

export const ticketColours = { issued: 'success', used: 'secondary', voided: 'neutral' } as const;
