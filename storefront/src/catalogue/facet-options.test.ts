import { describe, expect, it } from '@jest/globals';
import type { Facets } from './event-item.ts';
import { optionsOf } from './facet-options.ts';
import { filtersOf } from './filters.ts';

const none: Facets = { category: [], route: [], berth: [], vessel: [], kind: [], seller: [] };
const value = (slug: string, count: number) => ({ value: slug, id: `id-${slug}`, name: slug, count });
const all = { ...none, berth: [value('a', 30), value('b', 20), value('c', 10)] };
const options = (query: string, facets: Facets) =>
  optionsOf({ name: 'berth', filters: filtersOf(new URLSearchParams(query), '2026-11-20'), facets, all });

describe('the choices of a filter', () => {
  it('keep their places, and count what choosing them would show', () => {
    const shown = options('', { ...none, berth: [value('c', 7), value('a', 3)] });
    expect(shown.map(({ value: slug, count }) => [slug, count])).toEqual([
      ['a', 3],
      ['b', 0],
      ['c', 7],
    ]);
  });

  it('are on by slug and by id', () => {
    const shown = options('berth=a&berth=id-c', all);
    expect(shown.filter(({ checked }) => checked).map(({ value: slug }) => slug)).toEqual(['a', 'c']);
  });

  it('take in what has come since the whole catalogue was read', () => {
    expect(options('', { ...none, berth: [value('new', 1)] }).at(-1)).toMatchObject({
      value: 'new',
      count: 1,
    });
  });
});
