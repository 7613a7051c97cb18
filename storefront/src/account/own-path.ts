import type { Locale } from '@gangway/client/words';

const page = /^\/(ru|en|zh)(\/[\w./-]*)?(\?[\w=&.%-]*)?$/;

/** Where to go on afterwards: only to a page of ours, by a path that no browser reads as another host. */
export function ownPath(asked: string | null | undefined, locale: Locale): string {
  const path = asked ?? '';
  return page.test(path) && !path.includes('//') && !path.includes('..') ? path : `/${locale}/account`;
}

/** The page to log in on, which leads back. */
export const loginPath = (locale: Locale, next: string): string =>
  `/${locale}/account/login?next=${encodeURIComponent(next)}`;
