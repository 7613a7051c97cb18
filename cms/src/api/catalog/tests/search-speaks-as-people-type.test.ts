import { newId, type Transaction } from '@gangway/kit';
import { listEvents } from '../contract/event-list.ts';
import { catalogueProjection } from '../projection/catalogue-projection.ts';
import { countPopularity } from '../store/popularity.ts';
import { ask, eventually, idsOf, read } from './ask-shop.ts';
import { buildStage, refresh, type Stage } from './stage.ts';

const q = (words: string) => `q=${encodeURIComponent(words)}`;

describe('words in the list of departures', () => {
  let stage: Stage;
  let sailed: string[] = [];

  beforeAll(async () => {
    stage = await buildStage({ title: 'Гондола по Ладоге' });
    sailed = [await stage.sail(), await stage.sail()];
    await refresh();
  });

  const list = (query: string) => read(listEvents, stage.path(query));

  it.each([
    ['гондолы', undefined],
    ['ujyljkf', 'гондола'],
    ['gondola', 'гондола'],
    ['гандола', 'гондола'],
  ])('%s are found, and what was looked for is said', async (words, searchedFor) => {
    const { data, meta } = await list(q(words));
    expect(data.map(({ id }) => id)).toEqual(sailed);
    expect(meta.searchedFor).toBe(searchedFor);
  });

  it('come once for each activity when asked so, with how many departures there are', async () => {
    const { data, meta } = await list(`${q('гондола')}&group=activity`);
    expect(data).toMatchObject([{ id: sailed[0], departures: 2 }]);
    expect(meta.total).toBe(1);
    expect(meta.facets.berth.map(({ count }) => count)).toEqual([1]);
  });

  it('that nobody can type, or too many of them, end in a clear answer', async () => {
    const harmless = ['🚢', '(((', '.*+?^$', '%%', "' or 1=1 --", 'а '.repeat(100)];
    for (const words of harmless) {
      expect([words, (await ask(`/api/events?${q(words)}`)).status]).toEqual([words, 200]);
    }
    expect((await ask(`/api/events?${q('гон\u0000дола')}`)).status).toBe(400);
    const { status, body } = await ask(`/api/events?${q('x'.repeat(10_000))}`);
    expect([status, body?.error?.code]).toEqual([400, 'INVALID_INPUT']);
    expect((await ask('/api/events?group=berth')).body.error?.code).toBe('INVALID_INPUT');
  });

  it('page by page hold every departure once, in one order', async () => {
    const pages = await Promise.all(
      [1, 2].map((page) =>
        read(listEvents, `/api/events?category=${stage.mark}&${q('гондола')}&pageSize=1&page=${page}`),
      ),
    );
    expect(pages.flatMap(idsOf)).toEqual(sailed);
  });
});

describe('popularity', () => {
  const now = new Date('2026-11-20T12:00:00Z');
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

  const ticket = (eventId: string, issuedAt: Date, state = 'issued') =>
    strapi.db.connection('admissions').insert({
      ...{ document_id: newId(), event_id: eventId, state, issued_at: issuedAt },
    });

  const counted = (after: Date) =>
    strapi.db.transaction(({ trx }) => countPopularity(trx as unknown as Transaction, { after }));

  it('is the good tickets of the last thirty days, in every language, however often it is counted', async () => {
    const stage = await buildStage();
    const event = await stage.sail();
    await ticket(event, daysAgo(1));
    await ticket(event, daysAgo(29));
    await ticket(event, daysAgo(31));
    await ticket(event, daysAgo(1), 'voided');
    await counted(daysAgo(30));
    expect(await shown(event, 2)).toEqual({ ru: 2, en: 2, zh: 2 });
    expect(await counted(daysAgo(30))).toBe(0);
    await counted(daysAgo(0));
    expect(await shown(event, 0)).toEqual({ ru: 0, en: 0, zh: 0 });
  });

  it('is what a manager has typed before it is what was counted', async () => {
    const stage = await buildStage({ popularity: 99 });
    const event = await stage.sail();
    await ticket(event, daysAgo(1));
    await counted(daysAgo(30));
    const { documentId } = stage.activity;
    const typed = strapi.db
      .connection('activities')
      .where({ document_id: documentId })
      .distinct('popularity');
    expect(await typed).toEqual([{ popularity: 99 }]);
    expect(await shown(event, 99_000_001)).toEqual({ ru: 99_000_001, en: 99_000_001, zh: 99_000_001 });
  });

  /** What memory orders by, in each language, once it says what is wanted, or after some patience. */
  const shown = (eventId: string, wanted: number) =>
    eventually(
      async () => {
        await new Promise((resolve) => setImmediate(resolve));
        const texts = catalogueProjection(strapi).current()?.byId.get(eventId)?.activity.texts ?? {};
        return Object.fromEntries(Object.entries(texts).map(([locale, row]) => [locale, row.popularity]));
      },
      (now) => now['ru'] === wanted,
    );
});
