declare namespace App {
  interface Locals extends Record<string, unknown> {
    locale: import('@gangway/client/words').Locale;
    /** Words of the page's language: `t('event:price')`, `common` without a prefix. */
    t: import('@gangway/client/words').Translate;
    /** The API as this visitor may use it, in the page's language. */
    api: import('@gangway/client/api').Api;
    visitor: import('../server/visitor-cookies.ts').Visitor;
    house: import('../server/house.ts').House;
    site: import('./site.ts').Site;
    /** Where the visitor comes from; the development server does not say. */
    address?: string;
    /** Business time, ISO 8601: the house's clock, not the machine's. */
    now: string;
    /** Keeps something in the browser of the visitor, out of reach of scripts; without a value it goes. */
    keep: (cookie: { name: import('../server/visitor-cookies.ts').CookieName; value?: string }) => void;
  }
}
