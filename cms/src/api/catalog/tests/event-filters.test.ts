import { type EventList, facetNames, listEvents } from '../contract/event-list.ts';
import { ask, idsOf, read } from './ask-shop.ts';
import { buildStage, create, hour, refresh, type Stage, texts } from './stage.ts';

const list = (path: string) => read(listEvents, path);

describe('the list of departures', () => {
  let stage: Stage;
  let [early, dear, late] = ['', '', ''];

  beforeAll(async () => {
    stage = await buildStage({ popularity: 7 });
    early = await stage.sail();
    dear = await stage.sail({ capacity: 5 });
    late = await stage.sail({ state: 'cancelled' });
    const price = { event: dear, ticketType: stage.adult.documentId, currency: 'EUR' };
    await create('catalog.price', { ...price, amount: 9900 });
    await refresh();
  });

  const found = async (query: string) => idsOf(await list(stage.path(query)));

  it('shows what a buyer needs to choose', async () => {
    const { data } = await list(`${stage.path()}&locale=en`);
    expect(data[0]).toMatchObject({
      id: early,
      activity: { title: `Cruise ${stage.mark}`, image: { url: `/uploads/${stage.mark}.webp`, width: 1200 } },
      berth: { name: 'Ladoga', slug: stage.mark },
      vessel: { name: 'Ladoga' },
      seating: 'general',
      seller: { slug: stage.mark, currency: 'EUR' },
      priceFrom: { amount: 2400, currency: 'EUR' },
      availability: { left: 20, status: 'available' },
    });
    expect(data[0]!.startAt).toMatch(/\+03:00$/);
    expect(data[2]!.availability).toEqual({ left: 0, status: 'cancelled' });
  });

  it.each(['category', 'route', 'berth', 'seller'] as const)(
    'is narrowed by %s, slug or id',
    async (facet) => {
      const { documentId } = stage[facet];
      for (const value of [stage.mark, documentId, `nowhere,${documentId}`]) {
        expect(idsOf(await list(`/api/events?${facet}=${value}`))).toEqual([early, dear, late]);
      }
      expect(await found(`${facet === 'category' ? 'route' : facet}=nowhere`)).toEqual([]);
    },
  );

  it('is narrowed by vessel, kind, and several values of one filter', async () => {
    expect(await found(`vessel=${stage.vessel.documentId}`)).toHaveLength(3);
    expect(await found('vessel=nobody')).toEqual([]);
    expect(await found('kind=excursion,event')).toHaveLength(3);
    expect(await found('kind=excursion&kind=event')).toHaveLength(3);
    expect(await found('kind=event')).toEqual([]);
  });

  it('is searched in the language of the caller', async () => {
    const q = (words: string) => `q=${encodeURIComponent(words)}`;
    expect(await found(q(`прогул ${stage.mark}`))).toHaveLength(3);
    expect(await found(q('ТИХОЙ ладог'))).toHaveLength(3);
    expect(await found(q('тихой океан'))).toEqual([]);
    expect(await found(`${q('calm cruise')}&locale=en`)).toHaveLength(3);
    expect(await found(`${q('тихой')}&locale=en`)).toEqual([]);
    expect(await found(`${q('拉多')}&locale=zh`)).toHaveLength(3);
  });

  it('is narrowed by price and places', async () => {
    expect(await found('priceMin=9900')).toEqual([dear]);
    expect(await found('priceMax=2400')).toEqual([early, late]);
    expect(await found('priceMin=2401&priceMax=9899')).toEqual([]);
    expect(await found('seatsMin=5')).toEqual([early, dear]);
    expect(await found('seatsMin=6')).toEqual([early]);
  });

  it('is narrowed by days and by moments', async () => {
    const [first, second, third] = (await list(stage.path())).data;
    const day = first!.startAt.slice(0, 10);
    expect(await found(`from=${day}&to=${third!.startAt.slice(0, 10)}`)).toEqual([early, dear, late]);
    expect(await found(`to=2020-01-01`)).toEqual([]);
    const moment = encodeURIComponent(second!.startAt);
    expect(await found(`from=${moment}&to=${moment}`)).toEqual([dear]);
    expect(await found(`from=${second!.startAt}`)).toEqual([dear, late]);
  });

  it('is sorted upwards and downwards, equal ones by departure', async () => {
    expect(await found('sort=-time')).toEqual([late, dear, early]);
    expect(await found('sort=price')).toEqual([early, late, dear]);
    expect(await found('sort=-price')).toEqual([dear, early, late]);
    expect(await found('sort=-popularity')).toEqual([early, dear, late]);
  });

  it('leaves out what has left unless a day is asked for', async () => {
    const past = { startAt: new Date(Date.now() - 3 * hour), endAt: new Date(Date.now() - 2 * hour) };
    const gone = await stage.sail(past);
    await refresh();
    expect(await found('')).not.toContain(gone);
    expect((await found('from=2020-01-01'))[0]).toBe(gone);
  });
});

