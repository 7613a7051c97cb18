import { html, locales } from '@gangway/kit';
import type { Html, Locale } from '@gangway/kit';
import { languageNames, languageTags, texts } from './texts.ts';

export type Frame = {
  locale: Locale;
  /** Where the service is mounted: `/yookassa`. */
  path: string;
  title: string;
  content: Html;
  /** The same page in another language. */
  languageUrl: (locale: Locale) => string;
  /** Where the page goes by itself after a while. */
  next?: string;
  wide?: boolean;
};

const secondsToNext = 5;

/** A whole page. */
export function layout({ locale, path, title, content, languageUrl, next, wide }: Frame): Html {
  const t = texts[locale];
  return html`<!doctype html>
    <html lang="${languageTags[locale]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        ${next === undefined ? undefined : html`<meta http-equiv="refresh" content="${secondsToNext};url=${next}" />`}
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${path}/assets/pay.css" />
        <script src="${path}/assets/pay.js" defer></script>
      </head>
      <body>
        <p class="note">${t.sandbox}</p>
        <header class="${wide ? 'top wide' : 'top'}">
          <a class="mark" href="${path}/?locale=${locale}"><i></i>YooKassa</a>
          <nav class="languages">
            ${locales.map((other) => languageLink(other, locale, languageUrl(other)))}
          </nav>
        </header>
        ${content}
      </body>
    </html> `;
}

function languageLink(other: Locale, current: Locale, url: string): Html {
  if (other === current) return html`<span aria-current="true">${languageNames[other]}</span>`;
  return html`<a href="${url}" lang="${languageTags[other]}">${languageNames[other]}</a>`;
}

export const moneyText = ({ units, currency }: { units: number; currency: string }, locale: Locale): string =>
  new Intl.NumberFormat(languageTags[locale], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).format(units / 100);
