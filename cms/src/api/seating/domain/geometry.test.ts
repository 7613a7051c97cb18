import fc from 'fast-check';
import { toSvg } from './deck-drawing.ts';
import { geometryProblems, readGeometry } from './geometry-problems.ts';
import { areas, capacity, type Geometry, seats, zones } from './geometry.ts';
import { isInside, outlinePolygon } from './outline.ts';

const text = (ru: string, en: string, zh: string) => ({ ru, en, zh });

function seat(seatCode: string, x: number, y: number, zone = 'stern') {
  return { seatCode, number: seatCode, x, y, zone };
}

function plan(): Geometry {
  return {
    zones: [
      { id: 'bow', name: text('Нос', 'Bow', '船头'), tint: 1 },
      { id: 'stern', name: text('Корма', 'Stern', '船尾'), tint: 2 },
    ],
    decks: [
      {
        id: 'main',
        name: text('Главная <палуба>', 'Main deck', '主甲板'),
        width: 600,
        height: 1000,
        outline: 'M 300 0 Q 600 100 600 400 L 600 1000 H 0 V 400 Q 0 100 300 0 Z',
        sections: [
          {
            id: 'hall',
            name: text('Зал', 'Hall', '大厅'),
            rows: [
              {
                label: '1',
                seats: [seat('1A', 200, 300, 'bow'), { ...seat('1B', 300, 300), accessible: true }],
              },
            ],
            tables: [
              {
                id: 'table-1',
                label: 'T1',
                x: 200,
                y: 500,
                width: 100,
                height: 100,
                shape: 'round',
                sale: 'whole',
                seats: [seat('T1-1', 150, 550), seat('T1-2', 350, 550)],
              },
            ],
          },
        ],
        areas: [
          {
            id: 'open',
            name: text('Открытая', 'Open deck', '露天甲板'),
            zone: 'bow',
            capacity: 30,
            x: 50,
            y: 700,
            width: 400,
            height: 200,
          },
        ],
      },
    ],
  };
}

function changed(change: (deck: Geometry['decks'][number], geometry: Geometry) => void): unknown {
  const geometry = plan();
  change(geometry.decks[0]!, geometry);
  return geometry;
}

describe('a seating plan', () => {
  it('knows its seats, areas and places', () => {
    expect(geometryProblems(plan())).toEqual([]);
    expect(seats(plan()).map((one) => one.seatCode)).toEqual(['1A', '1B', 'T1-1', 'T1-2']);
    expect(seats(plan())[2]).toMatchObject({ deck: 'main', section: 'hall', table: 'T1' });
    expect(areas(plan()).map((area) => area.id)).toEqual(['open']);
    expect(capacity(plan())).toBe(34);
    expect(zones(plan()).map((zone) => [zone.id, zone.capacity])).toEqual([
      ['bow', 31],
      ['stern', 3],
    ]);
  });

  it('has zones whose places sum to the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('bow', 'stern'), { maxLength: 12 }), (names) => {
        const geometry = changed((deck) => {
          deck.sections[0]!.rows[0]!.seats.push(
            ...names.map((zone, index) => seat(`X${index}`, 20 + index * 40, 950, zone)),
          );
        }) as Geometry;
        expect(geometryProblems(geometry)).toEqual([]);
        expect(zones(geometry).reduce((total, zone) => total + zone.capacity, 0)).toBe(capacity(geometry));
      }),
    );
  });

  it.each([
    ['a seat drawn twice', changed((deck) => (deck.sections[0]!.rows[0]!.seats[1]!.seatCode = '1A')), '1A'],
    ['an unknown zone', changed((deck) => (deck.areas[0]!.zone = 'mast')), 'open'],
    [
      'a seat in the water',
      changed((deck) => Object.assign(deck.sections[0]!.rows[0]!.seats[0]!, { x: 5, y: 5 })),
      '1A',
    ],
    ['seats on each other', changed((deck) => (deck.sections[0]!.rows[0]!.seats[1]!.x = 210)), '1B'],
    ['an area past the deck', changed((deck) => (deck.areas[0]!.width = 900)), 'open'],
    ['an open outline', changed((deck) => (deck.outline = 'M 0 0 L 10 10 L 20 0')), 'main'],
    ['an id used twice', changed((deck) => (deck.areas[0]!.id = 'table-1')), 'table-1'],
    ['a text that lacks a language', changed((deck) => (deck.name.zh = ' ')), 'decks.0.name.zh'],
    ['a field nobody knows', changed((deck) => Object.assign(deck, { colour: 'red' })), 'decks.0'],
    ['nothing', undefined, ''],
  ])('tells %s in three languages', (_name, value, where) => {
    const problems = geometryProblems(value);
    expect(problems.map((problem) => problem.where)).toEqual([where]);
    expect(problems[0]!.message.ru).toMatch(/[а-я]/i);
    expect(problems[0]!.message.zh).toMatch(/\p{Script=Han}/u);
    expect(readGeometry(value)).toBeUndefined();
  });

  it('refuses a plan without one place', () => {
    const empty = changed((deck) => Object.assign(deck, { sections: [], areas: [] }));
    expect(geometryProblems(empty).map((problem) => problem.where)).toEqual(['decks']);
  });
});

describe('an outline', () => {
  it('is read with lines, edges and curves', () => {
    const ship = outlinePolygon('M50 0 C100 0 100 50 100 50 L100 100 0 100 V50 Q0 0 50 0Z')!;
    expect(isInside({ x: 50, y: 60 }, ship)).toBe(true);
    expect(isInside({ x: 2, y: 2 }, ship)).toBe(false);
    expect(isInside({ x: 101, y: 60 }, ship)).toBe(false);
  });

  it.each(['', 'L 0 0 Z', 'M 0 0 L 1 Z', 'M 0 0 Z', 'M 0 0 <script>', 'M 0 0 A 1 1 0 0 0 5 5 Z'])(
    'is refused when it is %p',
    (path) => expect(outlinePolygon(path)).toBeUndefined(),
  );
});

describe('the drawing of a deck', () => {
  it('shows every seat, table and area once, in one language, escaped', () => {
    const svg = toSvg(plan(), { deck: 'main', locale: 'ru' })!;
    expect(svg.match(/data-seat=/g)).toHaveLength(4);
    expect(svg).toContain('data-table="table-1"');
    expect(svg).toContain('Открытая · 30');
    expect(svg).toContain('aria-label="Главная &lt;палуба&gt;"');
    expect(toSvg(plan(), { deck: 'main', locale: 'zh' })).toContain('露天甲板');
  });

  it('is nothing for a deck that is not there', () => {
    expect(toSvg(plan(), { deck: 'sun', locale: 'ru' })).toBeUndefined();
  });
});
