import type { Money } from '../desk/Texts.tsx';
import type { Word } from '../words/word.ts';

export type OrderRow = {
  id: string;
  number: string;
  status: string;
  needsReview: boolean;
  placedAt: string;
  expiresAt: string | null;
  total: Money;
  refunded: Money;
  channel: string;
  buyer: Buyer;
  tickets: number;
  events: { id: string; title: string; startAt: string }[];
};

type Sums = { orders: number; total: Money; refunded: Money }[];

/** What a list comes to; `more` says that there is more than was counted. */
export type Totals = { total: number; more?: true; totals: Sums };

/** What everything that was found comes to, counted to its end. */
export type Counted = { data: { orders: number; totals: Sums } };

type Buyer = { fullName: string; email: string | null; phone: string | null };

export type Line = {
  id: string;
  position: number;
  kind: string;
  name: string;
  eventId: string | null;
  seatCode: string | null;
  forPosition: number | null;
  quantity: number;
  unitPrice: Money;
  discount: Money;
  amount: Money;
  refunded: Money;
  passenger: { fullName: string } | null;
};

export type MoneyBack = { id: string; status: string; amount: Money; reason: string; requestedAt: string };

export type Attempt = {
  id: string;
  method: string;
  status: string;
  needsReview: boolean;
  amount: Money;
  startedAt: string;
  settledAt: string | null;
  reason: string | null;
  means: string | null;
  refunds: MoneyBack[];
};

export type Ticket = {
  id: string;
  lineId: string;
  serial: number;
  seatCode: string | null;
  holderName: string | null;
  status: string;
};

export type Letter = {
  id: string;
  message: string;
  channel: string;
  to: string;
  status: string;
  attempts: number;
  queuedAt: string;
  sentAt: string | null;
  problem: string | null;
};

export type Happened = {
  at: string;
  actor: { kind: string; id: string | null; name: string | null };
  what: string;
  details: Record<string, unknown>;
};

export type RefundRequest = {
  id: string;
  status: string;
  amount: Money;
  reasonCode: string;
  reason: string | null;
  requestedAt: string;
  dueBy: string | null;
};

type LineQuote = { lineId: string; quantity: number; amount: Money; goesWith: string[] };

export type Order = {
  id: string;
  number: string;
  status: string;
  locale: string;
  needsReview: boolean;
  channel: string;
  total: Money;
  vat: Money;
  fees: Money;
  discount: Money;
  refunded: Money;
  promotion: { code: string } | null;
  seller: { name: string };
  buyer: Buyer;
  lines: Line[];
  events: {
    id: string;
    title: string;
    startAt: string;
    timezone: string;
    refund: { until: string | null };
  }[];
  placedAt: string;
  expiresAt: string | null;
  paidAt: string | null;
  closedAt: string | null;
  closeReason: string | null;
  payments: Attempt[];
  refunds: RefundRequest[];
  refundQuote: { lines: LineQuote[] } | null;
  tickets: Ticket[];
  messages: Letter[];
  history: Happened[];
};

export type Departure = {
  id: string;
  startAt: string;
  timezone: string;
  activity: Word | null;
  berth: Word | null;
};

export const isUnpaid = ({ status }: Pick<Order, 'status'>): boolean =>
  status === 'PENDING' || status === 'LOCKED';

export const holdsMoney = ({ status }: Pick<Order, 'status'>): boolean =>
  status === 'PAID' || status === 'PARTIALLY_REFUNDED';

/** Late money may still find its places: what ran out can be paid past the gateways too. */
export const canBePaid = ({ status }: Pick<Order, 'status'>): boolean =>
  status === 'LOCKED' || status === 'EXPIRED';

/** Ways to pay that no gateway knows: their refunds are handed over by people. */
export const handMethods = ['cash', 'bank-transfer', 'manual'] as const;

export const isByHand = (method: string): boolean => handMethods.some((one) => one === method);

/** Something is on its way that the page is about to show: money going back, a message being sent. */
export function isMoving({ payments, messages }: Pick<Order, 'payments' | 'messages'>): boolean {
  const backing = payments
    .filter(({ method }) => !isByHand(method))
    .flatMap(({ refunds }) => refunds)
    .some(({ status }) => status === 'requested' || status === 'pending');
  return backing || messages.some(({ status }) => status === 'queued' || status === 'sending');
}

/** What is left of an order, whatever was asked for before. */
export function leftOver({
  refundQuote,
  total,
  refunded,
}: Pick<Order, 'refundQuote' | 'total' | 'refunded'>): Money {
  const lines = refundQuote?.lines;
  const amount = lines
    ? lines.reduce((sum, line) => sum + line.amount.amount, 0)
    : total.amount - refunded.amount;
  return { amount, currency: total.currency };
}
