import { readableFilters, type ListFilter } from './list-filters.ts';
import { uidOf } from './list-layout.ts';

describe('the filters of a list', () => {
  const filters: ListFilter[] = [
    { name: 'state', type: 'string' },
    { name: 'capacity', type: 'integer' },
  ];

  it('offer the options of a choice by name', () => {
    const [state, capacity] = readableFilters(filters, 'api::catalog.event', 'en');
    expect(state?.type).toBe('enumeration');
    expect(state?.options).toContainEqual({ value: 'on_sale', label: 'On sale' });
    expect(capacity).toEqual({ name: 'capacity', type: 'integer' });
  });

  it('do not ask for amounts in minor units', () => {
    expect(readableFilters([{ name: 'amount', type: 'integer' }], 'api::catalog.price', 'en')).toEqual([]);
  });

  it('find their type by any of its names', () => {
    for (const displayName of ['Event', 'Рейсы', 'Departures', '班次']) {
      expect(uidOf({ settings: { displayName } })).toBe('api::catalog.event');
    }
    expect(uidOf({ settings: { displayName: 'File' } })).toBeUndefined();
  });
});
