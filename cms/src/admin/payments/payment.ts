import type { Money } from '../desk/Texts.tsx';

export type PaymentRow = {
  id: string;
  payable: { kind: string; id: string };
  method: string;
  provider: string;
  externalId: string | null;
  status: string;
  needsReview: boolean;
  amount: Money;
  refunded: Money;
  reason: string | null;
  means: string | null;
  test: boolean;
  startedAt: string;
  settledAt: string | null;
  checkedAt: string | null;
  nextCheckAt: string | null;
  manual: { staffId: string; reference: string; reason: string } | null;
};

export type Notice = {
  id: string;
  provider: string;
  event: string;
  externalId: string;
  ip: string;
  receivedAt: string;
  receipts: number;
  handledAt: string | null;
  paymentId: string | null;
  problem: string | null;
};

export type Refund = {
  id: string;
  amount: Money;
  status: string;
  externalId: string | null;
  reason: string;
  problem: string | null;
  requestedAt: string;
  settledAt: string | null;
  mayAskAgain: boolean;
};

export type Posting = {
  at: string;
  source: string;
  kind: string;
  account: string;
  amount: number;
  currency: string;
};

export type Payment = PaymentRow & { notices: Notice[]; refunds: Refund[]; postings: Posting[] };
