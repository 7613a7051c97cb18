import type { paths } from '@gangway/client/api';
import { askAccount } from './ask-account.ts';
import { loginPath } from './own-path.ts';

export type Me = paths['/api/me']['get']['responses'][200]['content']['application/json']['data'];

/** The account of the visitor; a house that is away leaves the page without one. */
export type Opened = { me: Me; away?: undefined } | { me?: undefined; away: true };

/** Who has not logged in is led to where one does, and back. A token that opens nothing any more is forgotten. */
export async function openAccount({
  locals,
  url,
}: {
  locals: App.Locals;
  url: URL;
}): Promise<Opened | Response> {
  const { api, visitor, locale, keep } = locals;
  if (!visitor.account) return seeOther(loginPath(locale, url.pathname));
  const { value, error } = await askAccount(api.GET('/api/me'));
  if (value) return { me: value.data };
  if (error.status !== 401) return { away: true };
  keep({ name: 'account' });
  return seeOther(loginPath(locale, url.pathname));
}

/** After a form: the next page by GET. */
export const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { location } });

/** Pages of one person are kept by nobody. */
export const keepPrivate = (response: { headers: Headers }): void =>
  response.headers.set('cache-control', 'private, no-store');

/** Nothing of the person stays in this browser: the basket's session opens orders, too. */
export function forgetPerson({ keep }: App.Locals): void {
  const kept = ['account', 'orders', 'session', 'basket', 'link', 'registration'] as const;
  for (const name of kept) keep({ name });
}
