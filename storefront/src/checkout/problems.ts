import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { ApiError } from '@gangway/client/api';
import type { Translate } from '@gangway/client/words';
import { isCountry } from './countries.ts';
import type { CheckoutForm } from './checkout-form.ts';
import type { Seat } from './passengers.ts';

/** Something to mend: `field` is the id of where. */
export interface Problem {
  field: string;
  text: string;
}

interface Checked {
  form: CheckoutForm;
  seats: readonly Seat[];
  /** Business time, ISO 8601. */
  now: string;
  t: Translate;
}

const email = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const longestName = 200;

/** What can be said without asking anybody; the API has the last word. */
export function problemsIn({ form, seats, now, t }: Checked): Problem[] {
  const problem = (field: string, key: string, wrong: boolean): Problem[] =>
    wrong ? [{ field, text: t(`checkout:problem.${key}`) }] : [];
  return [
    ...seats.flatMap((seat) => passengerProblems({ form, seat, now, t })),
    ...problem('fullName', 'fullName', form.fullName === '' || form.fullName.length > longestName),
    ...problem('email', 'email', !email.test(form.email)),
    ...problem('phone', 'phone', phoneOf(form) === undefined),
    ...problem('consent-offer', 'offer', !form.consents.offer),
    ...problem('consent-personal-data', 'personalData', !form.consents['personal-data']),
  ];
}

interface CheckedSeat extends Omit<Checked, 'seats'> {
  seat: Seat;
}

function passengerProblems({ form, seat: { key, asked }, now, t }: CheckedSeat): Problem[] {
  const { fullName = '', birthDate = '', document = '' } = form.passengers[key] ?? {};
  const problem = (field: string, wrong: boolean): Problem[] =>
    wrong ? [{ field: `p:${key}:${field}`, text: t(`checkout:problem.passenger.${field}`) }] : [];
  const withPapers = asked === 'documents';
  return [
    ...problem('fullName', fullName === ''),
    ...problem('birthDate', withPapers && !isPastDay(birthDate, now)),
    ...problem('document', withPapers && (document === '' || document.length > 64)),
  ];
}

const isPastDay = (day: string, now: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && day < now.slice(0, 10);

/** `+79210000000`; undefined when nobody can be called there. */
export function phoneOf({ phone, country }: Pick<CheckoutForm, 'phone' | 'country'>): string | undefined {
  const home = isCountry(country) ? country : 'RU';
  const parsed = parsePhoneNumberFromString(phone, { defaultCountry: home, extract: false });
  return parsed?.isValid() ? parsed.number : undefined;
}

const fields: Record<string, string> = {
  'customer.fullName': 'fullName',
  'customer.email': 'email',
  'customer.phone': 'phone',
  promoCode: 'promo',
};

const places: Record<string, string> = {
  CONSENT_REQUIRED: 'consent-offer',
  UNKNOWN_PROMOTION: 'promo',
  PROMOTION_NOT_APPLICABLE: 'promo',
  PROMOTION_USED_UP: 'promo',
};

interface Issue {
  path?: string;
}

/** A refusal of the API beside the field that it is about; the rest is about the tickets. */
export function problemsOf(error: ApiError, t: Translate): Problem[] {
  const issues = (error.details?.['issues'] ?? []) as Issue[];
  const named = issues.flatMap(({ path = '' }) => fields[path] ?? []);
  if (named.length > 0) return named.map((field) => ({ field, text: t(`checkout:problem.${field}`) }));
  return [{ field: places[error.code] ?? 'tickets', text: sentenceOf(error, t) }];
}

/** The API's own sentence; while it is away, ours. */
export const sentenceOf = ({ message }: ApiError, t: Translate): string =>
  message === '' ? t('checkout:away') : message;
