import type { Heard } from './hearing.ts';
import { checkoutOf, deedsOf } from './recording.ts';
import { scriptOf } from './script.ts';

const statement = (text: string, values: Heard['values'] = [], more: Partial<Heard> = {}): Heard => ({
  ...{ connection: 1, trip: 1, text, values, rows: [], failed: false },
  ...more,
});

const event = 'e'.repeat(24);
const order = `b${'1'.repeat(23)}`;
const gateway = '11989a6b-000f-5000-dfbd-609315336053';
const known = new Set([event]);
const name = 'anna-1';

const heard = [
  statement('BEGIN;'),
  statement('insert into orders', [`{"id": "${order}", "email": "${name}@buyers.example"}`, event]),
  statement('COMMIT;'),
  statement('select may the caller pay', [order], { connection: 2 }),
  statement('BEGIN;', [], { connection: 3 }),
  statement('select sweep', [event], { connection: 2 }),
  statement('update payments', [order, gateway], { connection: 3, trip: 2 }),
  statement('COMMIT;', [], { connection: 3, trip: 2 }),
  statement('select looks for tickets', [order], { connection: 4 }),
  statement('insert into payment_inbox', [gateway], { rows: [['1006000303']] }),
  statement('select looks for tickets', [order], { connection: 2 }),
  statement('BEGIN;', [], { trip: 2 }),
  statement("select nextval('admission_serials')", ['1'], { trip: 2, rows: [['1002000075']] }),
  statement('insert into admissions', [`[{"serial":1002000075,"order":"${order}"}]`], { trip: 3 }),
  statement('update payment_inbox', ['1006000303', null], { trip: 3 }),
  statement('COMMIT;', [], { trip: 3 }),
  statement('update messages', [order], { connection: 2 }),
];

const own = checkoutOf(deedsOf(heard), { name, known });

describe('what belongs to a checkout', () => {
  it('is what shares a word with it up to the settlement, without looks for tickets and letters', () => {
    expect(own.map(({ statements }) => statements.map(({ text }) => text))).toEqual([
      ['BEGIN;', 'insert into orders', 'COMMIT;'],
      ['select may the caller pay'],
      ['BEGIN;', 'update payments', 'COMMIT;'],
      ['insert into payment_inbox'],
      [
        'BEGIN;',
        "select nextval('admission_serials')",
        'insert into admissions',
        'update payment_inbox',
        'COMMIT;',
      ],
    ]);
  });

  it('has to be whole', () => {
    const half = deedsOf(heard.slice(0, 10));
    expect(() => checkoutOf(half, { name, known })).toThrow('no whole checkout');
  });
});

describe('the script of a checkout', () => {
  const script = scriptOf(own, { eventId: event, name, known });

  it('counts statements and round trips as they were heard', () => {
    expect(script).toMatchObject({ statements: 13, trips: 7 });
    expect(script.deeds.map((trips) => trips.map((trip) => trip.length))).toEqual([
      [3],
      [1],
      [1, 2],
      [1],
      [2, 3],
    ]);
  });

  it('has places for the words of another buyer, the same place for the same word', () => {
    const [, placed] = script.deeds[0]?.[0] ?? [];
    const id = { kind: 'id', at: expect.any(Number) as number };
    expect(placed?.values).toEqual([
      ['{"id": "', id, '", "email": "', { kind: 'name' }, '@buyers.example"}'],
      [{ kind: 'event' }],
    ]);
    expect(script.deeds[2]?.[1]?.[0]?.values[0]).toEqual([(placed?.values[0] as unknown[])[1]]);
  });

  it('takes the numbers that PostgreSQL gives', () => {
    const [admissions, inbox] = script.deeds[4]?.[1] ?? [];
    expect(admissions?.values[0]).toContainEqual({ kind: 'given', statement: 9, row: 0, column: 0 });
    expect(inbox?.values).toEqual([[{ kind: 'given', statement: 7, row: 0, column: 0 }], null]);
  });
});
