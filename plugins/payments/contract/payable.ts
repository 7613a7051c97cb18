import type { Locale, Money, Person, Sale, Transaction } from '@gangway/kit';

/** What gates a way to pay; the plugin's rules read nothing else of a payable. */
export type PayableFacts = {
  channel: 'web' | 'miniapp' | 'bot' | 'desk' | 'phone' | 'reseller';
  country: string;
  fulfilment: 'physical' | 'digital';
  sellerId: string;
};

/** Something that can be paid, as the app shows it to the plugin. */
export type PayableView = {
  /** What is paid at once: full payment only. */
  amount: Money;
  /** `closed` takes no new payment (cancelled, expired, refunded); money that comes all the same is not lost. */
  state: 'open' | 'paid' | 'closed';
  /** Until when places are kept, and the latest moment to which the start of a payment may move that. */
  expiresAt: Date | null;
  maxExpiresAt: Date | null;
  language: Locale;
  sale: Sale;
  facts: PayableFacts;
  /** The payable's own: handed back to `settled`, under the same lock. */
  subject?: unknown;
};

export type PayableCall = { trx: Transaction; id: string; now: Date };

export type SettledPayment = { id: string; amount: Money; method: string; manual: boolean };

/** `refund` is what the payable cannot keep: the plugin starts it in the same transaction. */
export type Settlement = { refund?: { amount: Money; reason: string; sale: Sale } };

export type RefundedPayment = { id: string; paymentId: string; amount: Money; key: string; reason: string };

/** A kind of thing that can be paid. All verbs with `trx` run inside the plugin's transaction and call nobody. */
export type Payable = {
  kind: string;
  /** The field of `POST /api/payments` that carries its id: `orderId`. */
  field: string;
  /** May this caller see and pay it? Strangers are told that it does not exist. */
  authorize(call: {
    id: string;
    person: Person;
    accessToken: string | undefined;
    session: string | undefined;
  }): Promise<boolean>;
  /**
   * Undefined: there is none. Locks the row when `lock` is set, and sends that statement before anything is awaited: the
   * plugin sends the lock of the payment behind it. `settling`: what `settled` will need may be read on the way.
   */
  load(call: PayableCall & { lock?: boolean; settling?: boolean }): Promise<PayableView | undefined>;
  /** A payment begins: places are kept until `holdUntil`, never shorter than before and never past the maximum. */
  starting(call: PayableCall & { paymentId: string; holdUntil: Date; view: PayableView }): Promise<void>;
  /** The money is there. Called once for each payment. `subject` is the one of the view that was loaded with a lock. */
  settled(call: PayableCall & { payment: SettledPayment; subject?: unknown }): Promise<Settlement>;
  /** A refund has arrived. Called once for each refund. */
  refunded(call: PayableCall & { refund: RefundedPayment }): Promise<void>;
  /** A refund was refused for good by the gateway; people have to look. */
  refundFailed(call: PayableCall & { refund: RefundedPayment }): Promise<void>;
};
