import { definePaymentProvider, providerRefused, providerUnreachable, z } from '@gangway/kit';
import type { Notice, PaymentGateway, PaymentReport, RawNotification, RefundReport } from '@gangway/kit';
import { bankPayment, bankRefund, openBank, signature, signatureHeader } from './bank.ts';
import type { FakeBank, Verb } from './bank.ts';

/** A gateway with its bank in hand: `port.bank`. */
export type FakeGateway = PaymentGateway & { bank: FakeBank };

/**
 * A gateway without a network: it keeps its books in memory, and its bank declines, hangs, breaks off and notifies as
 * it is told. For tests and for trying things out; it takes no money.
 */
export const fake = definePaymentProvider({
  id: 'fake',
  title: { ru: 'Проверочная оплата', en: 'Play money', zh: '测试支付' },
  capabilities: ['refund', 'partial-refund', 'notices', 'variants'],
  options: z.strictObject({
    /** Refunds stay pending until the bank is told how they end. */
    slowRefunds: z.boolean().default(false),
  }),
  secrets: [],
  open: ({ options }): FakeGateway => fakeGateway(Object.assign(openBank(), options)),
});

export function fakeGateway(bank: FakeBank): FakeGateway {
  return {
    bank,
    start: (request) =>
      asked(bank, 'start', () => {
        const payment = bankPayment(bank, request);
        const url = `https://fake.example/pay/${payment.externalId}`;
        return { ...paymentReport(payment), action: { type: 'redirect', url } };
      }),
    fetch: (externalId) => asked(bank, 'fetch', () => paymentReport(known(bank.payments.get(externalId)))),
    startRefund: (request) =>
      asked(bank, 'startRefund', () => refundReport(permitted(bankRefund(bank, request)))),
    fetchRefund: (externalId) =>
      asked(bank, 'fetchRefund', () => refundReport(known(bank.refunds.get(externalId)))),
    readNotice,
  };
}

/** Asks the bank, with the fault that lies in wait for this question. */
async function asked<Answer>(bank: FakeBank, verb: Verb, work: () => Answer): Promise<Answer> {
  bank.asked[verb] += 1;
  const fault = bank.faults[verb]?.shift();
  if (fault === 'refuse') throw providerRefused('declined', 'The fake bank says no.');
  if (fault === 'break') throw providerUnreachable('The fake bank broke off.');
  if (fault === 'html') throw providerUnreachable('The fake bank answered with a page, not with data.');
  if (fault === 'hang') await hanging(bank, verb);
  const answer = work();
  if (fault === 'hang-after') await hanging(bank, verb);
  if (fault === 'break-after') throw providerUnreachable('The fake bank did it and broke off.');
  return answer;
}

const hanging = ({ hanging }: FakeBank, verb: Verb) =>
  new Promise<void>((letGo) => void hanging.push({ verb, letGo }));

function known<Row>(row: Row | undefined): Row {
  if (row === undefined) throw providerRefused('not_found', 'The fake bank has nothing of that name.');
  return row;
}

function permitted<Row>(row: Row | undefined): Row {
  if (row === undefined) throw providerRefused('refund_exceeds', 'The fake bank has not that much left.');
  return row;
}

function paymentReport({ externalId, state, amount, reason, means, test }: PaymentReport): PaymentReport {
  return { externalId, state, amount, test, ...(reason ? { reason } : {}), ...(means ? { means } : {}) };
}

function refundReport({
  externalId,
  paymentId,
  refundId,
  state,
  amount,
  reason,
}: RefundReport): RefundReport {
  return { externalId, paymentId, refundId, state, amount, ...(reason ? { reason } : {}) };
}

const noticeBody = z.object({ event: z.string(), id: z.string() });

function readNotice({ bytes, headers }: RawNotification): Notice | undefined {
  if (headers[signatureHeader] !== signature) return undefined;
  const body = noticeBody.safeParse(json(Buffer.from(bytes).toString('utf8')));
  if (!body.success) return undefined;
  const { event, id } = body.data;
  const about = event.startsWith('refund.') ? 'refund' : 'payment';
  return { dedupeKey: `${event}:${id}`, event, about, externalId: id };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
