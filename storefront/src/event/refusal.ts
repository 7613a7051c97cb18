import type { ApiError } from '@gangway/client/api';
import { quantityField, readPlacesForm, type Quantities } from './places-form.ts';

const codes = [
  ...(['SOLD_OUT', 'TOO_MANY_PLACES', 'SALES_CLOSED', 'UNKNOWN_TICKET_TYPE', 'UNKNOWN_ZONE'] as const),
  ...(['TOO_MANY_HOLDS', 'SUPPLIER_REFUSED', 'RATE_LIMITED', 'CONFLICT', 'UNAVAILABLE'] as const),
  ...(['NOTHING_CHOSEN', 'NOT_A_NUMBER', 'NEEDS_ADULT', 'NEEDS_PAYING_GUEST', 'OTHER'] as const),
];

export type RefusalCode = (typeof codes)[number];

/** Why places could not be taken, as the event page says it. */
export interface Refusal {
  code: RefusalCode;
  /** How many places are left, or how many there may be at most. */
  count?: number;
}

export interface Refused extends Refusal {
  /** What was asked for, to stand in the form again. */
  quantities: Quantities;
  zone?: string;
}

const isCode = (value: unknown): value is RefusalCode => codes.some((code) => code === value);

/** What the API's refusal comes down to for somebody with a form before them. */
export function refusalOf({ code, details }: Pick<ApiError, 'code' | 'details'>): Refusal {
  const count = details?.['left'] ?? details?.['limit'];
  return { code: isCode(code) ? code : 'OTHER', ...(typeof count === 'number' ? { count } : {}) };
}

/** The refusal and the entries for the address of the page; nothing of it is about a person. */
export function refusalQuery({ code, count, quantities, zone }: Refused): string {
  const entries = Object.entries(quantities).map(([type, wished]) => [quantityField(type), String(wished)]);
  return new URLSearchParams([
    ['refused', code],
    ...(count === undefined ? [] : [['n', String(count)]]),
    ...(zone === undefined ? [] : [['zone', zone]]),
    ...(entries as [string, string][]),
  ] as [string, string][]).toString();
}

/** The refusal that the address tells, if it is one of ours. */
export function readRefusal(query: URLSearchParams): Refusal | undefined {
  const code = query.get('refused');
  if (!isCode(code)) return undefined;
  const count = query.get('n') ?? '';
  return { code, ...(/^\d{1,6}$/.test(count) ? { count: Number(count) } : {}) };
}

/** The entries that go with it. */
export function readEntries(query: URLSearchParams): Quantities {
  const form = new FormData();
  for (const [name, value] of query) form.append(name, value);
  return readPlacesForm(form).quantities;
}
