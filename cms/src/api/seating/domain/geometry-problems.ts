import { type Locale, type Localized, pick } from '@gangway/kit';
import { areas, capacity, type Deck, deckSeats, type Geometry, geometrySchema, seats } from './geometry.ts';
import { isInside, outlinePolygon, type Point } from './outline.ts';

/** One thing wrong with a drawing: where (`decks.0.outline`, a seat code, an id) and a sentence for the person. */
export type GeometryProblem = { where: string; message: Localized };

/** Two chairs cannot stand closer than this; centimetres between their centres. */
export const leastSeatDistance = 30;

/** What is wrong with a value that should be a drawing; an empty list means it is one. */
export function geometryProblems(value: unknown): GeometryProblem[] {
  const parsed = geometrySchema.safeParse(value);
  if (!parsed.success) return parsed.error.issues.map((issue) => shapeProblem(issue.path.join('.')));
  const geometry = parsed.data;
  return [
    ...repeats(geometry),
    ...unknownZones(geometry),
    ...geometry.decks.flatMap((deck) => deckProblems(deck)),
    ...(capacity(geometry) > 0 ? [] : [noPlaces]),
  ];
}

/** The drawing, or undefined when `geometryProblems` has something to say. */
export function readGeometry(value: unknown): Geometry | undefined {
  return geometryProblems(value).length === 0 ? geometrySchema.parse(value) : undefined;
}

const noPlaces: GeometryProblem = {
  where: 'decks',
  message: {
    ru: 'На схеме нет ни одного места.',
    en: 'The plan has no places at all.',
    zh: '座位图中没有任何座位。',
  },
};

function shapeProblem(where: string): GeometryProblem {
  return {
    where,
    message: {
      ru: `Схема мест заполнена неверно: ${where || 'нет данных'}.`,
      en: `The plan is filled in wrongly: ${where || 'it is empty'}.`,
      zh: `座位图填写有误：${where || '没有数据'}。`,
    },
  };
}

function repeats(geometry: Geometry): GeometryProblem[] {
  const codes = repeated(seats(geometry).map((seat) => seat.seatCode));
  return [
    ...codes.map(repeatedSeat),
    ...[...repeatedIds(geometry)].map((id) => ({
      where: id,
      message: {
        ru: `Обозначение ${id} встречается на схеме дважды.`,
        en: `The id ${id} is used twice in the plan.`,
        zh: `座位图中的标识 ${id} 重复。`,
      },
    })),
  ];
}

function repeatedIds({ zones, decks }: Geometry): string[] {
  const ids = (rows: { id: string }[]) => rows.map((row) => row.id);
  const sections = decks.flatMap((deck) => deck.sections);
  const parts = [
    ...sections,
    ...sections.flatMap((section) => section.tables),
    ...decks.flatMap((deck) => deck.areas),
  ];
  return [...repeated(ids(zones)), ...repeated(ids(decks)), ...repeated(ids(parts))];
}

function repeatedSeat(code: string): GeometryProblem {
  return {
    where: code,
    message: {
      ru: `Место ${code} нарисовано дважды: у каждого места свой код.`,
      en: `Seat ${code} is drawn twice: each seat has a code of its own.`,
      zh: `座位 ${code} 重复：每个座位的编号必须唯一。`,
    },
  };
}

function repeated(values: string[]): string[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const value of values) (seen.has(value) ? again : seen).add(value);
  return [...again];
}

function unknownZones(geometry: Geometry): GeometryProblem[] {
  const known = new Set(geometry.zones.map((zone) => zone.id));
  const users = [
    ...seats(geometry).map((seat) => ({ where: seat.seatCode, zone: seat.zone })),
    ...areas(geometry).map((area) => ({ where: area.id, zone: area.zone })),
  ];
  return users.filter((user) => !known.has(user.zone)).map(unknownZone);
}

