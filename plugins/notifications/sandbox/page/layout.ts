import { html, locales } from '@gangway/kit';
import type { Html, Locale } from '@gangway/kit';
import { languageNames, languageTags, texts } from './texts.ts';

export type Frame = {
  locale: Locale;
  /** Where the mailbox is mounted: `/mailbox`. */
  path: string;
  /** Address of this page behind `path`, without the language. */
  here: string;
  title: string;
  content: Html;
};

/** A whole page around its content. */
export function layout({ locale, path, here, title, content }: Frame): Html {
  const t = texts[locale];
  return html`<!doctype html>
    <html lang="${languageTags[locale]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${path}/assets/mail.css" />
      </head>
      <body>
        <header>
          <a class="brand" href="/?locale=${locale}">Gangway <span>${t.home}</span></a>
          <nav aria-label="${t.language}">
            ${locales.map((other) => languageLink({ other, locale, address: path + here }))}
          </nav>
        </header>
        <main>${content}</main>
      </body>
    </html> `;
}

function languageLink({ other, locale, address }: { other: Locale; locale: Locale; address: string }): Html {
  if (other === locale) return html`<span aria-current="true">${languageNames[other]}</span>`;
  const joint = address.includes('?') ? '&' : '?';
  return html`<a href="${address}${joint}locale=${other}" lang="${languageTags[other]}"
    >${languageNames[other]}</a
  >`;
}

/** `20 Jun, 21:30:05`, on the clock of the house. */
export function moment(at: Date, locale: Locale): Html {
  const text = new Intl.DateTimeFormat(languageTags[locale], {
    timeZone: 'Europe/Moscow',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  return html`<time datetime="${at.toISOString()}">${text}</time>`;
}
