import { html } from '@gangway/kit';
import type { Html, Locale } from '@gangway/kit';
import { decliningCards, payingCards } from '../cards.ts';
import type { TestCard } from '../cards.ts';
import { confirmationMs } from '../due-time.ts';
import type { Payment } from '../records.ts';
import { layout, moneyText } from './layout.ts';
import { reasonName, reasonText } from './reasons.ts';
import { languageTags, texts } from './texts.ts';
import type { PageTexts } from './texts.ts';

export type CardField = 'number' | 'expiry' | 'csc';
export type CardDraft = Record<CardField, string>;

export type PayView = {
  locale: Locale;
  path: string;
  payment: Payment;
  shopId: string;
  method: string;
  draft: CardDraft;
  /** Fields that cannot be right. */
  wrong: readonly CardField[];
};

export const payMethods = ['bank_card', 'sbp', 'yoo_money'] as const;

export const contractUrl = ({
  path,
  id,
  ...query
}: { path: string; id: string } & Record<string, string>): string =>
  `${path}/checkout/payments/v2/contract?${new URLSearchParams({ orderId: id, ...query })}`;

/** The page on which the buyer pays. */
export function payPage(view: PayView): Html {
  const { locale, path, payment, method } = view;
  const t = texts[locale];
  const content = html`<main>
    <div class="pay">
      <section class="sum">${summary(view)}</section>
      <section>
        ${payment.declined && declineBanner(payment.declined.reason, locale)} ${tabs(view)}
        ${method === 'bank_card' ? cardForm(view) : buttonsForm(view)}
        <div class="foot">${cancelForm(view)} ${backLink(view)}</div>
      </section>
    </div>
    ${method === 'bank_card' ? testCards(view) : undefined}
  </main>`;
  const languageUrl = (other: Locale) => contractUrl({ path, id: payment.id, locale: other, method });
  return layout({
    locale,
    path,
    title: `${t.title} ${moneyText(payment.amount, locale)}`,
    content,
    languageUrl,
  });
}

