import type {
  Money,
  PaymentReport,
  PaymentState,
  RefundReport,
  StartPayment,
  StartRefund,
} from '@gangway/kit';

/** What goes wrong at the next question; `after`: it is done there, and only the answer is missing or late. */
export type Fault = 'refuse' | 'break' | 'break-after' | 'html' | 'hang' | 'hang-after';

export type Verb = 'start' | 'fetch' | 'startRefund' | 'fetchRefund';

type Payment = PaymentReport & { attemptId: string; refunded: number };
type Refund = RefundReport & { refundId: string };

type Hanging = { verb: Verb; letGo(): void };

/** The books of a bank that lives in this process, and the strings to pull on it. */
export type FakeBank = {
  payments: Map<string, Payment>;
  refunds: Map<string, Refund>;
  /** How often each verb was asked. */
  asked: Record<Verb, number>;
  /** Lies in wait for the next question of this kind. */
  fail(verb: Verb, fault: Fault): void;
  /** Questions that hang until they are let go. */
  hanging: Hanging[];
  faults: Partial<Record<Verb, Fault[]>>;
  /** Refunds stay pending until `settleRefund`. */
  slowRefunds: boolean;
  /** The buyer pays, or is refused. Answers the payment. */
  pay(externalId: string): void;
  decline(externalId: string, reason: string): void;
  settleRefund(externalId: string, state: 'succeeded' | 'failed', reason?: string): void;
  /** Changes what the bank says a payment is about. */
  tamper(externalId: string, change: { amount?: Money; state?: PaymentState }): void;
  /** The notification as it would be sent. */
  notice(about: 'payment' | 'refund', externalId: string): { body: string; headers: Record<string, string> };
};

export const signatureHeader = 'x-fake-signature';
export const signature = 'signed-by-the-fake-bank';

export function openBank(): FakeBank {
  const payments = new Map<string, Payment>();
  const refunds = new Map<string, Refund>();
  const bank: FakeBank = {
    payments,
    refunds,
    asked: { start: 0, fetch: 0, startRefund: 0, fetchRefund: 0 },
    faults: {},
    hanging: [],
    slowRefunds: false,
    fail: (verb, fault) => void (bank.faults[verb] ??= []).push(fault),
    pay: (id) => change(payments, id, { state: 'succeeded', means: 'Fake card *4477' }),
    decline: (id, reason) => change(payments, id, { state: 'canceled', reason }),
    settleRefund: (id, state, reason) => change(refunds, id, { state, ...(reason ? { reason } : {}) }),
    tamper: (id, changes) => change(payments, id, changes),
    notice: (about, externalId) => ({
      body: JSON.stringify({ event: `${about}.changed`, id: externalId }),
      headers: { [signatureHeader]: signature },
    }),
  };
  return bank;
}

function change<Row>(rows: Map<string, Row>, id: string, changes: Partial<Row>): void {
  const row = rows.get(id);
  if (!row) throw new Error(`The fake bank has nothing called ${id}.`);
  rows.set(id, { ...row, ...changes });
}

/** One attempt is one payment, however often it is asked for. */
export function bankPayment(bank: FakeBank, { attemptId, amount }: StartPayment): Payment {
  const externalId = `fake-${attemptId}`;
  const known = bank.payments.get(externalId);
  if (known) return known;
  const payment = { externalId, attemptId, state: 'pending', amount, test: true, refunded: 0 } as const;
  bank.payments.set(externalId, payment);
  return payment;
}

/** One refund id is one refund; undefined when more is asked for than is left. */
export function bankRefund(
  bank: FakeBank,
  { refundId, externalId, amount }: StartRefund,
): Refund | undefined {
  const known = bank.refunds.get(`fake-${refundId}`);
  if (known) return known;
  const payment = bank.payments.get(externalId);
  if (payment?.state !== 'succeeded') return undefined;
  if (payment.amount.currency !== amount.currency) return undefined;
  if (payment.refunded + amount.amount > payment.amount.amount) return undefined;
  bank.payments.set(externalId, { ...payment, refunded: payment.refunded + amount.amount });
  const state = bank.slowRefunds ? ('pending' as const) : ('succeeded' as const);
  const refund = { externalId: `fake-${refundId}`, refundId, paymentId: externalId, state, amount };
  bank.refunds.set(refund.externalId, refund);
  return refund;
}
