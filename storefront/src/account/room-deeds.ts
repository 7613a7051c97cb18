import { isLocale } from '@gangway/client/words';
import type { Problem } from '../checkout/problems.ts';
import { isEmail, passwordOf, phoneIn, problemsAmong, refusalAt, textOf } from './account-form.ts';
import { askAccount } from './ask-account.ts';
import type { Outcome } from './gate-deeds.ts';
import { forgetPerson, type Me, seeOther } from './open-account.ts';

interface Deed {
  locals: App.Locals;
  form: FormData;
}

export async function submitProfile({ locals, form }: Deed): Promise<Outcome> {
  const { api, locale, t } = locals;
  const fullName = textOf(form, 'fullName', 200);
  const phone = phoneIn(textOf(form, 'phone', 40));
  const chosen = textOf(form, 'language', 2);
  const problems = problemsAmong(t, [
    ['fullName', 'fullName', fullName === ''],
    ['phone', 'phone', phone === undefined],
  ]);
  if (problems.length > 0) return problems;
  const body = { fullName, phone: phone ?? null, language: isLocale(chosen) ? chosen : locale };
  const { error } = await askAccount(api.PATCH('/api/me', { body }));
  return error
    ? refusalAt(error, { t, first: 'fullName' })
    : seeOther(`/${locale}/account/profile?said=saved`);
}

/** Asks for another address; it counts once its letter has been opened. */
export async function submitNewEmail({ locals, form, me }: Deed & { me: Me }): Promise<Outcome> {
  const { api, locale, t } = locals;
  const [email, password] = [textOf(form, 'email'), passwordOf(form, 'currentPassword')];
  const problems = problemsAmong(t, [
    ['email', 'email', !isEmail(email)],
    ['email', 'unchanged', email.toLowerCase() === me.email.toLowerCase()],
    ['currentPassword', 'password', password === ''],
  ]);
  if (problems.length > 0) return problems;
  const { error } = await askAccount(api.POST('/api/me/email', { body: { email, password } }));
  return error ? refusalAt(error, { t, first: 'email' }) : seeOther(`/${locale}/account/sent?for=email`);
}

export async function submitPassword({ locals, form }: Deed): Promise<Outcome> {
  const { api, keep, locale, t } = locals;
  const [currentPassword, password] = [passwordOf(form, 'currentPassword'), passwordOf(form, 'password')];
  const problems = problemsAmong(t, [
    ['currentPassword', 'password', currentPassword === ''],
    ['password', 'newPassword', password === ''],
  ]);
  if (problems.length > 0) return problems;
  const body = { currentPassword, password };
  const { value, error } = await askAccount(api.POST('/api/auth/change-password', { body }));
  if (error) return refusalAt(error, { t, first: 'currentPassword' });
  keep({ name: 'account', value: value.jwt });
  return seeOther(`/${locale}/account/security?said=password`);
}

export async function submitNews({ locals: { api, locale, t }, form }: Deed): Promise<Outcome> {
  const marketing = form.get('marketing') === 'yes';
  const { error } = await askAccount(api.PATCH('/api/me/consents', { body: { marketing } }));
  return error ? refusalAt(error, { t, first: 'news' }) : seeOther(`/${locale}/account/privacy?said=saved`);
}

/** `orders` are numbers with tickets that are still good: whoever leaves has to say that they know. */
export type Leaving = Response | { orders: string; problems: Problem[] };

export async function submitLeaving({ locals, form }: Deed): Promise<Leaving> {
  const { api, locale, t } = locals;
  const orders = textOf(form, 'orders', 500);
  const keepTickets = form.has('keepTickets');
  const password = passwordOf(form, 'currentPassword');
  const problems = problemsAmong(t, [
    ['keepTickets', 'known', orders !== '' && !keepTickets],
    ['currentPassword', 'password', password === ''],
  ]);
  if (problems.length > 0) return { orders, problems };
  const { error } = await askAccount(api.DELETE('/api/me', { body: { password, keepTickets } }));
  if (error?.code === 'UPCOMING_TICKETS') {
    const numbers = (error.details?.['orders'] ?? []) as string[];
    return { orders: numbers.join(', '), problems: problemsAmong(t, [['keepTickets', 'known', true]]) };
  }
  if (error) return { orders, problems: refusalAt(error, { t, first: 'currentPassword' }) };
  forgetPerson(locals);
  return seeOther(`/${locale}/account/login?said=deleted`);
}
