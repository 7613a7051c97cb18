import type { Geometry } from './geometry.ts';
import { hasSeat, onSale } from './on-sale.ts';
import { poolCapacity } from './wanted-places.ts';

const name = { ru: 'а', en: 'a', zh: 'a' };
const deck = { id: 'main', name, width: 400, height: 400, outline: 'M 0 0 H 400 V 400 H 0 Z' };
const seat = (seatCode: string, x: number) => ({ seatCode, number: seatCode, x, y: 100, zone: 'bow' });
const row = { label: '1', seats: [seat('1A', 60), seat('1B', 160)] };
const area = { id: 'sun', name, zone: 'sun', capacity: 5, x: 0, y: 200, width: 100, height: 100 };

const plan = (rows: object[], areas: object[]) =>
  ({
    zones: ['bow', 'sun'].map((id) => ({ id, name, tint: 1 })),
    decks: [{ ...deck, sections: [{ id: 'floor', name, rows, tables: [] }], areas }],
  }) as Geometry;

const numbered = plan([row], [area]);
const open = plan([], [area]);

describe('what a departure sells', () => {
  it('is what its row says, and no more than its plan has', () => {
    const sale = (capacity: number) => onSale({ seating: 'assigned', capacity, geometry: numbered });
    expect(sale(40)).toEqual({ seating: 'assigned', capacity: 7, plan: numbered });
    expect(sale(4)).toMatchObject({ capacity: 4 });
    expect(['event', 'zone:sun', 'zone:bow'].map((pool) => poolCapacity(sale(4), pool))).toEqual([4, 5, 0]);
  });

  it('is a seat while it is drawn, in the zone that it was sold in', () => {
    const assigned = onSale({ seating: 'assigned', capacity: 40, geometry: numbered });
    expect(hasSeat(assigned, { seatCode: '1A', zone: 'bow' })).toBe(true);
    expect(hasSeat(assigned, { seatCode: '1A', zone: 'sun' })).toBe(false);
    expect(hasSeat(assigned, { seatCode: '9Z', zone: 'bow' })).toBe(false);
    expect(hasSeat({ ...assigned, seating: 'general' }, { seatCode: '1A', zone: 'bow' })).toBe(false);
    expect(hasSeat({ ...assigned, plan: undefined }, { seatCode: '1A', zone: 'bow' })).toBe(false);
  });

  it('is without a plan where there is none, and with open areas alone in general admission', () => {
    const general = (geometry: unknown) => onSale({ seating: 'general', capacity: 40, geometry });
    expect(general(null)).toEqual({ seating: 'general', capacity: 40, plan: undefined });
    expect(general(numbered)).toEqual(general(null));
    expect(general(open)).toEqual({ seating: 'general', capacity: 5, plan: open });
  });
});
