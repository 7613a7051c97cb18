import { answerThreeDSecure, cancelPayment, payByCard, payByOther } from '../payment-moves.ts';
import type { PayStep } from '../payment-moves.ts';
import { readCard } from './card-entry.ts';
import { contractUrl, payMethods } from './pay-page.ts';
import type { CardDraft } from './pay-page.ts';
import { seeOther, sendPage } from './respond.ts';
import { bankPage } from './result-pages.ts';
import { showPayment } from './show-payment.ts';
import { lost } from './stay.ts';
import type { Paying } from './stay.ts';

/** What the forms of the payment page do, by their address. */
export const payForms: Record<string, (stay: Paying, form: URLSearchParams) => void> = {
  '/checkout/pay': pay,
  '/checkout/three-d-secure': answerBank,
  '/checkout/cancel': cancel,
};

function pay(stay: Paying, form: URLSearchParams): void {
  const { world, payment } = stay;
  const method = payment.asked ?? form.get('method') ?? '';
  if (method !== 'bank_card') {
    if (!payMethods.some((name) => name === method)) return lost(stay);
    return proceed(stay, payByOther(world, payment, { type: method, agreed: form.get('agreed') === 'yes' }));
  }
  const draft: CardDraft = {
    number: form.get('number') ?? '',
    expiry: form.get('expiry') ?? '',
    csc: form.get('csc') ?? '',
  };
  const card = readCard(draft, world.now());
  if ('wrong' in card) return showPayment(stay, { draft: { ...draft, csc: '' }, wrong: card.wrong });
  proceed(stay, payByCard(world, payment, card.entry));
}

function answerBank(stay: Paying, form: URLSearchParams): void {
  const { response, locale, path, payment, world } = stay;
  const confirmed = form.get('answer') !== 'no';
  if (confirmed && payment.waiting && !/^\d{3,8}$/.test((form.get('code') ?? '').trim()))
    return sendPage(response, bankPage({ locale, path, payment, wrong: true }), 400);
  proceed(stay, answerThreeDSecure(world, payment, confirmed));
}

/** API v3 has no word for a buyer who gives up; after a declined card its reason stands. */
function cancel(stay: Paying): void {
  const { world, payment } = stay;
  const reason = payment.declined ?? { party: 'yoo_money', reason: 'general_decline' };
  if (payment.status === 'pending') cancelPayment(world, payment, reason);
  proceed(stay, 'closed');
}

function proceed({ response, path, payment, locale }: Paying, step: PayStep): void {
  const query: Record<string, string> = step === 'paid' ? { locale, paid: 'yes' } : { locale };
  seeOther(response, contractUrl({ path, id: payment.id, ...query }));
}
