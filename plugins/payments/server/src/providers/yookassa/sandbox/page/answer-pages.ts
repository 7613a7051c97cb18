import { isLocale } from '@gangway/kit';
import type { Locale } from '@gangway/kit';
import { header, readText } from '../http.ts';
import type { Visit } from '../http.ts';
import type { Payment } from '../records.ts';
import { setFaults, setSwitches } from './panel-forms.ts';
import { panelPage } from './panel-page.ts';
import { payForms } from './pay-forms.ts';
import { send, sendPage } from './respond.ts';
import { sentencePage } from './result-pages.ts';
import { showPayment } from './show-payment.ts';
import { isPaying, lost } from './stay.ts';
import type { Place, Stay } from './stay.ts';
import { script, style } from './style.ts';
import { texts } from './texts.ts';

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

function showPanel({ response, url, locale, path, world }: Stay): void {
  sendPage(response, panelPage({ locale, path, world, saved: url.searchParams.has('saved') }));
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
