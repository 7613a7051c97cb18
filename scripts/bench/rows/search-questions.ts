import { type Chance, chance } from './chance.ts';
import type { Language } from '../load/scenarios/expectations.ts';
import type { Readable } from '../load/scenarios/read.ts';
import { wish } from './wishes.ts';

export interface SearchGround {
  titles: readonly { locale: string; text: string }[];
  facets: readonly { name: string; value: string }[];
  count: number;
  seed: number;
}

const sorts = ['', '', '', '&sort=price', '&sort=-price', '&sort=popularity', '&sort=-time'];
const pageSize = 20;
const day = 86_400_000;

/** Distinct questions such as people ask: words of a title, as people get them wrong, and some filters. */
export function searchQuestions({ titles, facets, count, seed }: SearchGround): Readable[] {
  const luck = chance(seed);
  const words = wordsOf(titles);
  const paths = new Map<string, Readable>();
  for (let tries = 0; paths.size < count && tries < count * 4; tries++) {
    const locale = luck.pick(['ru', 'en', 'zh'] as const);
    const page = luck.percent(20) ? 2 : 1;
    const path = [
      `/api/events?locale=${locale}&page=${page}&pageSize=${pageSize}`,
      luck.percent(80) ? `&q=${encodeURIComponent(wish(luck, words[locale], locale))}` : '',
      filters(luck, facets),
      luck.pick(sorts),
    ].join('');
    paths.set(path, { path, kind: 'search', expect: { kind: 'list', locale, page, pageSize } });
  }
  return [...paths.values()];
}

function wordsOf(titles: SearchGround['titles']): Record<Language, string[]> {
  const of = (locale: string) => [
    ...new Set(titles.filter((title) => title.locale === locale).flatMap(({ text }) => split(text, locale))),
  ];
  return { ru: of('ru'), en: of('en'), zh: of('zh-Hans') };
}

function split(text: string, locale: string): string[] {
  if (locale === 'zh-Hans')
    return (text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) => run.match(/..?/gu) ?? []);
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}

function filters(luck: Chance, facets: SearchGround['facets']): string {
  const facet = luck.percent(40) ? luck.pick(facets) : undefined;
  const from = luck.percent(50)
    ? new Date(Date.now() + luck.below(150) * day).toISOString().slice(0, 10)
    : undefined;
  return [
    facet ? `&${facet.name}=${encodeURIComponent(facet.value)}` : '',
    from ? `&from=${from}` : '',
    luck.percent(20) ? `&priceMax=${(100 + luck.below(200)) * 1000}` : '',
    luck.percent(15) ? `&seatsMin=${1 + luck.below(8)}` : '',
  ].join('');
}
