import type { Geometry, Table } from './geometry.ts';
import { planSeats, wholeTables } from './whole-tables.ts';

const name = { ru: 'а', en: 'a', zh: 'a' };
const seat = (seatCode: string, zone = 'hall') => ({ seatCode, number: '1', x: 60, y: 100, zone });
const table = (id: string, sale: Table['sale'], codes: string[]): Table => ({
  ...{ id, label: id, x: 0, y: 0, width: 50, height: 50, shape: 'rect', sale },
  seats: codes.map((code) => seat(code, 'tables')),
});

const plan: Geometry = {
  zones: ['hall', 'tables'].map((id) => ({ id, name, tint: 1 })),
  decks: [
    {
      ...{ id: 'main', name, width: 400, height: 400, outline: 'M 0 0 H 400 V 400 H 0 Z', areas: [] },
      sections: [
        {
          ...{ id: 'floor', name },
          rows: [{ label: '1', seats: [seat('1A'), seat('1B')] }],
          tables: [table('w', 'whole', ['W1', 'W2', 'W3']), table('s', 'seat', ['S1', 'S2'])],
        },
      ],
    },
  ],
};

describe('what is sold together', () => {
  it('is the seat alone, or the whole table where tables are sold whole', () => {
    expect(Object.fromEntries(planSeats(plan))).toEqual({
      '1A': { zone: 'hall', together: ['1A'] },
      '1B': { zone: 'hall', together: ['1B'] },
      S1: { zone: 'tables', together: ['S1'] },
      S2: { zone: 'tables', together: ['S2'] },
      W1: { zone: 'tables', together: ['W1', 'W2', 'W3'], wholeTable: 'w' },
      W2: { zone: 'tables', together: ['W1', 'W2', 'W3'], wholeTable: 'w' },
      W3: { zone: 'tables', together: ['W1', 'W2', 'W3'], wholeTable: 'w' },
    });
  });

  it('is read from a plan once', () => {
    expect(planSeats(plan)).toBe(planSeats(plan));
    expect(planSeats(structuredClone(plan))).not.toBe(planSeats(plan));
  });

  it('is asked for whole, each code once; a code that nobody knows stays for others to refuse', () => {
    expect(wholeTables(plan, ['W2', '1A', 'W3', 'S1', '9Z'])).toEqual(['W1', 'W2', 'W3', '1A', 'S1', '9Z']);
  });
});
