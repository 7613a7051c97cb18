import type { APIRoute } from 'astro';
import { askAccount } from '../../../account/ask-account.ts';
import { forgetPerson, seeOther } from '../../../account/open-account.ts';
import { sentForm } from '../../../sent-form.ts';

/** Ends the log-in, here or everywhere, and leaves nothing of the person in this browser. */
export const POST: APIRoute = async ({ request, locals }) => {
  const everywhere = (await sentForm(request)).get('everywhere') === 'yes';
  await askAccount(locals.api.POST('/api/auth/logout', { body: { everywhere } }));
  forgetPerson(locals);
  return seeOther(`/${locals.locale}`);
};
