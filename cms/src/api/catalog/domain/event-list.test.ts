import { locales } from '@gangway/kit';
import { catalogueOf, departureOf, type Sample } from '../search/tests/sample-season.ts';
import { eventListText } from './event-list.ts';
import { eventItem, eventItemText } from './event-view.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const hour = 3_600_000;

const activity = { id: 'canals', title: 'Каналы «Северной столицы»', popularity: 1, english: true };

const sampleOf = (number: number, category = 'boats'): Sample => ({
  ...{ id: `departure-${number}`, activity: { ...activity, category }, berth: 'pier', vessel: 'aurora' },
  ...{ startAt: now + number * hour, delayMinutes: 0, timezone: 'Europe/Moscow', state: 'on_sale' },
  ...{ capacity: 10 + number, price: { amount: 1000 * number, currency: 'RUB' } },
});

const departures = [1, 2, 3].map((number) => departureOf(sampleOf(number)));
const catalogue = catalogueOf(departures, { now, taken: new Map([['departure-2', 12]]) });
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a list that is written from what was written before', () => {
  it('says of each departure what its card says, in each language', () => {
    for (const locale of locales) {
      for (const departure of [...departures, ...departures]) {
        const text = eventItemText({ departure, catalogue, locale });
        expect(JSON.parse(text)).toEqual(plain(eventItem(departure, catalogue, locale)));
      }
    }
  });

  it('says the new name where what a departure is linked to was replaced', () => {
    const [before, after] = ['boats', 'ships'].map((category) => departureOf(sampleOf(1, category)));
    const categoriesOf = (departure = before) =>
      departure && JSON.parse(eventItemText({ departure, catalogue, locale: 'en' })).categories;
    expect(categoriesOf(before)).toEqual([{ id: 'id-boats', slug: 'boats', name: 'boats en' }]);
    expect(categoriesOf(after)).toEqual([{ id: 'id-ships', slug: 'ships', name: 'ships en' }]);
  });

  it('counts all that match under every value, and shows one page of it', () => {
    const query = { page: 2, pageSize: 2 };
    const list = JSON.parse(eventListText({ query, catalogue, locale: 'ru' }));
    expect(list.data).toEqual([plain(eventItem(departures[2] as never, catalogue, 'ru'))]);
    const counted = (id: string, name: string) => [{ value: id.replace('id-', ''), id, name, count: 3 }];
    expect(list.meta).toEqual({
      ...{ page: 2, pageSize: 2, total: 3 },
      facets: {
        category: counted('id-boats', 'boats ру'),
        route: [],
        berth: counted('id-pier', 'pier ру'),
        vessel: [{ value: 'id-aurora', id: 'id-aurora', name: 'aurora ру', count: 3 }],
        kind: [{ value: 'excursion', id: 'excursion', name: 'Экскурсии', count: 3 }],
        seller: counted('id-line', 'line ру'),
      },
    });
  });

  it('counts the departures of an activity when it shows activities', () => {
    const query = { page: 1, pageSize: 20, group: 'activity' as const };
    const { data, meta } = JSON.parse(eventListText({ query, catalogue, locale: 'en' }));
    expect(data).toEqual([
      { ...(plain(eventItem(departures[0] as never, catalogue, 'en')) as object), departures: 3 },
    ]);
    expect(meta.facets.kind).toEqual([{ value: 'excursion', id: 'excursion', name: 'Excursions', count: 1 }]);
  });

  it('is JSON where nothing matches', () => {
    const query = { page: 1, pageSize: 20, q: 'dinosaur' };
    const { data, meta } = JSON.parse(eventListText({ query, catalogue, locale: 'en' }));
    expect([data, meta.total, meta.facets.seller]).toEqual([[], 0, []]);
  });
});
