import { describe, expect, it } from '@jest/globals';
import { buyable, saleStateOf } from './sale-state.ts';

const now = '2026-11-20T12:00:00+03:00';
const onSale = {
  state: 'on_sale',
  availability: { left: 5, status: 'available' },
  salesStartAt: null,
} as const;
const closed = { left: 0, status: 'closed' } as const;

describe('what a visitor can do with a departure', () => {
  it('is to buy while there are places, and to look for another when there are none', () => {
    expect(saleStateOf(onSale, now)).toBe('open');
    expect(saleStateOf({ ...onSale, availability: { left: 0, status: 'sold_out' } }, now)).toBe('sold_out');
  });

  it('is to wait until sales begin, by the house’s clock', () => {
    const later = { ...onSale, availability: closed, salesStartAt: '2026-11-20T12:00:01+03:00' };
    expect(saleStateOf(later, now)).toBe('not_yet');
    expect(saleStateOf({ ...later, salesStartAt: now }, now)).toBe('closed');
  });

  it.each([
    ['closed', 'closed'],
    ['boarding', 'closed'],
    ['departed', 'departed'],
    ['completed', 'departed'],
    ['cancelled', 'cancelled'],
  ] as const)('is nothing more where it is %s', (state, expected) => {
    expect(saleStateOf({ ...onSale, state, availability: closed }, now)).toBe(expected);
  });

  it('offers other departures only where places are left', () => {
    const other = (id: string, status: 'few' | 'sold_out' | 'available') => ({
      ...{ id, startAt: now, delayMinutes: 0, priceFrom: null, availability: { left: 1, status } },
    });
    const ids = buyable([other('a', 'sold_out'), other('b', 'few'), other('c', 'available')]);
    expect(ids.map(({ id }) => id)).toEqual(['b', 'c']);
  });
});
