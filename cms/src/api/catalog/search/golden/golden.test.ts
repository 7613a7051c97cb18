import { type Locale, locales } from '@gangway/kit';
import { season } from '../../../../../../database/seeds/season/index.ts';
import { askText } from '../text/ask-text.ts';
import { buildTextIndex, type SearchDocument, type TextIndex } from '../text/text-index.ts';
import { distractors, type GoldenActivity } from './distractors.ts';
import { type Figures, figuresOf } from './measure.ts';
import { type GoldenQuery, goldenQueries, queryClasses } from './queries.ts';

type Named = { slug: string; name: Record<Locale, string> };

const nameOf = (rows: Named[], slug: string | undefined, locale: Locale) =>
  rows.find((row) => row.slug === slug)?.name[locale] ?? '';

/** The demo season as its departures show it: one for each berth and vessel an activity leaves from and on. */
const voyages: GoldenActivity[] = season.activities.flatMap((activity) => {
  const schedules =
    activity.schedules.length > 0 ? activity.schedules : [{ berth: undefined, vessel: undefined }];
  return schedules.map(({ berth, vessel }) => {
    const text = (locale: Locale) => ({
      title: activity.text[locale].title,
      summary: activity.text[locale].summary,
      category: activity.categories.map((slug) => nameOf(season.categories, slug, locale)).join(' '),
      route: nameOf(season.routes, activity.route, locale),
      berth: nameOf(season.berths, berth, locale),
      vessel: nameOf(season.vessels, vessel, locale),
    });
    return { slug: activity.slug, texts: { ru: text('ru'), en: text('en'), zh: text('zh') } };
  });
});

const everything = [...distractors(), ...voyages];

const documents: SearchDocument[] = everything.map(({ texts }) => ({
  texts: Object.fromEntries(locales.map((locale) => [locale, { ...texts[locale], kind: '' }])),
}));

const indexes = Object.fromEntries(
  locales.map((locale) => [locale, buildTextIndex(documents, locale)]),
) as Record<Locale, TextIndex>;

function answered({ q, locale }: GoldenQuery): string[] {
  const scores = askText(indexes[locale], q)?.scores ?? new Float32Array();
  const found = [...scores.keys()].filter((place) => scores[place] !== 0);
  const ranked = found.sort((left, right) => (scores[right] as number) - (scores[left] as number));
  return [...new Set(ranked.map((place) => everything[place]?.slug as string))];
}

const judged = goldenQueries.map((query) => ({ ...query, answer: answered(query) }));
const figures = (name: string, part = judged) => ({ name, ...figuresOf(part) });

const table = [
  figures('all'),
  ...locales.map((locale) =>
    figures(
      locale,
      judged.filter((one) => one.locale === locale),
    ),
  ),
  ...queryClasses.map((name) =>
    figures(
      name,
      judged.filter((one) => one.class === name),
    ),
  ),
];

const line = ({ name, queries, recallAt5, mrr }: Figures & { name: string }) =>
  `${name.padEnd(9)} ${String(queries).padStart(2)} queries  recall@5 ${recallAt5.toFixed(3)}  MRR ${mrr.toFixed(3)}`;

describe('sixty queries over the demo season and five hundred other outings', () => {
  it('are twenty in each language and at least eight of each kind', () => {
    expect(everything.length).toBeGreaterThanOrEqual(512);
    for (const { name, queries } of table) {
      if (locales.includes(name as Locale)) expect([name, queries]).toEqual([name, 20]);
      else expect(queries).toBeGreaterThanOrEqual(8);
    }
  });

  it('find what was looked for: recall@5 of 0.9 and MRR of 0.8 at least', () => {
    process.stdout.write(`${table.map(line).join('\n')}\n`);
    const all = figures('all');
    expect(all.recallAt5).toBeGreaterThanOrEqual(0.9);
    expect(all.mrr).toBeGreaterThanOrEqual(0.8);
  });
});

describe('the figures', () => {
  it('count places from one, and nothing for what was not found', () => {
    const one = { expected: ['a', 'b'], answer: ['x', 'a', 'y', 'z', 'w', 'b'] };
    expect(figuresOf([one])).toEqual({ queries: 1, recallAt5: 0.5, mrr: 0.5 });
    expect(figuresOf([{ expected: ['a'], answer: [] }])).toEqual({ queries: 1, recallAt5: 0, mrr: 0 });
    expect(figuresOf([])).toEqual({ queries: 0, recallAt5: 0, mrr: 0 });
  });
});
