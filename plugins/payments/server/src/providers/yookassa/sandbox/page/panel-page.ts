import { html } from '@gangway/kit';
import type { Html, Locale } from '@gangway/kit';
import type { Payment } from '../records.ts';
import { faultSchema, operationNames, switchesSchema } from '../switches.ts';
import type { Fault } from '../switches.ts';
import type { World } from '../world.ts';
import { layout, moneyText } from './layout.ts';
import { panelTexts } from './panel-texts.ts';
import type { PanelTexts } from './panel-texts.ts';
import { contractUrl } from './pay-page.ts';
import { reasonName } from './reasons.ts';
import { languageTags } from './texts.ts';

export type PanelView = { locale: Locale; path: string; world: World; saved: boolean };

const mostShown = 100;

/** The page for people who test: what happened, and what shall happen. */
export function panelPage(view: PanelView): Html {
  const { locale, path, saved } = view;
  const t = panelTexts[locale];
  const content = html`<main class="panel">
    <div>
      <h1>${t.title}</h1>
      <p class="soft">${t.lead}</p>
    </div>
    ${saved ? html`<p class="banner good" role="status">${t.saved}</p>` : undefined} ${switchesBox(view)}
    ${faultsBox(view)} ${paymentsBox(view)}
  </main>`;
  return layout({
    locale,
    path,
    title: t.title,
    content,
    wide: true,
    languageUrl: (other) => `${path}/?locale=${other}`,
  });
}

function switchesBox({ locale, path, world: { switches } }: PanelView): Html {
  const t = panelTexts[locale];
  const { receipts, refunds, declines } = switchesSchema.shape;
  return html`<section class="box">
    <h2>${t.world}</h2>
    <form method="post" action="${path}/panel/switches?locale=${locale}">
      <div class="grid">
        ${choice({ name: 'declines', options: declines.options, value: switches.declines, t })}
        ${choice({ name: 'refunds', options: refunds.options, value: switches.refunds, t })}
        ${choice({ name: 'receipts', options: receipts.options, value: switches.receipts, t })}
        ${entry({ name: 'receiptDelayMs', value: switches.receiptDelayMs, t })}
        ${entry({ name: 'copies', value: switches.copies, t })}
        ${entry({ name: 'delayMs', value: switches.delayMs, t })}
        ${entry({ name: 'sourceIp', value: switches.sourceIp, t })}
        ${check({ name: 'reorder', value: switches.reorder, t })}
        ${check({ name: 'fiscalization', value: switches.fiscalization, t })}
      </div>
      <div class="row"><button class="primary">${t.save}</button></div>
    </form>
  </section>`;
}

function faultsBox({ locale, path, world: { faults } }: PanelView): Html {
  const t = panelTexts[locale];
  const kinds = faultSchema.shape.kind.options.filter((kind) => kind !== 'answer');
  return html`<section class="box">
    <h2>${t.faults}</h2>
    <p class="soft">${t.faultsLead}</p>
    ${faults.map((fault) => html`<p class="row"><span class="tag bad">${faultText(fault, t)}</span></p>`)}
    <form class="row" method="post" action="${path}/panel/faults?locale=${locale}">
      ${choice({ name: 'operation', options: ['any', ...operationNames], value: 'payments.create', t })}
      ${choice({ name: 'kind', options: kinds, value: 'error-after-commit', t })}
      ${entry({ name: 'times', value: 1, t })}
      <button>${t.add}</button>
      ${faults.length > 0 ? html`<button class="quiet" name="clear" value="yes">${t.clear}</button>` : undefined}
    </form>
  </section>`;
}

const faultText = ({ operation, kind, times }: Fault, t: PanelTexts): string =>
  `${word(operation, t)} · ${word(kind, t)} · ×${times}`;

const word = (name: string, t: PanelTexts): string => (t as Record<string, string>)[name] ?? name;

type Choice = { name: keyof PanelTexts; options: readonly string[]; value: string; t: PanelTexts };

const choice = ({ name, options, value, t }: Choice): Html =>
  html`<p>
    <label for="${name}">${t[name]}</label>
    <select id="${name}" name="${name}">
      ${options.map((option) => optionOf(option, option === value, t))}
    </select>
  </p>`;

const optionOf = (option: string, selected: boolean, t: PanelTexts): Html =>
  selected
    ? html`<option value="${option}" selected>${word(option, t)}</option>`
    : html`<option value="${option}">${word(option, t)}</option>`;

const entry = ({ name, value, t }: { name: keyof PanelTexts; value: string | number; t: PanelTexts }): Html =>
  html`<p><label for="${name}">${t[name]}</label><input id="${name}" name="${name}" value="${value}" /></p>`;

const check = ({ name, value, t }: { name: keyof PanelTexts; value: boolean; t: PanelTexts }): Html =>
  html`<label class="check"
    ><input
      type="checkbox"
      name="${name}"
      value="yes"
      ${value ? { markup: 'checked' } : undefined}
    />${t[name]}</label
  >`;

function paymentsBox(view: PanelView): Html {
  const t = panelTexts[view.locale];
  const latest = [...view.world.payments.values()].reverse().slice(0, mostShown);
  return html`<section class="box">
    <h2>${t.payments}</h2>
    ${latest.length === 0 ? html`<p class="soft">${t.noPayments}</p>` : paymentTable(view, latest)}
  </section>`;
}

function paymentTable(view: PanelView, payments: readonly Payment[]): Html {
  const t = panelTexts[view.locale];
  const heads = [t.when, t.what, t.state, t.means, t.notified].map(
    (head) => html`<th scope="col">${head}</th>`,
  );
  const numbers = [t.amount, t.refunded].map((head) => html`<th scope="col" class="number">${head}</th>`);
  return html`<div class="scroll">
    <table class="list">
      <thead>
        <tr>
          ${heads} ${numbers}
        </tr>
      </thead>
      <tbody>
        ${payments.map((payment) => paymentRow(view, payment))}
      </tbody>
    </table>
  </div>`;
}

function paymentRow({ locale, path, world }: PanelView, payment: Payment): Html {
  const { id, amount, method, asked, description, createdAt } = payment;
  const when = new Intl.DateTimeFormat(languageTags[locale], {
    ...{ dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Moscow' },
  }).format(new Date(createdAt));
  const means = method?.card ? `${method.card.brand} *${method.card.last4}` : (method?.type ?? asked ?? '');
  const refunded = payment.refunded > 0 ? moneyText({ ...amount, units: payment.refunded }, locale) : '';
  return html`<tr>
    <td>${when}</td>
    <td><a href="${contractUrl({ path, id, locale })}">${description ?? id}</a></td>
    <td>${stateTag(payment)}</td>
    <td>${means}</td>
    <td>${notified(world, id)}</td>
    <td class="number">${moneyText(amount, locale)}</td>
    <td class="number">${refunded}</td>
  </tr>`;
}

function stateTag({ status, cancellation }: Payment): Html {
  const kind = status === 'succeeded' ? 'tag good' : status === 'canceled' ? 'tag bad' : 'tag';
  return html`<span class="${kind}"
    >${cancellation ? reasonName(cancellation.reason) : reasonName(status)}</span
  >`;
}

/** `2 of 3`: how many of its notifications the shop has taken. */
function notified({ deliveries }: World, id: string): string {
  const own = deliveries.filter(({ objectId }) => objectId === id);
  return own.length === 0 ? '' : `${own.filter(({ delivered }) => delivered).length} / ${own.length}`;
}
