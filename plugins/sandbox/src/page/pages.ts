import { html } from '@gangway/kit';
import type { Html, Locale, SandboxService } from '@gangway/kit';
import { clockCard } from './clock-card.ts';
import type { ClockView } from './clock-card.ts';
import { layout } from './layout.ts';
import { servicesCard } from './services-card.ts';
import { texts } from './texts.ts';
import type { Texts } from './texts.ts';

export type Notice = { text: keyof Texts; kind: 'good' | 'bad' };

export type IndexView = ClockView & { services: readonly SandboxService[]; notice?: Notice };

export function indexPage(view: IndexView): Html {
  const t = texts[view.locale];
  const content = html`<h1>${t.title}</h1>
    <p class="lead">${t.lead}</p>
    ${view.notice && noticeBar(view.notice, view.locale)} ${clockCard(view)} ${servicesCard(view)}`;
  return layout({ locale: view.locale, content });
}

/** A page that only says one thing. */
export function sentencePage({ locale, text }: { locale: Locale; text: keyof Texts }): Html {
  const t = texts[locale];
  const content = html`<h1>${t.title}</h1>
    <p class="notice bad" role="alert">${t[text]}</p>
    <p><a href="/?locale=${locale}">${t.backHome}</a></p>`;
  return layout({ locale, content });
}

function noticeBar({ text, kind }: Notice, locale: Locale): Html {
  return html`<p class="notice ${kind}" role="${kind === 'bad' ? 'alert' : 'status'}">
    ${texts[locale][text]}
  </p>`;
}
