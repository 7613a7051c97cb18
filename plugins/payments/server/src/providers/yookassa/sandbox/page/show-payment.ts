import { payPage, payMethods } from './pay-page.ts';
import type { CardDraft, CardField } from './pay-page.ts';
import { sendPage } from './respond.ts';
import { bankPage, resultPage } from './result-pages.ts';
import type { Paying } from './stay.ts';

export type Entered = { draft: CardDraft; wrong: readonly CardField[] };

/** The payment as it stands: to be paid, at the bank, or at an end. */
export function showPayment(stay: Paying, entered?: Entered): void {
  const { response, url, locale, path, payment, world } = stay;
  if (payment.status !== 'pending')
    return sendPage(response, resultPage({ locale, path, payment, justPaid: url.searchParams.has('paid') }));
  if (payment.waiting) return sendPage(response, bankPage({ locale, path, payment, wrong: false }));
  const { draft, wrong } = entered ?? { draft: suggested(url.searchParams.get('card')), wrong: [] };
  const view = { locale, path, payment, shopId: world.shop.shopId, method: methodOf(stay), draft, wrong };
  sendPage(response, payPage(view), wrong.length > 0 ? 400 : 200);
}

function methodOf({ url, payment }: Paying): string {
  if (payment.asked) return payment.asked;
  const chosen = url.searchParams.get('method');
  return payMethods.find((method) => method === chosen) ?? 'bank_card';
}

/** The form with a test card in it. */
function suggested(card: string | null): CardDraft {
  if (card === null || !/^\d{13,19}$/.test(card)) return { number: '', expiry: '', csc: '' };
  const number = card.replace(/(\d{4})(?=\d)/g, '$1 ');
  return { number, expiry: '12 / 40', csc: card.startsWith('37') ? '1234' : '123' };
}