function summary({ payment, locale, shopId }: PayView): Html {
  const t = texts[locale];
  const until = new Date(Date.parse(payment.createdAt) + confirmationMs);
  const time = new Intl.DateTimeFormat(languageTags[locale], {
    ...{ day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    timeZone: 'Europe/Moscow',
  }).format(until);
  return html`<p class="soft">${t.toPay}</p>
    <h1 class="amount">${moneyText(payment.amount, locale)}</h1>
    <p class="what">${payment.description ?? ''}</p>
    <p class="soft small">${t.shop} ${shopId}</p>
    <p class="soft small until">${t.payUntil} ${time}</p>`;
}

function declineBanner(reason: string, locale: Locale): Html {
  const t = texts[locale];
  return html`<p class="banner bad" role="alert">
    <strong>${t.declined}</strong>${reasonText(reason, locale)} ${t.tryAnother}
  </p>`;
}

function tabs({ locale, path, payment, method }: PayView): Html | undefined {
  const t = texts[locale];
  if (payment.asked)
    return html`<h2 class="tabs"><span aria-current="true">${methodName(payment.asked, t)}</span></h2>`;
  const tab = (name: (typeof payMethods)[number]) =>
    name === method
      ? html`<span aria-current="page">${methodName(name, t)}</span>`
      : html`<a href="${contractUrl({ path, id: payment.id, locale, method: name })}"
          >${methodName(name, t)}</a
        >`;
  return html`<nav class="tabs" aria-label="${t.howToPay}">${payMethods.map(tab)}</nav>`;
}

const methodName = (method: string, t: PageTexts): string =>
  method === 'bank_card' || method === 'sbp' || method === 'yoo_money' ? t[method] : method;

function cardForm(view: PayView): Html {
  const { locale, payment } = view;
  const t = texts[locale];
  return html`<form id="card" method="post" action="${action(view, 'pay')}" autocomplete="off" novalidate>
    <div class="fields">
      ${cardInput(view, { name: 'number', label: t.cardNumber, hint: '0000 0000 0000 0000', wrong: t.wrongNumber })}
      ${cardInput(view, { name: 'expiry', label: t.expiry, hint: '12 / 30', wrong: t.wrongExpiry })}
      ${cardInput(view, { name: 'csc', label: t.csc, hint: '000', wrong: t.wrongCsc })}
    </div>
    <input type="hidden" name="method" value="bank_card" />
    <button class="primary">${t.pay} ${moneyText(payment.amount, locale)}</button>
    <p class="soft small foot">${t.secure}</p>
  </form>`;
}

type CardInput = { name: CardField; label: string; hint: string; wrong: string };

function cardInput({ draft, wrong: wrongFields }: PayView, { name, label, hint, wrong }: CardInput): Html {
  const isWrong = wrongFields.includes(name);
  return html`<div class="${name === 'number' ? 'whole' : ''}">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      inputmode="numeric"
      autocomplete="off"
      placeholder="${hint}"
      value="${draft[name]}"
      aria-invalid="${String(isWrong)}"
      aria-describedby="${name}-wrong"
    />
    ${isWrong ? html`<p class="wrong" id="${name}-wrong">${wrong}</p>` : undefined}
  </div>`;
}

function buttonsForm(view: PayView): Html {
  const t = texts[view.locale];
  return html`<form method="post" action="${action(view, 'pay')}">
    <p>${view.method === 'sbp' ? t.sbpLead : t.walletLead}</p>
    <input type="hidden" name="method" value="${view.method}" />
    <button class="primary" name="agreed" value="yes">${t.confirm}</button>
    <button class="quiet" name="agreed" value="no">${t.refuse}</button>
  </form>`;
}

const cancelForm = (view: PayView): Html =>
  html`<form method="post" action="${action(view, 'cancel')}">
    <button class="quiet">${texts[view.locale].cancel}</button>
  </form>`;

const backLink = ({ payment: { confirmation }, locale }: PayView): Html | undefined =>
  confirmation?.returnUrl
    ? html`<a class="small" href="${confirmation.returnUrl}">${texts[locale].back}</a>`
    : undefined;

const action = ({ path, payment, locale }: PayView, verb: string): string =>
  `${path}/checkout/${verb}?${new URLSearchParams({ orderId: payment.id, locale })}`;

function testCards(view: PayView): Html {
  const t = texts[view.locale];
  const chips = (cards: readonly TestCard[]) =>
    html`<ul class="cards">
      ${cards.map((card) => html`<li>${cardLink(view, card, `${card.brand} *${card.number.slice(-4)}`)}</li>`)}
    </ul>`;
  const secure = payingCards.filter(({ threeDSecure }) => threeDSecure);
  return html`<details class="help" open>
    <summary>${t.testCards}</summary>
    <p class="soft small">${t.testCardsLead}</p>
    <div class="columns">
      <div>
        <h3>${t.cardsPaid}</h3>
        ${chips(payingCards.filter((card) => !secure.includes(card)))}
        <h3>${t.cardsSecure}</h3>
        ${chips(secure)}
      </div>
      <div>
        <h3>${t.cardsDeclined}</h3>
        ${declineTable(view)}
      </div>
    </div>
  </details>`;
}

/** MasterCard, Visa, Mir. */
const schemes = 3;

function declineTable(view: PayView): Html {
  const rows = decliningCards.flatMap((_, at) =>
    at % schemes === 0 ? [decliningCards.slice(at, at + schemes)] : [],
  );
  const row = (cards: readonly TestCard[]) => {
    const { reason = '', party } = cards[0]?.decline ?? {};
    const name = party === 'yoo_money' ? `${reasonName(reason)} (YooMoney)` : reasonName(reason);
    const cells = cards.map((card) => html`<td>${cardLink(view, card, card.brand)}</td>`);
    return html`<tr>
      <th scope="row">${name}</th>
      ${cells}
    </tr>`;
  };
  return html`<table class="declines cards">
    ${rows.map(row)}
  </table>`;
}

function cardLink({ path, payment, locale }: PayView, { number }: TestCard, name: string): Html {
  const url = contractUrl({ path, id: payment.id, locale, card: number });
  return html`<a href="${url}">${name}</a>`;
}
