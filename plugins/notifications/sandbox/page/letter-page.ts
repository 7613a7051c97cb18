import { html } from '@gangway/kit';
import type { Html, Locale } from '@gangway/kit';
import type { Letter, LetterAttachment } from '../mailbox/letters.ts';
import { layout, moment } from './layout.ts';
import { texts } from './texts.ts';

export const letterViews = ['html', 'text', 'headers'] as const;
export type LetterView = (typeof letterViews)[number];

export type LetterPage = { locale: Locale; path: string; letter: Letter; view: LetterView };

/** One mail: what it says, as HTML in a frame without scripts, as plain text, and with its headers. */
export function letterPage({ locale, path, letter, view }: LetterPage): Html {
  const t = texts[locale];
  const here = `/letters/${letter.id}`;
  const content = html`<p><a href="${path}/?locale=${locale}">← ${t.back}</a></p>
    <h1>${letter.subject || t.noSubject}</h1>
    ${facts(letter, locale)} ${files({ letter, path, locale })}
    <nav class="views">
      ${letterViews.map((each) => viewLink({ each, view, address: `${path}${here}`, locale }))}
    </nav>
    ${body({ letter, path, locale, view })}`;
  return layout({
    locale,
    path,
    here: `${here}?view=${view}`,
    title: letter.subject || t.noSubject,
    content,
  });
}

function facts({ from, to, replyTo, receivedAt, deliveries }: Letter, locale: Locale): Html {
  const t = texts[locale];
  const row = (name: string, value: Html | string) =>
    html`<dt>${name}</dt>
      <dd>${value}</dd>`;
  return html`<dl>
    ${row(t.from, from.name ? `${from.name} <${from.address}>` : from.address)} ${row(t.to, to.join(', '))}
    ${replyTo && replyTo !== from.address ? row(t.replyTo, replyTo) : undefined}
    ${row(t.received, moment(receivedAt, locale))}
    ${deliveries > 1 ? row(t.deliveries, String(deliveries)) : undefined}
  </dl>`;
}

function files({ letter, path, locale }: Omit<LetterPage, 'view'>): Html | undefined {
  if (letter.attachments.length === 0) return undefined;
  return html`<ul class="files" aria-label="${texts[locale].attachments}">
    ${letter.attachments.map(
      (file, index) =>
        html`<li>
          <a href="${path}/letters/${letter.id}/attachments/${index}" download
            >${file.name} <span class="soft">${sizeText(file)}</span></a
          >
        </li>`,
    )}
  </ul>`;
}

const sizeText = ({ bytes }: LetterAttachment): string =>
  `${Math.max(1, Math.round(bytes.length / 1024))} KB`;

const names = { html: 'asHtml', text: 'asText', headers: 'headers' } as const;

type Tab = { each: LetterView; view: LetterView; address: string; locale: Locale };

function viewLink({ each, view, address, locale }: Tab): Html {
  const name = texts[locale][names[each]];
  if (each === view) return html`<span aria-current="true">${name}</span>`;
  return html`<a href="${address}?view=${each}&locale=${locale}">${name}</a>`;
}

function body({ letter, path, locale, view }: LetterPage): Html {
  const t = texts[locale];
  if (view === 'headers')
    return html`<pre>${letter.headers.map(({ name, value }) => `${name}: ${value}`).join('\n')}</pre>`;
  if (view === 'text') return html`<pre>${letter.text || t.noText}</pre>`;
  if (letter.html === undefined) return html`<p class="soft">${t.noHtml}</p>`;
  return html`<iframe
    title="${t.asHtml}"
    sandbox="allow-popups allow-popups-to-escape-sandbox"
    src="${path}/letters/${letter.id}/body"
  ></iframe>`;
}
