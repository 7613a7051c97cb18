import { bestAvailable, nextBest } from './best-available.ts';
import type { Deck, Geometry, Seat, Table } from './geometry.ts';

const name = { ru: 'а', en: 'a', zh: 'a' };

type Spot = [code: string, x: number, y: number, more?: Partial<Seat>];

const seat = ([seatCode, x, y, more]: Spot): Seat => ({ seatCode, number: '1', x, y, zone: 'hall', ...more });

function deck(id: string, rows: Spot[][], tables: Table[] = []): Deck {
  return {
    ...{ id, name, width: 400, height: 2000, outline: 'M 0 0 H 400 V 2000 H 0 Z', areas: [] },
    sections: [
      {
        ...{ id: `${id}-hall`, name, tables },
        rows: rows.map((spots, at) => ({ label: String(at + 1), seats: spots.map(seat) })),
      },
    ],
  };
}

const plan = (...decks: Deck[]): Geometry => ({
  zones: ['hall', 'side'].map((id) => ({ id, name, tint: 1 })),
  decks,
});

const codes = (places: readonly { seatCode: string }[] | undefined) =>
  places?.map(({ seatCode }) => seatCode);
/** Of a plan of its own each time: the ranking that was made for another question must not answer. */
const best = (geometry: Geometry, count: number, more: object = {}) =>
  codes(bestAvailable({ plan: structuredClone(geometry), taken: new Set<string>(), count, ...more }));

/** The middle of the deck is at 200. */
const front: Spot[] = [
  ['F1', 60, 100],
  ['F2', 160, 100],
  ['F3', 220, 100],
  ['F4', 340, 100],
];
const back: Spot[] = [
  ['B1', 140, 500],
  ['B2', 200, 500],
  ['B3', 260, 500],
];
const hall = plan(deck('main', [front, back]));
const seats = (at: number) => hall.decks[at]?.sections[0]?.rows.flatMap((row) => row.seats) ?? [];

