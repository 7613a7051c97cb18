import type { Amount, AmountText } from './amount.ts';

export type Cancellation = {
  party: 'yoo_money' | 'payment_network' | 'merchant' | 'refund_network';
  reason: string;
};

/** Of a card nothing is kept that could pay. */
export type CardTrace = {
  first6: string;
  last4: string;
  brand: string;
  month: string;
  year: string;
  /** What its issuer will say; undefined: yes. */
  decline?: Cancellation;
};

export type Method = { type: string; card?: CardTrace };

export type Confirmation = { type: string; returnUrl?: string; enforce: boolean; locale?: string };

export type Registration = 'pending' | 'succeeded' | 'canceled';

export type ReceiptItem = {
  description: string;
  quantity: number;
  amount: AmountText;
  vat_code: number;
  [more: string]: unknown;
};

export type ReceiptData = { customer: Record<string, string>; items: ReceiptItem[]; [more: string]: unknown };

export type Payment = {
  id: string;
  status: 'pending' | 'waiting_for_capture' | 'succeeded' | 'canceled';
  amount: Amount;
  /** Given back for good, and what refunds under way have claimed. */
  refunded: number;
  refunding: number;
  capture: boolean;
  /** ISO 8601. */
  createdAt: string;
  capturedAt?: string;
  expiresAt?: string;
  confirmation?: Confirmation;
  /** The only way to pay that the shop allows, where it named one. */
  asked?: string;
  method?: Method;
  threeDSecure: boolean;
  /** A card that waits for the word of its bank. */
  waiting?: CardTrace;
  /** What the last card said, as long as another may be tried. */
  declined?: Cancellation;
  cancellation?: Cancellation;
  description?: string;
  metadata?: Record<string, string>;
  merchantCustomerId?: string;
  receipt?: ReceiptData;
};

export type Refund = {
  id: string;
  paymentId: string;
  status: 'pending' | 'succeeded' | 'canceled';
  amount: Amount;
  createdAt: string;
  description?: string;
  metadata?: Record<string, string>;
  cancellation?: Cancellation;
  receipt?: ReceiptData;
};

export type Receipt = {
  id: string;
  type: 'payment' | 'refund';
  status: Registration;
  paymentId?: string;
  refundId?: string;
  createdAt: string;
  registeredAt?: string;
  /** Made by itself with a payment or refund, whose `receipt_registration` it is. */
  automatic: boolean;
  data: ReceiptData;
  settlements: { type: string; amount: AmountText }[];
};