describe('the counts beside the filters', () => {
  it('are what the list would show', async () => {
    const { meta } = await list('/api/events?pageSize=1');
    for (const facet of facetNames) {
      for (const { value, count } of meta.facets[facet].slice(0, 4)) {
        const narrowed = await list(`/api/events?pageSize=1&${facet}=${value}`);
        expect([facet, value, narrowed.meta.total]).toEqual([facet, value, count]);
      }
    }
  });

  it('of a filter that is set still show its other values, with all other filters applied', async () => {
    const stage = await buildStage();
    await stage.sail();
    const name = texts('Другой', 'Other', '其他');
    const berth = await create('catalog.berth', {
      ...{ slug: `b-${stage.mark}`, name, address: name, city: name, latitude: 1, longitude: 1 },
    });
    await stage.sail({ berth: berth.documentId });
    await refresh();
    const { meta } = await list(stage.path(`berth=${stage.mark}`));
    const counts = ({ facets }: EventList['meta'], facet: 'berth' | 'category') =>
      facets[facet].map(({ value, count }) => [value, count]);
    expect(meta.total).toBe(1);
    expect(new Map(counts(meta, 'berth') as [string, number][])).toEqual(
      new Map([
        [stage.mark, 1],
        [`b-${stage.mark}`, 1],
      ]),
    );
    expect(counts(meta, 'category')).toEqual([[stage.mark, 1]]);
  });
});

describe('the pages of the list', () => {
  it('hold every departure once, in one order', async () => {
    const stage = await buildStage();
    const sailed = [];
    for (let count = 0; count < 5; count += 1) sailed.push(await stage.sail());
    await refresh();
    const page = (number: number) => list(`/api/events?category=${stage.mark}&pageSize=2&page=${number}`);
    const pages = await Promise.all([1, 2, 3].map(page));
    expect(pages.flatMap(idsOf)).toEqual(sailed);
    expect(pages[2]!.meta).toMatchObject({ page: 3, pageSize: 2, total: 5 });
  });

  it('are empty past the last one, however far', async () => {
    const { data, meta } = await list('/api/events?page=1000000000');
    expect(data).toEqual([]);
    expect(meta.page).toBe(1_000_000_000);
  });
});

describe('wrong questions about departures', () => {
  const failure = async (query: string) => {
    const { status, body } = await ask(`/api/events?${query}`);
    return { status, ...body.error };
  };

  it.each(['colour=red', 'category[$eq]=x', 'populate=*'])('%s is UNKNOWN_FILTER', async (query) => {
    expect(await failure(query)).toMatchObject({ status: 400, code: 'UNKNOWN_FILTER' });
  });

  it.each([
    ['page', '0'],
    ['page', '-1'],
    ['page', '1e3'],
    ['pageSize', '101'],
    ['from', 'yesterday'],
    ['from', '2026-02-30'],
    ['to', '2026-12-01T10:00:00'],
    ['kind', 'submarine'],
    ['priceMin', '12.50'],
    ['seatsMin', '0'],
    ['sort', 'id'],
  ])('%s=%s is INVALID_INPUT that names the field', async (field, value) => {
    const { status, code, details } = await failure(`${field}=${value}`);
    expect([status, code]).toEqual([400, 'INVALID_INPUT']);
    expect(JSON.stringify(details)).toContain(`"${field}`);
  });

  it('a question of two hundred signs is enough', async () => {
    expect((await failure(`q=${'x'.repeat(200)}`)).status).toBe(200);
    expect((await failure(`q=${'x'.repeat(201)}`)).code).toBe('INVALID_INPUT');
  });

  it('locale=xx is UNSUPPORTED_LOCALE', async () => {
    expect(await failure('locale=xx')).toMatchObject({ status: 400, code: 'UNSUPPORTED_LOCALE' });
  });
});

describe('the answer', () => {
  it('need not be sent again while nothing has changed', async () => {
    const first = await ask('/api/events?pageSize=3');
    const etag = first.headers.get('etag') ?? '';
    const again = await ask('/api/events?pageSize=3', { 'if-none-match': etag });
    expect([again.status, again.body]).toEqual([304, undefined]);
    expect(first.headers.get('cache-control')).toBe('public, max-age=1');
    expect((await ask('/api/events?pageSize=2')).headers.get('etag')).not.toBe(etag);
  });
});