function unknownZone({ where, zone }: { where: string; zone: string }): GeometryProblem {
  return {
    where,
    message: {
      ru: `Для ${where} указана зона «${zone}», которой на схеме нет.`,
      en: `${where} is in the zone “${zone}”, which the plan does not have.`,
      zh: `${where} 所属的区域“${zone}”在座位图中不存在。`,
    },
  };
}

function deckProblems(deck: Deck): GeometryProblem[] {
  const polygon = outlinePolygon(deck.outline);
  if (!polygon) return [badOutline(deck)];
  return [...outside(deck, polygon), ...overlaps(deck)];
}

function badOutline({ id, name }: Deck): GeometryProblem {
  return named(id, name, {
    ru: (deck) => `Контур палубы «${deck}» не замкнут: нужна линия от M до Z.`,
    en: (deck) => `The outline of “${deck}” is not closed: draw one line from M to Z.`,
    zh: (deck) => `“${deck}”的轮廓未闭合：请用 M 到 Z 绘制一条闭合线。`,
  });
}

type Sentence = Record<Locale, (name: string) => string>;

function named(where: string, name: Localized, sentence: Sentence): GeometryProblem {
  const say = (locale: Locale) => pick(sentence, locale)(pick(name, locale));
  return { where, message: { ru: say('ru'), en: say('en'), zh: say('zh') } };
}

function outside(deck: Deck, polygon: Point[]): GeometryProblem[] {
  const lost = [
    ...deckSeats(deck)
      .filter((seat) => !isInside(seat, polygon))
      .map((seat) => seat.seatCode),
    ...boxes(deck)
      .filter((box) => box.x + box.width > deck.width || box.y + box.height > deck.height)
      .map((box) => box.id),
  ];
  return lost.map((where) => outsideDeck(where, deck.name));
}

function boxes(deck: Deck) {
  return [...deck.areas, ...deck.sections.flatMap((section) => section.tables)];
}

function outsideDeck(where: string, deck: Localized): GeometryProblem {
  return named(where, deck, {
    ru: (name) => `${where}: нарисовано за пределами палубы «${name}».`,
    en: (name) => `${where} is drawn outside “${name}”.`,
    zh: (name) => `${where} 超出了“${name}”的范围。`,
  });
}

/** Each seat with the first one drawn before it that stands too close. */
function overlaps(deck: Deck): GeometryProblem[] {
  // Halls have tens of thousands of seats: only those of the nine cells around a seat can be near it.
  const cells = new Map<string, PlacedSeat[]>();
  return deckSeats(deck).flatMap((seat, index) => {
    const placed = { ...seat, index };
    const close = around(placed, cells).find((other) => distance(placed, other) < leastSeatDistance);
    const key = cellKey(cellOf(placed));
    cells.set(key, [...(cells.get(key) ?? []), placed]);
    return close ? [overlap(close.seatCode, seat.seatCode)] : [];
  });
}

type PlacedSeat = Point & { seatCode: string; index: number };

const cellOf = ({ x, y }: Point): Point => ({
  x: Math.floor(x / leastSeatDistance),
  y: Math.floor(y / leastSeatDistance),
});
const cellKey = ({ x, y }: Point): string => `${x} ${y}`;
const steps = [-1, 0, 1];

/** What stands in the cell of a point and in those that touch it, in the order in which it was drawn. */
function around(point: Point, cells: ReadonlyMap<string, PlacedSeat[]>): PlacedSeat[] {
  const { x, y } = cellOf(point);
  return steps
    .flatMap((right) => steps.flatMap((down) => cells.get(cellKey({ x: x + right, y: y + down })) ?? []))
    .sort((left, right) => left.index - right.index);
}

function distance(left: Point, right: Point): number {
  return Math.hypot(left.x - right.x, left.y - right.y);
}

function overlap(first: string, second: string): GeometryProblem {
  return {
    where: second,
    message: {
      ru: `Места ${first} и ${second} накладываются друг на друга.`,
      en: `Seats ${first} and ${second} stand on each other.`,
      zh: `座位 ${first} 与 ${second} 重叠。`,
    },
  };
}
