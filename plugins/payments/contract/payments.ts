import type { Localized, Money, Person, Sale, Transaction } from '@gangway/kit';
import type { Payable } from './payable.ts';

export type RefundOrder = {
  kind: string;
  id: string;
  amount: Money;
  /** The lines that are given back; its total is `amount`. */
  sale: Sale;
  reason: string;
  /** Unique for the payable: asked again with the same key, nothing happens twice. */
  key: string;
  now: Date;
};

export type ManualPayment = {
  kind: string;
  id: string;
  amount: Money;
  /** `manual`, `cash`, `bank-transfer`. */
  method: string;
  /** The number of the slip or transfer. */
  reference: string;
  reason: string;
  staffId: string;
  now: Date;
};

export type RefundView = {
  id: string;
  paymentId: string;
  amount: Money;
  state: 'requested' | 'pending' | 'succeeded' | 'failed';
  reason: string;
  requestedAt: Date;
};

export type PaymentView = {
  id: string;
  method: string;
  provider: string;
  externalId: string | null;
  state: string;
  needsReview: boolean;
  amount: Money;
  refunded: Money;
  startedAt: Date;
  settledAt: Date | null;
  reason: string | null;
  means: string | null;
  refunds: RefundView[];
};

/** What managers say about one way to pay of one seller. */
export type MethodSetting = {
  /** `yookassa` or `yookassa:sbp`. */
  key: string;
  names: Localized;
  enabled: boolean;
  position: number;
  /** Minor units of `currency`. */
  minAmount: number | null;
  maxAmount: number | null;
  currency: Money['currency'];
  /** Empty: all of them. */
  channels: readonly string[];
  /** How long places are kept from the start of a payment. */
  holdMinutes: number;
};

/** The settings of a seller; a gateway that none of them names is offered as it is, unless it must be switched on. */
export type ReadMethods = (sellerId: string) => Promise<MethodSetting[]>;

/**
 * An attempt that begins: `paid` is what it pays, its kind and id. Buyers are not told apart: one who proves an order in a
 * second way would be a second buyer.
 */
export type Attempt = { paid: string; ip: string; person: Person };

/** How many attempts to pay one thing may begin. */
export type AttemptLimit = {
  /** @throws RATE_LIMITED when too many have begun */
  take(attempt: Attempt): Promise<void>;
  /** One that was taken began nothing. */
  giveBack(attempt: Attempt): Promise<void>;
};

/** What the app does with payments: `paymentsOf(strapi)`. */
export type Payments = {
  /** In `register()`. */
  definePayable(payable: Payable): void;
  /** In `register()`: where managers say which ways to pay a seller has. Without it every gateway is offered. */
  methodsFrom(read: ReadMethods): void;
  /** In `register()` or `bootstrap()`: asked before every attempt to pay. Without it nobody is limited. */
  limitAttempts(limit: AttemptLimit): void;
  /**
   * Starts giving money back over the payments of the payable, the latest first. Lock the payable before. A payment
   * that no gateway can give back, a manual one among them, waits as `pending` until staff confirm it by hand.
   * @throws REFUND_EXCEEDS_PAYMENT when captures minus refunds, requested ones included, do not suffice
   */
  refund(trx: Transaction, order: RefundOrder): Promise<RefundView[]>;
  /**
   * Money that came past every gateway: the same settlement and ledger. Answers the payment.
   * @throws NOT_FOUND, ALREADY_PAID, AMOUNT_DIFFERS
   */
  payManually(trx: Transaction, payment: ManualPayment): Promise<PaymentView>;
  /** All payments of a payable with their refunds, the earliest first. */
  list(trx: Transaction, payable: { kind: string; id: string }): Promise<PaymentView[]>;
};
