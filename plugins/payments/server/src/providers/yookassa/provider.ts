import { definePaymentProvider, providerUnreachable, z } from '@gangway/kit';
import { paymentAnswer, refundAnswer } from './answers.ts';
import { yookassaClient } from './client.ts';
import { isNetwork, noticeReader, officialNetworks } from './notice.ts';
import { paymentReport, refundReport, startedPayment } from './reports.ts';
import { paymentRequest, refundRequest } from './requests.ts';

const options = z.strictObject({
  /** The number of the shop in YooKassa's cabinet. */
  shopId: z.string().regex(/^\d{1,12}$/, 'give the number of the shop, such as 506751'),
  url: z.url({ protocol: /^https?$/ }).default('https://api.yookassa.ru/v3'),
  /** Where notifications may come from; only for a proxy that hides the real addresses. */
  networks: z.array(z.string().refine(isNetwork, 'give addresses or networks')).default(officialNetworks),
  /** What receipts say: money for a service to come, or for one rendered at once. */
  paymentMode: z.enum(['full_prepayment', 'full_payment']).default('full_prepayment'),
  timeoutMs: z.int().min(100).max(60_000).default(10_000),
});

/**
 * YooKassa: cards, SBP and wallets of Russia, paid on its page in one stage; receipts after 54-FZ travel along.
 * Its notifications are believed as far as to ask. After 24 hours YooKassa forgets keys of idempotency: an attempt
 * whose outcome is still unknown then must not be started again.
 */
export const yookassa = definePaymentProvider({
  id: 'yookassa',
  title: { ru: 'ЮKassa', en: 'YooKassa', zh: 'YooKassa' },
  capabilities: ['refund', 'partial-refund', 'notices', 'receipts', 'variants'],
  // A shop with receipts after 54-FZ sells for sellers of Russia, in roubles.
  countries: ['RU'],
  currencies: ['RUB'],
  options,
  secrets: ['secretKey'],
  open({ options: { networks, paymentMode, ...where }, secrets, fetch, log }) {
    const client = yookassaClient({ ...where, secretKey: secrets.secretKey, fetch, log });
    return {
      async start(start) {
        const body = paymentRequest(start, { paymentMode });
        return startedPayment(
          await client.post({ path: '/payments', key: start.attemptId, body }, paymentAnswer),
        );
      },
      async fetch(externalId) {
        const answer = await client.get(`/payments/${encodeURIComponent(externalId)}`, paymentAnswer);
        return paymentReport(same(answer, externalId));
      },
      async startRefund(start) {
        const body = refundRequest(start, { paymentMode });
        return refundReport(await client.post({ path: '/refunds', key: start.refundId, body }, refundAnswer));
      },
      async fetchRefund(externalId) {
        const answer = await client.get(`/refunds/${encodeURIComponent(externalId)}`, refundAnswer);
        return refundReport(same(answer, externalId));
      },
      readNotice: noticeReader(networks),
    };
  },
});

function same<Answer extends { id: string }>(answer: Answer, id: string): Answer {
  if (answer.id === id) return answer;
  throw providerUnreachable('YooKassa answered about something else than it was asked.');
}
