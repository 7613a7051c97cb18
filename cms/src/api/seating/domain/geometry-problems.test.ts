import { geometryProblems, leastSeatDistance, readGeometry } from './geometry-problems.ts';
import type { Deck, Geometry, Seat, Table } from './geometry.ts';

const name = { ru: 'Палуба', en: 'Deck', zh: '甲板' };
const seat = (seatCode: string, x: number, y: number, more: Partial<Seat> = {}): Seat => ({
  ...{ seatCode, number: '1', x, y, zone: 'hall' },
  ...more,
});
const area = (change: object = {}) => ({
  ...{ id: 'open', name, zone: 'hall', capacity: 3, x: 0, y: 0, width: 100, height: 100 },
  ...change,
});
const table = (change: Partial<Table> = {}): Table => ({
  ...{ id: 't', label: 'T', x: 0, y: 0, width: 50, height: 50, shape: 'round', sale: 'whole' },
  seats: [seat('T1', 500, 500)],
  ...change,
});
const section = (id: string, seats: Seat[], tables: Table[] = []) => ({
  ...{ id, name, tables },
  rows: seats.length > 0 ? [{ label: '1', seats }] : [],
});
const deck = (change: Partial<Deck> = {}): Deck => ({
  ...{ id: 'main', name, width: 1000, height: 600, outline: 'M 0 0 H 1000 V 600 H 0 Z' },
  ...{ sections: [section('floor', [seat('1A', 100, 100)])], areas: [] },
  ...change,
});
const zone = (id: string) => ({ id, name, tint: 1 });
const plan = (...decks: Deck[]): Geometry => ({ zones: [zone('hall')], decks });

const places = (value: unknown) => geometryProblems(value).map(({ where }) => where);
const said = (value: unknown) => geometryProblems(value).map(({ message }) => message);
const seatPath = (field: string) => `decks.0.sections.0.rows.0.seats.0.${field}`;
/** What it is, the drawing, and where it is wrong. */
type Wrong = [what: string, drawing: unknown, where: string];
const withSeats = (...seats: Seat[]) => plan(deck({ sections: [section('floor', seats)] }));

describe('a drawing', () => {
  it('is read when nothing is wrong with it', () => {
    const good = plan(deck({ areas: [area()] }));
    expect(geometryProblems(good)).toEqual([]);
    expect(readGeometry(good)).toEqual(good);
    expect(readGeometry({ ...good, decks: [] })).toBeUndefined();
  });

  it('names where it is filled in wrongly, or that it is empty', () => {
    const wide = { ...plan(deck()), decks: [{ ...deck(), width: 'wide' }] };
    expect(places(wide)).toEqual(['decks.0.width']);
    expect(said(wide)[0]?.zh).toContain('decks.0.width');
    expect(said(undefined)).toEqual([
      {
        ru: 'Схема мест заполнена неверно: нет данных.',
        en: 'The plan is filled in wrongly: it is empty.',
        zh: '座位图填写有误：没有数据。',
      },
    ]);
  });

  it('needs a place, numbered or not', () => {
    const empty = plan(deck({ sections: [] }));
    expect(places(empty)).toEqual(['decks']);
    expect(said(empty)[0]?.en).toBe('The plan has no places at all.');
    expect(places(plan(deck({ sections: [], areas: [area({ capacity: 1 })] })))).toEqual([]);
  });
});

