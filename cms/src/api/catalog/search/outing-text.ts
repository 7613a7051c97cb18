import { type Locale, type Localized, locales, pick } from '@gangway/kit';
import type { Outing } from './columns/season.ts';
import type { SearchDocument, SearchText } from './text/text-index.ts';

/** What can be found of an outing, in each language its activity is published in. */
export function outingDocument({ example }: Outing): SearchDocument {
  const published = locales.filter((locale) => example.activity.texts[locale]);
  return { texts: Object.fromEntries(published.map((locale) => [locale, textOf(example, locale)])) };
}

function textOf(
  { activity, categories, route, berth, vessel, facets }: Outing['example'],
  locale: Locale,
): SearchText {
  const name = (row: { name: Localized | undefined } | undefined) =>
    row?.name ? pick(row.name, locale) : '';
  return {
    title: activity.texts[locale]?.title ?? '',
    summary: activity.texts[locale]?.summary ?? '',
    category: categories.map(name).join(' '),
    ...{ route: name(route), berth: name(berth) },
    vessel: `${name(vessel)} ${name({ name: vesselWords[vessel?.kind ?? ''] })}`.trim(),
    kind: facets.kind.map(name).join(' '),
  };
}

/** What people call such a vessel, whatever its own name and the title of the trip. */
const vesselWords: Record<string, Localized> = {
  ship: { ru: 'теплоход корабль', en: 'ship', zh: '客船' },
  boat: { ru: 'катер лодка', en: 'motorboat boat', zh: '快艇 小船' },
  yacht: { ru: 'яхта', en: 'yacht', zh: '游艇' },
  catamaran: { ru: 'катамаран парусная яхта', en: 'catamaran sailing yacht', zh: '双体帆船' },
};
