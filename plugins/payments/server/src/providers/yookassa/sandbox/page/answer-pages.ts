import type { ServerResponse } from 'node:http';
import { isLocale } from '@gangway/kit';
import type { Html, Locale } from '@gangway/kit';
import type { Control } from '../control.ts';
import { header, readText } from '../http.ts';
import type { Visit } from '../http.ts';
import { answerThreeDSecure, cancelPayment, payByCard, payByOther } from '../payment-moves.ts';
import type { PayStep } from '../payment-moves.ts';
import type { Payment } from '../records.ts';
import type { FaultInput } from '../switches.ts';
import type { World } from '../world.ts';
import { readCard } from './card-entry.ts';
import { panelPage } from './panel-page.ts';
import { contractUrl, payPage, payMethods } from './pay-page.ts';
import type { CardDraft, CardField } from './pay-page.ts';
import { bankPage, resultPage, sentencePage } from './result-pages.ts';
import { script, style } from './style.ts';
import { texts } from './texts.ts';

type Place = { world: World; control: Control; path: string };
type Stay = Place & Visit & { locale: Locale; payment?: Payment };
type Paying = Stay & { payment: Payment };

const assets: Record<string, { type: string; text: string }> = {
  '/assets/pay.css': { type: 'text/css', text: style },
  '/assets/pay.js': { type: 'text/javascript', text: script },
};

/** Answers everything that people see: the payment page, the bank's page, and the page for people who test. */
export async function answerPages(visit: Visit, place: Place): Promise<void> {
  const { request, response, url } = visit;
  const payment = place.world.payments.get(url.searchParams.get('orderId') ?? '');
  const stay: Stay = { ...visit, ...place, payment, locale: localeOf(visit, payment) };
  if (request.method === 'POST') return answerForm(stay);
  const asset = assets[url.pathname];
  if (asset) return send(response, 200, asset.type, asset.text);
  if (url.pathname === '/') return showPanel(stay);
  if (url.pathname === '/checkout/payments/v2/contract' && isPaying(stay)) return showPayment(stay);
  return lost(stay);
}

/** `?locale=`, else the language that the shop asked for; a Chinese browser sees Chinese, which YooKassa does not have. */
function localeOf({ request, url }: Visit, payment: Payment | undefined): Locale {
  const asked = url.searchParams.get('locale');
  if (isLocale(asked)) return asked;
  const accepted = (header(request, 'accept-language') ?? '').slice(0, 2).toLowerCase();
  if (accepted === 'zh') return 'zh';
  const page = payment?.confirmation?.locale;
  if (page) return page === 'ru_RU' ? 'ru' : 'en';
  return isLocale(accepted) ? accepted : 'ru';
}

const isPaying = (stay: Stay): stay is Paying => stay.payment !== undefined;

function lost({ response, locale, path }: Stay): void {
  const { notFound: title, notFoundLead: lead } = texts[locale];
  sendPage(response, sentencePage({ locale, path, title, lead }), 404);
}

function showPanel({ response, url, locale, path, world }: Stay): void {
  sendPage(response, panelPage({ locale, path, world, saved: url.searchParams.has('saved') }));
}

type Entered = { draft: CardDraft; wrong: readonly CardField[] };

function showPayment(stay: Paying, entered?: Entered): void {
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

async function answerForm(stay: Stay): Promise<void> {
  const { request, response, url, locale, path } = stay;
  const text = (await readText(request)) ?? '';
  if (isForeign(stay)) {
    const lead = texts[locale].foreignForm;
    return sendPage(response, sentencePage({ locale, path, title: texts[locale].title, lead }), 403);
  }
  const form = new URLSearchParams(text);
  if (url.pathname === '/panel/switches') return setSwitches(stay, form);
  if (url.pathname === '/panel/faults') return setFaults(stay, form);
  const answer = payForms[url.pathname];
  return answer && isPaying(stay) ? answer(stay, form) : lost(stay);
}

/** Browsers name the page that a form comes from; programs send nothing and come from no page. */
function isForeign({ request }: Stay): boolean {
  const origin = header(request, 'origin');
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== header(request, 'host');
}

const payForms: Record<string, (stay: Paying, form: URLSearchParams) => void> = {
  '/checkout/pay': pay,
  '/checkout/three-d-secure': answerBank,
  '/checkout/cancel': cancel,
};

function pay(stay: Paying, form: URLSearchParams): void {
  const { world, payment } = stay;
  const method = payment.asked ?? form.get('method') ?? '';
  if (payment.status !== 'pending') return proceed(stay, 'closed');
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

function setSwitches({ control, response, locale, path }: Stay, form: URLSearchParams): void {
  const whole = (name: string) => Math.trunc(Number(form.get(name)));
  const given = Object.fromEntries(form);
  const numbers = {
    copies: whole('copies'),
    delayMs: whole('delayMs'),
    receiptDelayMs: whole('receiptDelayMs'),
  };
  const flags = { reorder: form.has('reorder'), fiscalization: form.has('fiscalization') };
  attempt(() => control.switch({ ...given, ...numbers, ...flags }));
  seeOther(response, `${path}/?locale=${locale}&saved`);
}

function setFaults({ control, response, locale, path }: Stay, form: URLSearchParams): void {
  const { operation, kind, times } = Object.fromEntries(form);
  if (form.has('clear')) control.clearFaults();
  else attempt(() => control.fault({ operation, kind, times: Number(times) } as FaultInput));
  seeOther(response, `${path}/?locale=${locale}&saved`);
}

/** What people type wrong changes nothing: the page shows what holds. */
function attempt(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Error) || !('issues' in error)) throw error;
  }
}

const safety = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};

function sendPage(response: ServerResponse, { markup }: Html, status = 200): void {
  send(response, status, 'text/html', markup);
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, {
    ...safety,
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
  });
  response.end(text);
}

function seeOther(response: ServerResponse, location: string): void {
  response.writeHead(303, { ...safety, location });
  response.end();
}