describe('the values of a drawing', () => {
  const cm = 100_000;
  const zoneOf = (id: string, tint: number) => ({
    ...plan(deck()),
    zones: [zone('hall'), { ...zone(id), tint }],
  });
  const coded = (seatCode: string) => withSeats(seat(seatCode, 100, 100));
  const numbered = (number: string) => withSeats(seat('1A', 100, 100, { number }));
  const tables = (...own: object[]) =>
    plan(
      deck({
        sections: [
          section(
            'floor',
            [],
            own.map((change) => table(change)),
          ),
        ],
      }),
    );

  it.each([
    ['the shortest id and tint', zoneOf('b', 1)],
    ['an id of several words and the last tint', zoneOf('upper-deck-2', 6)],
    ['the longest number', numbered('12-abCD9')],
    ['the shortest seat code', coded('A')],
    ['the longest seat code', coded(`a${'-'.repeat(23)}`)],
    ['the largest deck', plan(deck({ width: cm, height: cm }))],
    ['the fullest area', plan(deck({ areas: [area({ capacity: cm })] }))],
    ['tables of both kinds', tables({ shape: 'rect', sale: 'seat' })],
    ['a deck without seats', plan(deck(), deck({ id: 'roof', sections: [] }))],
  ])('may be %s', (_, value) => expect(geometryProblems(value)).toEqual([]));

  it.each<Wrong>([
    ...['', 'Bow', 'the bow', '-bow', 'bow-', 'bow--deck', 'bow '].map((id): Wrong => [
      `the id “${id}”`,
      zoneOf(id, 1),
      'zones.1.id',
    ]),
    ...[0, 7, 1.5].map((tint): Wrong => [`the tint ${tint}`, zoneOf('bow', tint), 'zones.1.tint']),
    ...['', ' 1', '1 ', '123456789', 'Ж'].map((number): Wrong => [
      `the number “${number}”`,
      numbered(number),
      seatPath('number'),
    ]),
    ...['', '-1A', ' 1A', '1A ', `a${'-'.repeat(24)}`].map((code): Wrong => [
      `the seat code “${code}”`,
      coded(code),
      seatPath('seatCode'),
    ]),
    ['a seat before the bow', withSeats(seat('1A', 100, -1)), seatPath('y')],
    ['a seat past all decks', withSeats(seat('1A', cm + 1, 1)), seatPath('x')],
    ['a deck without a width', plan(deck({ width: 0 })), 'decks.0.width'],
    ['a deck that is too long', plan(deck({ height: cm + 1 })), 'decks.0.height'],
    ['an outline without end', plan(deck({ outline: 'M 0 0 H 1 Z'.padEnd(4001) })), 'decks.0.outline'],
    ['an area for nobody', plan(deck({ areas: [area({ capacity: 0 })] })), 'decks.0.areas.0.capacity'],
    ['an area for too many', plan(deck({ areas: [area({ capacity: cm + 1 })] })), 'decks.0.areas.0.capacity'],
    ['a table without seats', tables({ seats: [] }), 'decks.0.sections.0.tables.0.seats'],
    ['a table of no shape', tables({ shape: '' }), 'decks.0.sections.0.tables.0.shape'],
    ['a table sold by nobody', tables({ sale: '' }), 'decks.0.sections.0.tables.0.sale'],
    ['no zones', { ...plan(deck()), zones: [] }, 'zones'],
    ['no decks', plan(), 'decks'],
    [
      'an accessible place that is neither',
      withSeats({ ...seat('1A', 9, 9), accessible: 'no' as never }),
      seatPath('accessible'),
    ],
  ])('may not be %s', (_, value, where) => expect(places(value)).toEqual([where]));

  it.each<Wrong>([
    ['the plan', { ...plan(deck()), colour: 1 }, ''],
    ['a zone', { ...plan(deck()), zones: [{ ...zone('hall'), colour: 1 }] }, 'zones.0'],
    ['an area', plan(deck({ areas: [area({ colour: 1 })] })), 'decks.0.areas.0'],
    ['a table', tables({ colour: 1 }), 'decks.0.sections.0.tables.0'],
    ['a seat', withSeats({ ...seat('1A', 9, 9), ...{ colour: 1 } }), 'decks.0.sections.0.rows.0.seats.0'],
  ])('are those we know, in %s', (_, value, where) => expect(places(value)).toEqual([where]));
});

describe('names in a drawing', () => {
  it('are given once to seats, wherever they are drawn', () => {
    const lower = deck({ id: 'lower', sections: [section('hold', [seat('1A', 300, 300)])] });
    const twice = withSeats(seat('1A', 100, 100), seat('1A', 200, 100), seat('1A', 300, 100));
    expect(places(twice)).toEqual(['1A']);
    expect(places(plan(deck(), lower))).toEqual(['1A']);
    expect(said(twice)[0]?.en).toBe('Seat 1A is drawn twice: each seat has a code of its own.');
  });

  it('are given once to zones, to decks and to parts of decks', () => {
    const zones = { ...plan(deck()), zones: [zone('hall'), zone('bow'), zone('bow')] };
    expect(places(zones)).toEqual(['bow']);
    expect(said(zones)[0]?.en).toBe('The id bow is used twice in the plan.');
    const other = [section('roof', [seat('2A', 300, 300)])];
    expect(places(plan(deck(), deck({ sections: other })))).toEqual(['main']);
    const sections = [section('floor', [seat('1A', 100, 100)]), section('floor', [seat('2A', 300, 300)])];
    expect(places(plan(deck({ sections })))).toEqual(['floor']);
    const tables = [table(), table({ seats: [seat('T2', 700, 500)] })];
    expect(places(plan(deck({ sections: [section('floor', [], tables)] })))).toEqual(['t']);
    expect(places(plan(deck({ areas: [area({ id: 'floor' })] })))).toEqual(['floor']);
  });

  it('of a zone, a deck and a part may be the same', () => {
    const same = plan(deck({ id: 'hall', sections: [section('hall', [seat('1A', 100, 100)])] }));
    expect(geometryProblems(same)).toEqual([]);
  });
});

