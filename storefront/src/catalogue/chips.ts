import type { Locale, Translate } from '@gangway/client/words';
import { spokenDay } from './days.ts';
import type { FacetName, Facets } from './event-item.ts';
import { facetNames, queryOf, withoutValue, type Filters } from './filters.ts';

/** One thing that is on, and the address without it. */
export interface Chip {
  label: string;
  href: string;
  /** What is left without it. */
  rest: Filters;
}

interface Speaking {
  filters: Filters;
  /** All values there are, for their names. */
  facets: Facets | undefined;
  /** The page they narrow down. */
  path: string;
  now: string;
  locale: Locale;
  t: Translate;
}

export function chipsOf(speaking: Speaking): Chip[] {
  const { filters, path, t } = speaking;
  const chip = (label: string, change: Partial<Filters>): Chip => {
    const rest = { ...filters, page: 1, ...change };
    return { label, href: path + queryOf(rest), rest };
  };
  return [
    ...(filters.q ? [chip(t('catalogue:chip.words', { words: filters.q }), { q: '' })] : []),
    ...(filters.from || filters.to ? [chip(datesText(speaking), { from: undefined, to: undefined })] : []),
    ...facetNames.flatMap((name) =>
      filters[name].map((value) => chip(nameOf(speaking, name, value), withoutValue(filters, name, value))),
    ),
    ...priceChips(speaking, chip),
    ...(filters.seatsMin
      ? [chip(t('catalogue:chip.places', { count: filters.seatsMin }), { seatsMin: undefined })]
      : []),
  ];
}

const nameOf = ({ facets }: Speaking, name: FacetName, value: string): string =>
  facets?.[name].find((known) => known.value === value || known.id === value)?.name ?? value;

function datesText({ filters: { from, to }, ...speaking }: Speaking): string {
  const say = (day: string) => spokenDay({ day, ...speaking });
  if (from && from === to) return say(from);
  if (from && to) return `${say(from)} — ${say(to)}`;
  return from
    ? speaking.t('catalogue:chip.from', { day: say(from) })
    : speaking.t('catalogue:chip.to', { day: say(to ?? '') });
}

function priceChips({ filters, t }: Speaking, chip: (label: string, rest: Partial<Filters>) => Chip): Chip[] {
  const { priceMin, priceMax } = filters;
  return [
    ...(priceMin === undefined
      ? []
      : [chip(t('catalogue:chip.priceMin', { price: priceMin }), { priceMin: undefined })]),
    ...(priceMax === undefined
      ? []
      : [chip(t('catalogue:chip.priceMax', { price: priceMax }), { priceMax: undefined })]),
  ];
}
