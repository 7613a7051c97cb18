import { randomBytes } from 'node:crypto';
import { isEmail, type Mending, passwordOf, problemsAmong, refusalAt, textOf } from './account-form.ts';
import { askAccount } from './ask-account.ts';
import { seeOther } from './open-account.ts';

/** What a form leads to: another page, or what has to be mended on this one. */
export type Outcome = Response | Mending[];

interface Deed {
  locals: App.Locals;
  form: FormData;
}

/** Logs in with what was typed, and goes on to `next`. */
export async function submitLogIn({ locals, form, next }: Deed & { next: string }): Promise<Outcome> {
  const { api, keep, t } = locals;
  const [identifier, password] = [textOf(form, 'email'), passwordOf(form, 'password')];
  const problems = problemsAmong(t, [
    ['email', 'email', !isEmail(identifier)],
    ['password', 'password', password === ''],
  ]);
  if (problems.length > 0) return problems;
  const { value, error } = await askAccount(api.POST('/api/auth/local', { body: { identifier, password } }));
  if (error) return refusalAt(error, { t, first: 'email' });
  keep({ name: 'account', value: value.jwt });
  return seeOther(next);
}

/** Asks for an account. Whoever opens its letter in this browser is who has chosen the password. */
export async function submitRegistration({ locals, form }: Deed): Promise<Outcome> {
  const { api, keep, locale, t, visitor } = locals;
  const [email, fullName] = [textOf(form, 'email'), textOf(form, 'fullName', 200)];
  const password = passwordOf(form, 'password');
  const problems = problemsAmong(t, [
    ['fullName', 'fullName', fullName === ''],
    ['email', 'email', !isEmail(email)],
    ['password', 'newPassword', password === ''],
    ['consent', 'consent', !form.has('consent')],
  ]);
  if (problems.length > 0) return problems;
  const news = form.has('marketing') ? ['marketing' as const] : [];
  const proof = visitor.registration ?? randomBytes(24).toString('base64url');
  const body = { email, password, fullName, locale, proof, consents: ['personal-data' as const, ...news] };
  const { error } = await askAccount(api.POST('/api/auth/local/register', { body }));
  if (error) return refusalAt(error, { t, first: 'email' });
  keep({ name: 'registration', value: proof });
  return seeOther(`/${locale}/account/sent?for=register`);
}

/** Asks for a link: for a new password, or once more for the one that confirms the address. */
export async function submitAddress({
  locals: { api, t },
  form,
  what,
}: Deed & { what: 'password' | 'register' }): Promise<Mending[]> {
  const email = textOf(form, 'email');
  const problems = problemsAmong(t, [['email', 'email', !isEmail(email)]]);
  if (problems.length > 0) return problems;
  const body = { email };
  const { error } = await (what === 'password'
    ? askAccount<unknown>(api.POST('/api/auth/forgot-password', { body }))
    : askAccount<unknown>(api.POST('/api/auth/send-email-confirmation', { body })));
  return error ? refusalAt(error, { t, first: 'email' }) : [];
}