describe('the best available seats', () => {
  it('are those nearest to the front and the middle', () => {
    expect(best(hall, 1)).toEqual(['F3']);
    expect(best(hall, 2)).toEqual(['F2', 'F3']);
    expect(best(hall, 1, { taken: new Set(['F3']) })).toEqual(['F2']);
    expect(best(hall, 1, { taken: new Set(['F2', 'F3']) })).toEqual(['F1']);
    expect(best(hall, 1, { taken: new Set(['F1', 'F2', 'F3', 'F4']) })).toEqual(['B2']);
  });

  it('stay side by side further back rather than apart in front', () => {
    expect(best(hall, 3, { taken: new Set(['F2']) })).toEqual(['B1', 'B2', 'B3']);
  });

  it('are apart only where no row has room: then each is as good as it can be', () => {
    expect(best(hall, 3, { taken: new Set(['F2', 'B2']) })).toEqual(['F3', 'F1', 'F4']);
  });

  it('are the last ones when just so many are left, and none when one is missing', () => {
    expect(best(hall, 7)).toHaveLength(7);
    expect(best(hall, 8)).toBeUndefined();
  });

  it('come in the order in which one walks along the row, however it was drawn', () => {
    const drawn = (...spots: Spot[]) => plan(deck('main', [spots]));
    const [one, two, three, four] = front as [Spot, Spot, Spot, Spot];
    for (const crooked of [drawn(three, one, four, two), drawn(two, four, one, three)])
      expect(best(crooked, 2)).toEqual(['F2', 'F3']);
    const column: Spot[] = [
      ['C2', 200, 200],
      ['C3', 200, 300],
      ['C1', 200, 100],
    ];
    expect(best(drawn(...column), 2)).toEqual(['C1', 'C2']);
  });

  it('leave as many good choices side by side to others as are passed over, where there are more', () => {
    const chosen = [0, 1, 2, 3].map((skip) => best(plan(deck('main', [back, front])), 3, { skip }));
    expect(chosen).toEqual([
      ['F1', 'F2', 'F3'],
      ['F2', 'F3', 'F4'],
      ['B1', 'B2', 'B3'],
      ['F1', 'F2', 'F3'],
    ]);
    expect(best(hall, 3, { skip: 1, taken: new Set(['F2', 'B2']) })).toEqual(['F3', 'F1', 'F4']);
  });

  it('are side by side for as many as one buyer may hold, and not for more', () => {
    const row = (y: number, length: number) =>
      Array.from({ length }, (_, at): Spot => [`${y}-${at}`, 30 * at, y]);
    const big = plan(deck('main', [row(100, 8), row(200, 8), row(900, 13)]));
    const rows = (count: number) => new Set(best(big, count)?.map((code) => code.split('-')[0]));
    expect(rows(12)).toEqual(new Set(['900']));
    expect(rows(13)).toEqual(new Set(['100', '200']));
  });

  it('are of the zone that was asked for', () => {
    const sides = plan(deck('main', [[['S1', 300, 900, { zone: 'side' }]], front]));
    expect(best(sides, 1)).toEqual(['F3']);
    expect(bestAvailable({ plan: sides, taken: new Set(), count: 1, zone: 'side' })).toEqual([
      { seatCode: 'S1', zone: 'side' },
    ]);
    expect(best(sides, 2, { zone: 'side' })).toBeUndefined();
  });

  it('are on the upper deck of two alike', () => {
    const two = plan(deck('first', [[['D1', 200, 100]]]), deck('second', [[['D2', 200, 100]]]));
    expect(best(two, 1)).toEqual(['D1']);
    expect(best(plan(...two.decks.toReversed()), 1)).toEqual(['D2']);
  });

  it('never break up a table that is sold whole, and count the chairs of others one by one', () => {
    const table = (sale: 'seat' | 'whole'): Table => ({
      ...{ id: 'round', label: 'T', x: 0, y: 0, width: 50, height: 50, shape: 'round', sale },
      seats: [seat(['T1', 200, 10]), seat(['T2', 260, 10])],
    });
    expect(best(plan(deck('main', [front], [table('whole')])), 2)).toEqual(['F2', 'F3']);
    expect(best(plan(deck('main', [front], [table('seat')])), 2)).toEqual(['T1', 'T2']);
  });

  describe('for people in wheelchairs', () => {
    const accessible = { accessible: true };
    const mixed = plan(
      deck('main', [
        [
          ['W1', 200, 50, accessible],
          ['W2', 260, 50, accessible],
        ],
        [['N1', 200, 600]],
      ]),
    );

    it('are the places made for them, and no others', () => {
      expect(best(mixed, 1, accessible)).toEqual(['W1']);
      expect(best(mixed, 2, accessible)).toEqual(['W1', 'W2']);
      expect(best(mixed, 3, accessible)).toBeUndefined();
    });

    it('go to others only when nothing else is left', () => {
      expect(best(mixed, 1)).toEqual(['N1']);
      expect(best(mixed, 1, { accessible: false })).toEqual(['N1']);
      expect(best(mixed, 1, { taken: new Set(['N1']) })).toEqual(['W1']);
      expect(best(mixed, 2)).toEqual(['W1', 'W2']);
    });
  });
});

describe('the next best seats', () => {
  it('replace what is gone by the best of its zone, and keep the order that was asked for', () => {
    const [first, second, third] = seats(0).slice(0, 3) as [Seat, Seat, Seat];
    const places = nextBest({ plan: hall, taken: new Set(['F2']), wanted: [first, second, third] });
    expect(codes(places)).toEqual(['F1', 'F4', 'F3']);
  });

  it('never give to one what is kept for another', () => {
    const wanted = seats(0).filter(({ seatCode }) => ['F2', 'F3'].includes(seatCode));
    expect(codes(nextBest({ plan: hall, taken: new Set(['F2']), wanted }))).toEqual(['F1', 'F3']);
  });

  it('are nothing when one zone has too few', () => {
    const taken = new Set(seats(0).map(({ seatCode }) => seatCode));
    const [one] = seats(0);
    expect(nextBest({ plan: hall, taken, wanted: [one as Seat] })).toBeUndefined();
  });
});
