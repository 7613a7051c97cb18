import type { Area, Deck, Place, Section, Seat } from './layout.ts';

/** Everything is measured in centimetres of the plan. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Water around the hull. */
export const water = 130;
const zonePad = 48;
const zoneHead = 92;
const widestSeat = 60;

const seatsOf = ({ rows, tables }: Section): Seat[] => [...rows, ...tables].flatMap(({ seats }) => seats);

export const deckSeats = ({ sections }: Deck): Seat[] => sections.flatMap(seatsOf);

/** The part of the plan that is drawn: the deck with water around it. */
export const viewBox = ({ width, height }: Pick<Deck, 'width' | 'height'>): Rect => ({
  x: -water,
  y: -water,
  width: width + 2 * water,
  height: height + 2 * water,
});

/** The shortest way between two seats of the deck: what a target may measure without overlapping. */
export function pitch(deck: Deck): number {
  const all = deckSeats(deck);
  const distances = all.flatMap((one, at) =>
    all.slice(at + 1).map((other) => Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y))),
  );
  return Math.min(110, ...distances.filter((distance) => distance > 0));
}

export const seatSize = (deck: Deck): number => Math.min(widestSeat, pitch(deck) * 0.86);

/** A part of a section that shares a zone, drawn as a tinted floor with its name on top. */
export interface Floor extends Rect {
  zone: string;
  key: string;
}

export function floors(deck: Deck): Floor[] {
  return deck.sections.flatMap((section) =>
    [...Map.groupBy(seatsOf(section), ({ zone }) => zone)].map(([zone, seats]) => ({
      ...floorAround(seats, deck),
      ...{ zone, key: `${section.id}:${zone}` },
    })),
  );
}

function floorAround(seats: readonly Seat[], deck: Deck): Rect {
  const half = widestSeat / 2 + zonePad;
  const left = Math.min(...seats.map(({ x }) => x)) - half;
  const right = Math.max(...seats.map(({ x }) => x)) + half;
  const top = Math.min(...seats.map(({ y }) => y)) - half - zoneHead;
  const bottom = Math.max(...seats.map(({ y }) => y)) + half;
  const side = Math.max(left, 0);
  return { x: side, y: top, width: Math.min(right, deck.width) - side, height: bottom - top };
}

/** Where the number of a row stands: in the widest aisle, else to port of the row. */
export function rowMark(seats: readonly Seat[]): { x: number; y: number } {
  const line = [...seats].sort((one, other) => one.x - other.x);
  const gaps = line.slice(1).map((seat, at) => ({ from: line[at]?.x ?? 0, to: seat.x }));
  const widest = gaps.reduce((best, gap) => (gap.to - gap.from > best.to - best.from ? gap : best), {
    from: 0,
    to: 0,
  });
  const y = line[0]?.y ?? 0;
  const isAisle = widest.to - widest.from >= 1.55 * Math.min(...gaps.map(({ from, to }) => to - from), 110);
  return isAisle ? { x: (widest.from + widest.to) / 2, y } : { x: (line[0]?.x ?? 0) - 58, y };
}

/** Where a chair looks, in degrees: rows look at the bow, chairs of a table at the table. */
export function chairTurn(seat: Seat, { x, y, width, height }: Rect): number {
  const [dx, dy] = [x + width / 2 - seat.x, y + height / 2 - seat.y];
  if (Math.abs(dx) >= Math.abs(dy) || seat.x < x || seat.x > x + width) return dx > 0 ? 90 : -90;
  return dy > 0 ? 180 : 0;
}

/** How large the plan is drawn at first: targets of the wanted size, but no wider than the box. Pixels per centimetre. */
export function firstScale(deck: Deck, { box, target }: { box: number; target: number }): number {
  const fit = box / (deck.width + 0.9 * water);
  const wanted = deckSeats(deck).length === 0 ? fit : target / pitch(deck);
  return Math.min(Math.max(fit, 0.05), Math.max(wanted, 0.05));
}

export const scaleBounds = (first: number) => ({ min: first * 0.45, max: Math.max(first * 3, 1.2) });

/** The middle of what a place is, for cards and for scrolling to it. */
export const centreOf = ({ x, y }: Pick<Place, 'x' | 'y'>) => ({ x, y });

export const areaCentre = ({ x, y, width, height }: Area) => ({ x: x + width / 2, y: y + height / 2 });

/** A name that has room in so many centimetres of letters of a size: the whole of it stands in the legend. */
export function fitting(name: string, { width, size }: { width: number; size: number }): string {
  const wide = /[\u2E80-\uFFEF]/.test(name) ? 1 : 0.58;
  const room = Math.floor(width / (size * wide));
  return name.length <= room ? name : `${name.slice(0, Math.max(1, room - 1)).trimEnd()}…`;
}
