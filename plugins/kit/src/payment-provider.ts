import type { Locale } from './locale.ts';
import type { Money } from './money.ts';
import { providerKind } from './provider.ts';
import type { Sale } from './sale.ts';

/** `succeeded`, `canceled`, `expired` and `failed` are final. */
export const paymentStates = ['pending', 'authorized', 'succeeded', 'canceled', 'expired', 'failed'] as const;
export type PaymentState = (typeof paymentStates)[number];

/** What the buyer does next. */
export type PaymentAction =
  | { type: 'redirect'; url: string }
  | { type: 'qr'; data: string }
  | { type: 'lightning'; invoice: string; expiresAt: string }
  | { type: 'invoice'; link: string }
  | { type: 'form'; url: string; fields: Record<string, string> }
  | { type: 'embed'; token: string }
  | { type: 'cash'; until: string }
  | { type: 'none' };

export type StartPayment = {
  /** Ours, 24 characters: the same attempt is the same id, so it serves as the key of idempotency. */
  attemptId: string;
  amount: Money;
  sale: Sale;
  /** What stands after the colon in `yookassa:sbp`. */
  variant?: string;
  /** Where the buyer comes back to; says nothing about the outcome. */
  returnUrl: string;
  locale: Locale;
  /** Goes out as metadata: no personal data. */
  reference: { kind: string; id: string };
  fields: Readonly<Record<string, string>>;
};

/** What the other side says about a payment now. */
export type PaymentReport = {
  externalId: string;
  state: PaymentState;
  amount: Money;
  /** Their word for why it was canceled or failed, as it came. */
  reason?: string;
  /** Title of the means of payment: `Bank card *4477`. */
  means?: string;
  /** When a pending one ends by itself. */
  expiresAt?: Date;
  /** Paid with play money. */
  test: boolean;
};

export type StartedPayment = PaymentReport & { action: PaymentAction };

export type StartRefund = {
  /** Ours, the key of idempotency. */
  refundId: string;
  /** Of the payment that is given back. */
  externalId: string;
  amount: Money;
  /** True when nothing of the payment is left afterwards and nothing was given back before. */
  full: boolean;
  /** The lines that are given back; `sale.total` is `amount`. */
  sale: Sale;
  reason: string;
};

/** `refundId` is ours, where they keep it: it finds the refund whose send was never answered. */
export type RefundReport = {
  externalId: string;
  paymentId: string;
  refundId?: string;
  state: 'pending' | 'succeeded' | 'failed';
  amount: Money;
  reason?: string;
};

/** A notification after it was checked: what to ask about. `dedupeKey` is the same for the same notification. */
export type Notice = { dedupeKey: string; event: string; about: 'payment' | 'refund'; externalId: string };

export type RawNotification = { bytes: Uint8Array; headers: Readonly<Record<string, string>>; ip: string };

/**
 * A way to take money. Every verb throws `providerRefused` or `providerUnreachable` and nothing else; `start` and
 * `startRefund` do the same thing once however often they are asked with the same id.
 */
export type PaymentGateway = {
  start(request: StartPayment): Promise<StartedPayment>;
  /** The truth about a payment: notifications only say that it is worth asking. */
  fetch(externalId: string): Promise<PaymentReport>;
  startRefund?(request: StartRefund): Promise<RefundReport>;
  fetchRefund?(externalId: string): Promise<RefundReport>;
  /** Undefined: this is not from them, and nothing is stored. */
  readNotice?(raw: RawNotification): Notice | undefined;
  cancel?(externalId: string): Promise<PaymentReport>;
};

/** Declares a gateway: `export const yookassa = definePaymentProvider({ … })`, then `yookassa({ shopId })`. */
export const definePaymentProvider = providerKind<PaymentGateway>();
