import type { ApiError } from '@gangway/client/api';
import type { Problem } from '../checkout/problems.ts';
import { passwordOf, problemsAmong, refusalAt } from './account-form.ts';
import { askAccount } from './ask-account.ts';
import { seeOther } from './open-account.ts';

/** Why a link of a letter leads nowhere; the page says it in words of its own. `lapsed` ones nobody renews. */
export type LinkFault = 'expired' | 'lapsed' | 'used' | 'unknown' | 'taken';

/** Another page, or what stands on this one; `choosing`: a password is asked for. */
export type LinkOutcome = Response | { fault?: LinkFault; problems: Problem[]; choosing?: boolean };

interface Deed {
  locals: App.Locals;
  /** Undefined while the page is only looked at: scanners of mail do that. */
  form: FormData | undefined;
}

const faults: Record<string, LinkFault> = {
  LINK_EXPIRED: 'expired',
  LINK_USED: 'used',
  UNKNOWN_LINK: 'unknown',
  ADDRESS_TAKEN: 'taken',
};

/**
 * Confirms the address by the link in the cookie, or sends a new link in place of one that has expired. Where another
 * browser has registered, its password need not be the reader's, who chooses one.
 */
export async function submitConfirmation({ locals, form }: Deed): Promise<LinkOutcome> {
  const confirmation = locals.visitor.link;
  if (confirmation === undefined) return { fault: 'unknown', problems: [] };
  if (!form) return { problems: [] };
  if (form.get('deed') === 'again') return sendAgain(locals, confirmation);
  return form.get('deed') === 'choose'
    ? chooseFirst(locals, { confirmation, password: passwordOf(form, 'password') })
    : confirm(locals, { confirmation, proof: locals.visitor.registration ?? '' });
}

interface Confirmation {
  confirmation: string;
  proof?: string;
  password?: string;
}

async function chooseFirst(
  locals: App.Locals,
  chosen: Confirmation & { password: string },
): Promise<LinkOutcome> {
  const problems = problemsAmong(locals.t, [['password', 'newPassword', chosen.password === '']]);
  if (problems.length > 0) return { problems, choosing: true };
  const outcome = await confirm(locals, chosen);
  return outcome instanceof Response || outcome.fault ? outcome : { ...outcome, choosing: true };
}

async function sendAgain(locals: App.Locals, confirmation: string): Promise<LinkOutcome> {
  const { api, keep, locale } = locals;
  const call = api.POST('/api/auth/send-email-confirmation', { body: { confirmation } });
  const { error } = await askAccount(call);
  if (error) return refused(error, { locals, first: 'confirm' });
  keep({ name: 'link' });
  return seeOther(`/${locale}/account/sent?for=register`);
}

async function confirm(locals: App.Locals, body: Confirmation): Promise<LinkOutcome> {
  const { api, keep, locale } = locals;
  const { value, error } = await askAccount(api.POST('/api/auth/email-confirmation', { body }));
  if (error?.code === 'PASSWORD_NEEDED') return { problems: [], choosing: true };
  if (error) return refused(error, { locals, first: body.password === undefined ? 'confirm' : 'password' });
  keep({ name: 'link' });
  const { session, purpose } = value.data;
  if (session) keep({ name: 'account', value: session.jwt });
  if (session) keep({ name: 'registration' });
  return seeOther(`/${locale}/account${purpose === 'register' ? '?said=confirmed' : '/profile?said=email'}`);
}

/** Sets a new password by the link in the cookie, and logs in. */
export async function submitReset({ locals, form }: Deed): Promise<LinkOutcome> {
  const { api, keep, locale, t, visitor } = locals;
  const code = visitor.link;
  if (code === undefined) return { fault: 'unknown', problems: [] };
  if (!form) return { problems: [] };
  const password = passwordOf(form, 'password');
  const problems = problemsAmong(t, [['password', 'newPassword', password === '']]);
  if (problems.length > 0) return { problems };
  const { value, error } = await askAccount(
    api.POST('/api/auth/reset-password', { body: { code, password } }),
  );
  if (error) return refused(error, { locals, first: 'password' });
  keep({ name: 'link' });
  keep({ name: 'account', value: value.jwt });
  return seeOther(`/${locale}/account?said=${value.purpose === 'register' ? 'first' : 'password'}`);
}

function refused(
  error: ApiError,
  { locals: { t }, first }: { locals: App.Locals; first: string },
): LinkOutcome {
  const fault = faultOf(error);
  return fault ? { fault, problems: [] } : { problems: refusalAt(error, { t, first }) };
}

/** Another address is asked for with the password, and so it is asked for again. */
function faultOf({ code, details }: ApiError): LinkFault | undefined {
  const fault = faults[code];
  return fault === 'expired' && details?.purpose === 'email' ? 'lapsed' : fault;
}

/** The status of a page that has nothing to offer. */
export const statusOf = (fault: LinkFault): number => (fault === 'unknown' ? 404 : 410);
