import { describe, expect, it } from '@jest/globals';
import type { PriceList, SeatLayout } from '../api/shapes.ts';
import { openZones, ticketPrice } from './open-zones.ts';

const rub = (amount: number) => ({ amount, currency: 'RUB' as const });
const price = (ticketTypeId: string, zone: string | null, amount: number) => ({
  ...{ ticketTypeId, zone, price: rub(amount), total: rub(amount + 100), validTo: null },
});
const list = {
  zones: [
    { id: 'bow', name: 'Нос' },
    { id: 'stern', name: 'Корма' },
    { id: 'saloon', name: 'Салон' },
  ],
  prices: [price('adult', 'bow', 2_000), price('adult', 'stern', 1_000), price('child', null, 500)],
} as unknown as PriceList;
const layout = {
  decks: [{ areas: [{ zone: 'bow' }, { zone: 'stern' }, { zone: 'saloon' }] }, { areas: [] }],
} as unknown as SeatLayout;

describe('zones of places without numbers', () => {
  it('are those that have an area and a price', () => {
    expect(openZones(list, layout).map(({ id }) => id)).toEqual(['bow', 'stern']);
    expect(openZones(list, { decks: [] })).toEqual([]);
  });

  it('have their own prices with the fees on them, else the cheapest is said', () => {
    expect(ticketPrice(list, { type: 'adult', zone: 'bow' })).toEqual(rub(2_100));
    expect(ticketPrice(list, { type: 'adult' })).toEqual(rub(1_100));
  });

  it('cost the same everywhere where the price names no zone', () => {
    expect(ticketPrice(list, { type: 'child', zone: 'bow' })).toEqual(rub(600));
    expect(ticketPrice(list, { type: 'infant', zone: 'bow' })).toBeUndefined();
  });
});
