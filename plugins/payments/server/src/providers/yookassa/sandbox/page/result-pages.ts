import { html } from '@gangway/kit';
import type { Html, Locale } from '@gangway/kit';
import type { Payment } from '../records.ts';
import { layout, moneyText } from './layout.ts';
import { contractUrl } from './pay-page.ts';
import { reasonText } from './reasons.ts';
import { texts } from './texts.ts';

export type ResultView = { locale: Locale; path: string; payment: Payment };

type Result = { title: string; lead: string; sign: string; kind: 'good' | 'bad'; next?: string };

/** `justPaid`: the buyer has paid a moment ago and goes back by itself. */
export function resultPage(view: ResultView & { justPaid: boolean }): Html {
  const { payment, justPaid } = view;
  const back = payment.confirmation?.returnUrl;
  return result(view, { ...resultOf(view), ...(justPaid && { next: back }) });
}

function resultOf({ locale, payment, justPaid }: ResultView & { justPaid: boolean }): Result {
  const t = texts[locale];
  if (payment.status === 'canceled')
    return {
      ...{ title: t.closed, sign: '×', kind: 'bad' },
      lead: reasonText(payment.cancellation?.reason ?? '', locale),
    };
  const held = payment.status === 'waiting_for_capture';
  if (justPaid) return { title: t.paid, lead: held ? t.held : t.paidLead, sign: '✓', kind: 'good' };
  return { title: t.alreadyPaid, lead: t.alreadyPaidLead, sign: '✓', kind: 'good' };
}

function result({ locale, path, payment }: ResultView, { title, lead, sign, kind, next }: Result): Html {
  const back = payment.confirmation?.returnUrl;
  const content = html`<main class="one">
    <p class="sign ${kind}" aria-hidden="true">${sign}</p>
    <h1>${title}</h1>
    <p class="amount">${moneyText(payment.amount, locale)}</p>
    <p class="soft">${lead}</p>
    ${back ? html`<a class="button primary" href="${back}">${texts[locale].back}</a>` : undefined}
  </main>`;
  const languageUrl = (other: Locale) => contractUrl({ path, id: payment.id, locale: other });
  return layout({ locale, path, title, content, languageUrl, next });
}

/** The bank asks the buyer. */
export function bankPage({ locale, path, payment, wrong }: ResultView & { wrong: boolean }): Html {
  const t = texts[locale];
  const query = new URLSearchParams({ orderId: payment.id, locale });
  const content = html`<main class="one bank">
    <h1>${t.bank}</h1>
    <p class="soft">${t.bankLead}</p>
    <dl class="facts">
      <dt>${t.toPay}</dt>
      <dd>${moneyText(payment.amount, locale)}</dd>
      <dt>${t.card}</dt>
      <dd>*${payment.waiting?.last4 ?? ''}</dd>
    </dl>
    <form method="post" action="${path}/checkout/three-d-secure?${query.toString()}">
      <label for="code">${t.code}</label>
      <input
        id="code"
        name="code"
        inputmode="numeric"
        autocomplete="one-time-code"
        placeholder="000000"
        aria-invalid="${String(wrong)}"
      />
      ${wrong ? html`<p class="wrong">${t.wrongCode}</p>` : undefined}
      <button class="primary" name="answer" value="yes">${t.bankConfirm}</button>
      <button class="quiet" name="answer" value="no">${t.bankRefuse}</button>
    </form>
  </main>`;
  const languageUrl = (other: Locale) => contractUrl({ path, id: payment.id, locale: other });
  return layout({ locale, path, title: t.bank, content, languageUrl });
}

/** A page that says one thing. */
export function sentencePage({
  locale,
  path,
  title,
  lead,
}: {
  locale: Locale;
  path: string;
  title: string;
  lead: string;
}): Html {
  const content = html`<main class="one">
    <p class="sign bad" aria-hidden="true">?</p>
    <h1>${title}</h1>
    <p class="soft">${lead}</p>
  </main>`;
  return layout({ locale, path, title, content, languageUrl: (other) => `?locale=${other}` });
}
