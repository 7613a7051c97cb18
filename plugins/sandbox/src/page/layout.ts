import { html, locales } from '@gangway/kit';
import type { Html, Locale } from '@gangway/kit';
import { languageNames, languageTags, texts } from './texts.ts';

type Page = {
  locale: Locale;
  content: Html;
  /** Address of this page, without the language. */
  here?: string;
};

/** A whole page around its content. */
export function layout({ locale, content, here = '/' }: Page): Html {
  const t = texts[locale];
  return html`<!doctype html>
    <html lang="${languageTags[locale]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${t.title} · Gangway</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/style.css" />
        <script src="/assets/clock.js" defer></script>
      </head>
      <body>
        <header>
          <a class="brand" href="/?locale=${locale}"
            >${mark()}<span>Gangway</span><span class="soft">${t.title}</span></a
          >
          <nav aria-label="${t.language}">
            ${locales.map((other) => languageLink({ other, locale, here }))}
          </nav>
        </header>
        <main>${content}</main>
      </body>
    </html> `;
}

function languageLink({ other, locale, here }: Omit<Page, 'content'> & { other: Locale }): Html {
  if (other === locale) return html`<span aria-current="true">${languageNames[other]}</span>`;
  return html`<a href="${here}?locale=${other}" lang="${languageTags[other]}">${languageNames[other]}</a>`;
}

/** A gangway between the quay and a hull, on the water. */
export function mark(): Html {
  return html`<svg
    viewBox="0 0 32 32"
    width="28"
    height="28"
    aria-hidden="true"
    fill="none"
    stroke-width="2.2"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    <path class="hull" d="M14 8h14l-3 11H17z" />
    <path class="plank" d="M3 19 15 11" />
    <path class="wave" d="M3 25c3 0 3-2 6.500-2s3.500 2 6.500 2 3-2 6.500-2 3.500 2 6.500 2" />
  </svg>`;
}
