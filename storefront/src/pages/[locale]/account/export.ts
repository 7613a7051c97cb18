import type { APIRoute } from 'astro';
import { askAccount } from '../../../account/ask-account.ts';
import { seeOther } from '../../../account/open-account.ts';
import { loginPath } from '../../../account/own-path.ts';

/** Everything about the person as a file of their own. */
export const POST: APIRoute = async ({ locals }) => {
  const { api, locale } = locals;
  const { value, error } = await askAccount(api.POST('/api/me/export', { body: {} }));
  if (error) {
    const page = `/${locale}/account/privacy`;
    return seeOther(error.status === 401 ? loginPath(locale, page) : page);
  }
  return new Response(JSON.stringify(value.data, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="gangway-account.json"',
      'cache-control': 'private, no-store',
    },
  });
};
