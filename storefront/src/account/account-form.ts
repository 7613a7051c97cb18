import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { ApiError } from '@gangway/client/api';
import type { Translate } from '@gangway/client/words';
import type { Problem } from '../checkout/problems.ts';
import { sentForm as formOf } from '../sent-form.ts';

/** A form as it was sent; undefined for a page that was only opened. */
export const sentForm = async (request: Request): Promise<FormData | undefined> =>
  request.method === 'POST' ? formOf(request) : undefined;

/** A field as text, what people put around it by accident taken off. */
export const textOf = (form: FormData | undefined, name: string, longest = 254): string =>
  String(form?.get(name) ?? '')
    .trim()
    .slice(0, longest);

/** Passwords are taken to the letter. */
export const passwordOf = (form: FormData | undefined, name: string): string =>
  String(form?.get(name) ?? '').slice(0, 1000);

const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

export const isEmail = (text: string): boolean => emailPattern.test(text);

/** Empty is allowed; `undefined` when nobody can be called there. */
export function phoneIn(text: string): string | null | undefined {
  if (text === '') return null;
  const phone = parsePhoneNumberFromString(text, { defaultCountry: 'RU', extract: false });
  return phone?.isValid() ? phone.number : undefined;
}

/** Those that are wrong: `[field, key of the words, is it wrong]`. */
export const problemsAmong = (t: Translate, checks: readonly [string, string, boolean][]): Problem[] =>
  checks.filter(([, , wrong]) => wrong).map(([field, key]) => ({ field, text: t(`account:problem.${key}`) }));

/** What has to be mended, and perhaps how long to wait before. */
export interface Mending extends Problem {
  /** Seconds. */
  wait?: number;
}

/** Gives the page of a form the status of what is wrong with it. */
export function tellProblems(
  response: { status?: number; headers: Headers },
  problems: readonly Mending[],
): void {
  if (problems.length === 0) return;
  const wait = problems.find((problem) => problem.wait !== undefined)?.wait;
  response.status = wait === undefined ? 422 : 429;
  if (wait !== undefined) response.headers.set('retry-after', String(wait));
}

/** A refusal beside the field that it is about, `first` when it is about none. */
export function refusalAt(error: ApiError, { t, first }: { t: Translate; first: string }): Mending[] {
  const issues = (error.details?.['issues'] ?? []) as { path?: string }[];
  const named = issues.flatMap(({ path = '' }) => (known.has(path) ? [path] : []));
  if (named.length > 0) return named.map((field) => ({ field, text: t(`account:problem.${field}`) }));
  return [{ field: fieldOf(error.code) ?? first, text: sentenceOf(error, t), wait: waitOf(error) }];
}

const aMinute = 60;
const known = new Set(['email', 'fullName', 'phone', 'password']);

function fieldOf(code: string): string | undefined {
  if (code === 'WRONG_PASSWORD') return 'currentPassword';
  return code.startsWith('PASSWORD') ? 'password' : undefined;
}

function waitOf({ code, details }: ApiError): number | undefined {
  if (code !== 'RATE_LIMITED') return undefined;
  return Number(details?.['retryAfterSeconds']) || aMinute;
}

function sentenceOf({ code, message, status }: ApiError, t: Translate): string {
  if (code === 'RATE_LIMITED') return t('account:limited');
  return status >= 500 || message === '' ? t('account:away') : message;
}
