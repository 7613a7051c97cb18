import type { EventCard } from '../api/shapes.ts';

/** How many of each ticket type, by id; types without any are left out. */
export type Quantities = Record<string, number>;

export interface PlacesForm {
  quantities: Quantities;
  /** Where places without numbers are in several zones. */
  zone?: string;
  /** Made where the page is shown, so that a second press of the button is the first one again; none without scripts. */
  key?: string;
  /** Something that is no number of tickets. */
  isWrong: boolean;
}

const field = 'q.';
const id = /^[0-9a-z]{10,40}$/;
const mostTypes = 20;

/** The name of the field with the tickets of a type. */
export const quantityField = (ticketTypeId: string): string => field + ticketTypeId;

/** What the form of places without numbers says. */
export function readPlacesForm(form: FormData): PlacesForm {
  const given = [...form.entries()]
    .filter(([name]) => name.startsWith(field) && id.test(name.slice(field.length)))
    .slice(0, mostTypes)
    .map(([name, value]) => [name.slice(field.length), String(value).trim() || '0'] as const);
  const counts = given.map(
    ([type, text]) => [type, /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN] as const,
  );
  const zone = textOf(form.get('zone'), /^[\w-]{1,64}$/);
  const key = textOf(form.get('key'), /^[\w-]{16,64}$/);
  return {
    quantities: Object.fromEntries(counts.filter(([, count]) => count > 0)),
    isWrong: counts.some(([, count]) => Number.isNaN(count)),
    ...(zone === undefined ? {} : { zone }),
    ...(key === undefined ? {} : { key }),
  };
}

const textOf = (value: FormDataEntryValue | null, pattern: RegExp): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

/** What is to be taken and what to let go, so that `held` becomes `wished`. */
export function changeOf({ held, wished }: { held: Quantities; wished: Quantities }) {
  const more = (from: Quantities, to: Quantities): Quantities =>
    Object.fromEntries(
      Object.entries(to).flatMap(([type, count]) =>
        count > (from[type] ?? 0) ? [[type, count - (from[type] ?? 0)]] : [],
      ),
    );
  return { take: more(held, wished), letGo: more(wished, held) };
}

export const isNone = (quantities: Quantities): boolean => Object.keys(quantities).length === 0;

const adultAge = 18;

/** Who may not travel like this, before any place is taken; the house asks again when the order is placed. */
export function companyProblem(
  quantities: Quantities,
  ticketTypes: EventCard['ticketTypes'],
): 'NEEDS_ADULT' | 'NEEDS_PAYING_GUEST' | undefined {
  const chosen = ticketTypes.filter(({ id: type }) => quantities[type]);
  const isAdult = ({ needsAdult, maxAge }: EventCard['ticketTypes'][number]) =>
    !needsAdult && (maxAge === null || maxAge >= adultAge);
  if (chosen.some(({ needsAdult }) => needsAdult) && !chosen.some(isAdult)) return 'NEEDS_ADULT';
  const count = (isFree: boolean) =>
    chosen
      .filter(({ occupiesPlace, priceFrom }) => occupiesPlace && (priceFrom?.amount === 0) === isFree)
      .reduce((sum, { id: type }) => sum + (quantities[type] ?? 0), 0);
  const isSold = ticketTypes.some(({ occupiesPlace, priceFrom }) => occupiesPlace && priceFrom?.amount);
  return isSold && count(true) > count(false) ? 'NEEDS_PAYING_GUEST' : undefined;
}
