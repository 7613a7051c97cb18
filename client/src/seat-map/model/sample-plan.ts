import type { Layout, Seat } from './layout.ts';
import type { Tariff } from './prices.ts';

const seat = (row: number, letter: string, x: number, zone: string): Seat => ({
  ...{ seatCode: `${row}${letter}`, number: letter, x, y: 420 + row * 105 + (row > 3 ? 60 : 0), zone },
  accessible: row === 5 && letter === 'A',
});

const row = (label: number, zone: string) => ({
  label: String(label),
  seats: ['A', 'B', 'C', 'D'].map((letter, at) => seat(label, letter, [95, 170, 290, 365][at] ?? 0, zone)),
});

const chairs = [1, 2, 3, 4].map((number): Seat => ({
  ...{ seatCode: `T1-${number}`, number: String(number), zone: 'open', accessible: false },
  ...{ x: number < 3 ? 160 : 300, y: number % 2 ? 1170 : 1240 },
}));

/** A small boat with all that a plan can have: rows, a whole table, an area, an accessible seat. */
export const sampleLayout: Layout = {
  zones: [
    { id: 'covered', name: 'Under glass', tint: 1, capacity: 12 },
    { id: 'open', name: 'Open stern', tint: 3, capacity: 12 },
    { id: 'roof', name: 'Roof', tint: 2, capacity: 8 },
  ],
  decks: [
    {
      ...{ id: 'main', name: 'Main deck', width: 460, height: 1620 },
      outline:
        'M 230 0 C 330 90 430 260 440 520 L 440 1480 Q 440 1620 340 1620 L 120 1620 Q 20 1620 20 1480 L 20 520 C 30 260 130 90 230 0 Z',
      sections: [
        {
          id: 'glass',
          name: 'Glass saloon',
          rows: [1, 2, 3].map((label) => row(label, 'covered')),
          tables: [],
        },
        {
          ...{ id: 'stern', name: 'Open stern', rows: [5].map((label) => row(label, 'open')) },
          tables: [
            {
              ...{
                id: 't1',
                label: 'T1',
                x: 190,
                y: 1120,
                width: 80,
                height: 130,
                shape: 'rect',
                sale: 'whole',
              },
              seats: chairs,
            },
          ],
        },
      ],
      areas: [
        { id: 'roof', name: 'Roof', zone: 'roof', capacity: 8, x: 110, y: 1350, width: 240, height: 170 },
      ],
    },
  ],
};

const roubles = (amount: number) => ({ amount: amount * 100, currency: 'RUB' as const });

export const sampleTariff: Tariff = {
  currency: 'RUB',
  ticketTypes: [
    { id: 'infant', name: 'Infant', ages: '0–3', occupiesPlace: false },
    { id: 'adult', name: 'Adult', ages: null, occupiesPlace: true },
    { id: 'child', name: 'Child', ages: '4–11', occupiesPlace: true },
  ],
  prices: [
    { ticketTypeId: 'infant', zone: 'covered', total: roubles(0) },
    { ticketTypeId: 'adult', zone: 'covered', total: roubles(1290) },
    { ticketTypeId: 'child', zone: 'covered', total: roubles(790) },
    { ticketTypeId: 'adult', zone: 'open', total: roubles(990) },
    { ticketTypeId: 'adult', zone: 'roof', total: roubles(500) },
  ],
};
