import type { Round } from '../load/drive.ts';
import type { ReadParams } from '../load/scenarios/read.ts';
import { ask } from '../house/ask.ts';
import { endOf } from './contenders.ts';
import { climbSpan, measured, roundsSpan, running, used, wrongAnswers } from './rounds.ts';
import type { Bench, Row, RowReport } from './row.ts';
import { searchQuestions } from './search-questions.ts';

const rate = 600;
const p99 = 100;
const distinct = 20_000;

/** Searches that nobody has asked before: words, their forms and slips, filters, orders and pages in three languages. */
export const search: Row = {
  name: 'search',
  title: 'search with filters, 100,000 departures',
  needs: 'shop',
  expected: (pace) => 15 + roundsSpan(pace, pace.rounds) + climbSpan(pace, 7),
  run: async (bench): Promise<RowReport> => {
    const { round, most, all } = running(bench);
    const params = await searchParams(bench);
    const next = (): ReadParams => ({ ...params, seed: bench.seed() });
    const fixed: Round[] = [];
    for (let number = 0; number < bench.rounds; number++)
      fixed.push(await round({ what: 'search', scenario: 'read', params: next(), rate }));
    const top = await most({ what: 'search', scenario: 'read', params: next, from: 800, top: 12_800, p99 });
    return {
      rounds: all,
      measures: [
        measured({ name: 'p95 at 600/s', unit: 'ms', floor: 200 }, fixed, ({ latency }) => latency.p95),
        measured({ name: 'p99 at 600/s', unit: 'ms', goal: 40 }, fixed, ({ latency }) => latency.p99),
        { name: 'requests per second', unit: '/s', better: 'more', goal: 3000, values: [top.rate] },
        used('cms per request at 600/s', fixed, 'cms'),
        used('PostgreSQL per request at 600/s', fixed, 'database'),
        wrongAnswers(fixed),
      ],
      notes: [`${params.urls.length} distinct questions.`, endOf('cms', [top])],
    };
  },
};

/** Drawn anew for each run of the row, so that no answer was made before. */
export async function searchParams({ house, seed, quick }: Bench): Promise<ReadParams> {
  const titles = await ask<{ locale: string; text: string }>(
    house.databaseUrl,
    `select distinct locale, title as text from activities
      where published_at is not null and audience = 'public' order by locale, title`,
  );
  const facets = await ask<{ name: string; value: string }>(
    house.databaseUrl,
    `select 'category' as name, slug as value from categories union all select 'berth', slug from berths
     union all select 'route', slug from routes order by 1, 2`,
  );
  const urls = searchQuestions({ titles, facets, count: quick ? 2_000 : distinct, seed: seed() });
  return { url: house.cmsUrl, urls, seed: seed() };
}
