import { html } from '@gangway/kit';
import type { Html, Locale } from '@gangway/kit';
import type { Letter } from '../mailbox/letters.ts';
import type { Switches } from '../mailbox/switches.ts';
import { layout, moment } from './layout.ts';
import { texts } from './texts.ts';

export type InboxView = {
  locale: Locale;
  path: string;
  /** What recipients are searched by; empty: all. */
  to: string;
  letters: readonly Letter[];
  switches: Switches;
};

const shown = 200;

/** The list of mails, the search and the switches. */
export function inboxPage(view: InboxView): Html {
  const { locale, path, to, letters } = view;
  const t = texts[locale];
  const content = html`<h1>${t.title}</h1>
    <p class="lead">${t.lead}</p>
    ${searchForm(view)} ${letters.length > 0 ? list(view) : nothing(view)} ${switchCard(view)}`;
  const here = to === '' ? '/' : `/?to=${encodeURIComponent(to)}`;
  return layout({ locale, path, here, title: `${t.title} · Gangway`, content });
}

function searchForm({ locale, path, to, letters }: InboxView): Html {
  const t = texts[locale];
  return html`<form action="${path}/" method="get" role="search">
    <input type="hidden" name="locale" value="${locale}" />
    <label
      >${t.search}<input
        name="to"
        type="search"
        value="${to}"
        placeholder="${t.searchHint}"
        autocomplete="off"
    /></label>
    <button>${t.find}</button>
    ${to === '' ? undefined : html`<a class="quiet" href="${path}/?locale=${locale}">${t.all}</a>`}
    <span class="soft">${t.count}: ${letters.length}</span>
  </form>`;
}

const list = ({ letters, ...view }: InboxView): Html =>
  html`<ul class="letters">
    ${letters.slice(0, shown).map((letter) => row(letter, view))}
  </ul>`;

function row(letter: Letter, { locale, path }: Pick<InboxView, 'locale' | 'path'>): Html {
  const t = texts[locale];
  const { id, subject, to, receivedAt, attachments, deliveries } = letter;
  return html`<li>
    <a href="${path}/letters/${id}?locale=${locale}">
      <span class="subject">${subject || t.noSubject}</span>
      <span class="who">${to.join(', ')}</span>${moment(receivedAt, locale)}
      ${
        attachments.length > 0 || deliveries > 1
          ? html`<span class="tags">
              ${attachments.length > 0 ? html`<span class="tag">${t.attachments}: ${attachments.length}</span>` : undefined}
              ${deliveries > 1 ? html`<span class="tag warn">${t.deliveries}: ${deliveries}</span>` : undefined}
            </span>`
          : undefined
      }
    </a>
  </li>`;
}

function nothing({ locale, to }: InboxView): Html {
  const t = texts[locale];
  if (to !== '') return html`<div class="empty">${t.nothing}: ${to}</div>`;
  return html`<div class="empty">
    <strong>${t.empty}</strong>
    <p class="soft">${t.emptyLead}</p>
  </div>`;
}

function switchCard({ locale, path, switches: { refuse, busy, slowMs } }: InboxView): Html {
  const t = texts[locale];
  const on = refuse.length > 0 || busy || slowMs > 0;
  const tick = { markup: busy ? 'checked' : '' };
  return html`<details ${{ markup: on ? 'open' : '' }}>
    <summary>${t.switches}${on ? html` <span class="tag warn">${t.switchesOn}</span>` : undefined}</summary>
    <form action="${path}/switches?locale=${locale}" method="post">
      <label
        >${t.refuse}<input
          name="refuse"
          value="${refuse.join(', ')}"
          placeholder="${t.refuseHint}"
          autocomplete="off"
      /></label>
      <label class="short"
        >${t.slow}<input name="slowMs" type="number" min="0" max="60000" value="${slowMs}"
      /></label>
      <label class="tick"><input type="checkbox" name="busy" ${tick} />${t.busy}</label>
      <button>${t.save}</button>
    </form>
    <form action="${path}/clear?locale=${locale}" method="post">
      <button class="quiet">${t.clear}</button>
    </form>
  </details>`;
}
