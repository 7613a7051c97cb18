import { describe, expect, it } from '@jest/globals';
import { apiFilters, apiQuery, filtersOf, isNarrowed, queryOf, withoutValue } from './filters.ts';

const today = '2026-11-20';
const read = (query: string) => filtersOf(new URLSearchParams(query), today);

describe('filters in the address', () => {
  it.each([
    '?q=%D0%BC%D0%BE%D1%81%D1%82%D1%8B',
    '?date=2026-11-22',
    '?from=2026-11-22&to=2026-11-30',
    '?from=2026-11-22',
    '?category=city&category=night&route=canal-ring&berth=fontanka&kind=excursion&seller=slow-ahead',
    '?priceMin=100&priceMax=2500&seatsMin=4',
    '?sort=-price&page=3',
    '?category=city&view=calendar&month=2026-12',
  ])('%s says the same after it was read', (query) => {
    expect(queryOf(read(query))).toBe(query);
  });

  it('leaves out what is said by saying nothing', () => {
    expect(queryOf(read('q=&sort=time&page=1&view=list&category=&month=2026-12'))).toBe('');
  });

  it.each([
    ['a day that has gone', 'date=2026-11-19'],
    ['a day that does not exist', 'date=2026-02-30'],
    ['an amount that is none', 'priceMin=-5&priceMax=1e9'],
    ['more people than any boat takes', 'seatsMin=101'],
    ['nobody at all', 'seatsMin=0'],
    ['a kind and an order that are not known', 'kind=spaceship&sort=colour'],
    ['signs that nobody can type', 'q=%00&route=%00&berth=a%1Bb&category=%C2%85x'],
    ['a page and a month that are not there', 'page=0&view=map&month=2026-13'],
  ])('does not hear %s', (_, query) => {
    expect(queryOf(read(query))).toBe('');
  });

  it('has an order by relevance, the usual one, only where words are searched for', () => {
    expect([read('q=a').sort, read('').sort, read('sort=relevance').sort]).toEqual([
      'relevance',
      'time',
      'time',
    ]);
    expect(queryOf(read('q=a&sort=relevance'))).toBe('?q=a');
    expect(queryOf(read('q=a&sort=time'))).toBe('?q=a&sort=time');
    expect(queryOf({ ...read('q=a'), q: '' })).toBe('');
  });

  it('turns two days round that were typed the wrong way', () => {
    expect(read('from=2026-12-05&to=2026-12-01')).toMatchObject({ from: '2026-12-01', to: '2026-12-05' });
  });

  it('takes several values with commas as well as one by one, each once', () => {
    expect(read('berth=a,b&berth=b&berth=c').berth).toEqual(['a', 'b', 'c']);
  });

  it('takes one of several values away and begins on the first page', () => {
    const filters = read('category=city&category=night&page=4');
    expect(queryOf(withoutValue(filters, 'category', 'city'))).toBe('?category=night');
  });

  it('knows whether anything is narrowed down, which order and page do not', () => {
    expect(isNarrowed(read('sort=price&page=2&view=calendar'))).toBe(false);
    expect(isNarrowed(read('seatsMin=2'))).toBe(true);
  });
});

describe('what the API is asked', () => {
  it('gets amounts in kopecks and lists with commas', () => {
    const asked = apiFilters(read('priceMin=10&priceMax=2500&berth=a&berth=b&seatsMin=3'), today);
    expect(asked).toEqual({ priceMin: '1000', priceMax: '250000', berth: 'a,b', seatsMin: '3' });
  });

  it('is not asked for the morning of today, which has left', () => {
    expect(apiFilters(read(`date=${today}`), today)).toEqual({ to: today });
    expect(apiFilters(read('date=2026-11-21'), today)).toEqual({ from: '2026-11-21', to: '2026-11-21' });
  });

  it('is asked for activities on any day, for departures on one day and where they are asked for', () => {
    expect(apiQuery(read(''), today)).toMatchObject({ group: 'activity', sort: 'time' });
    expect(apiQuery(read('q=a'), today)).toMatchObject({ group: 'activity', sort: 'relevance' });
    expect(apiQuery(read('from=2026-11-22&to=2026-11-23'), today)).toHaveProperty('group');
    expect(apiQuery(read('q=a&date=2026-11-22'), today)).not.toHaveProperty('group');
    expect(apiQuery(read('view=departures'), today)).not.toHaveProperty('group');
  });

  it('says order, page and how many', () => {
    expect(apiQuery(read('page=2&sort=price&view=departures'), today)).toEqual({
      ...{ sort: 'price', page: '2', pageSize: '24' },
    });
  });
});