describe('zones of a drawing', () => {
  it('are there for every seat and area that names one', () => {
    const lost = plan(
      deck({
        sections: [section('floor', [seat('1A', 100, 100), seat('1B', 200, 100, { zone: 'mast' })])],
        areas: [area(), area({ id: 'roof', zone: 'sky' })],
      }),
    );
    expect(places(lost)).toEqual(['1B', 'roof']);
    expect(said(lost)[0]).toEqual({
      ru: 'Для 1B указана зона «mast», которой на схеме нет.',
      en: '1B is in the zone “mast”, which the plan does not have.',
      zh: '1B 所属的区域“mast”在座位图中不存在。',
    });
  });
});

describe('the outline of a deck', () => {
  it('is closed; what stands where is asked only then', () => {
    const open = plan(deck({ outline: 'M 0 0 H 10', areas: [area({ width: 5000 })] }));
    expect(places(open)).toEqual(['main']);
    expect(said(open)[0]).toEqual({
      ru: 'Контур палубы «Палуба» не замкнут: нужна линия от M до Z.',
      en: 'The outline of “Deck” is not closed: draw one line from M to Z.',
      zh: '“甲板”的轮廓未闭合：请用 M 到 Z 绘制一条闭合线。',
    });
  });

  it('has every seat within it', () => {
    const lost = withSeats(seat('1A', 100, 100), seat('1B', 1010, 100), seat('1C', 100, 610));
    expect(places(lost)).toEqual(['1B', '1C']);
    expect(said(lost)[0]).toEqual({
      ru: '1B: нарисовано за пределами палубы «Палуба».',
      en: '1B is drawn outside “Deck”.',
      zh: '1B 超出了“甲板”的范围。',
    });
  });

  it.each([
    ['reaches its right edge', { x: 900, width: 100 }, []],
    ['passes its right edge', { x: 901, width: 100 }, ['open']],
    ['reaches its stern', { y: 500, height: 100 }, []],
    ['passes its stern', { y: 501, height: 100 }, ['open']],
  ])('holds an area that %s or not', (_, box, where) => {
    expect(places(plan(deck({ areas: [area(box)] })))).toEqual(where);
  });

  it('holds tables too', () => {
    const sections = [section('floor', [], [table({ x: 990 })])];
    expect(places(plan(deck({ sections })))).toEqual(['t']);
  });
});

describe('seats beside each other', () => {
  const beside = (x: number, y: number) => places(withSeats(seat('1A', 300, 300), seat('1B', x, y)));

  it('keep their distance in every direction, also across the lines of the grid', () => {
    const near = leastSeatDistance - 1;
    for (const [right, down] of [
      ...[-1, 1].map((way) => [way * near, 0] as const),
      ...[-1, 1].map((way) => [0, way * near] as const),
      ...[-21, 21].flatMap((way) => [[way, way] as const, [way, -way] as const]),
    ])
      expect(beside(300 + right, 300 + down)).toEqual(['1B']);
    for (const far of [-leastSeatDistance, leastSeatDistance]) {
      expect(beside(300 + far, 300)).toEqual([]);
      expect(beside(300, 300 + far)).toEqual([]);
    }
    expect(beside(322, 322)).toEqual([]);
  });

  it('are named with the first one that is in their way, in the order in which they were drawn', () => {
    const drawn = withSeats(seat('1A', 329, 300), seat('1B', 290, 300), seat('1C', 310, 300));
    expect(said(drawn).map(({ en }) => en)).toEqual(['Seats 1A and 1C stand on each other.']);
    expect(said(drawn)[0]?.ru).toBe('Места 1A и 1C накладываются друг на друга.');
    const crowd = withSeats(seat('1A', 300, 300), seat('1B', 331, 300), seat('1C', 301, 301));
    expect(places(crowd)).toEqual(['1C']);
    expect(places(withSeats(...[0, 1, 2].map((at) => seat(`1${at}`, 300, 300))))).toEqual(['11', '12']);
  });

  it('of two decks may stand at the same point', () => {
    const lower = deck({ id: 'lower', sections: [section('hold', [seat('2A', 100, 100)])] });
    expect(geometryProblems(plan(deck(), lower))).toEqual([]);
  });
});
