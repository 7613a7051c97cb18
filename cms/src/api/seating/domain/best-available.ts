import { type Geometry, type PlacedSeat, seats } from './geometry.ts';
import { planSeats } from './whole-tables.ts';

type Place = { seatCode: string; zone: string };
type Choice = { plan: Geometry; taken: ReadonlySet<string> };

/** What is asked for: so many seats, in one zone or any, for people in wheelchairs or not. */
export type Wish = { count: number; zone?: string | undefined; accessible?: boolean | undefined };

/**
 * The best free seats: side by side in one row where there are so many, nearest the front and the centre line;
 * else the best ones wherever they are. Accessible seats are given to those who ask for them, and to others only
 * when nothing else is left. Tables that are sold whole are not broken up. Undefined when there are too few.
 */
export function bestAvailable(choice: Choice & Wish): Place[] | undefined {
  const { plan, count } = choice;
  const open = openSeats(choice);
  if (open.size < count) return undefined;
  const distance = distances(plan);
  const near = (left: PlacedSeat[], right: PlacedSeat[]) => total(left, distance) - total(right, distance);
  const [together] = rowsOf(plan)
    .flatMap((row) => windows(row, count))
    .filter((run) => run.every((seat) => open.has(seat.seatCode)))
    .sort(near);
  const apart = () => [...open.values()].sort((left, right) => near([left], [right])).slice(0, count);
  return (together ?? apart()).map(placeOf);
}

function openSeats({ plan, taken, count, zone, accessible = false }: Choice & Wish): Map<string, PlacedSeat> {
  const single = planSeats(plan);
  const free = seats(plan).filter(
    ({ seatCode, zone: own }) =>
      !taken.has(seatCode) && (!zone || own === zone) && single.get(seatCode)?.together.length === 1,
  );
  const fitting = free.filter((seat) => (seat.accessible ?? false) === accessible);
  const open = fitting.length >= count || accessible ? fitting : free;
  return new Map(open.map((seat) => [seat.seatCode, seat]));
}

/** For each place wanted one of its zone that is free: itself, else the next best. Undefined when there are too few. */
export function nextBest({
  plan,
  taken,
  wanted,
}: Choice & { wanted: readonly Place[] }): Place[] | undefined {
  const mine = new Set(wanted.filter(({ seatCode }) => !taken.has(seatCode)).map(({ seatCode }) => seatCode));
  const gone = new Set([...taken, ...mine]);
  const moving = Map.groupBy(
    wanted.filter(({ seatCode }) => !mine.has(seatCode)),
    ({ zone }) => zone,
  );
  const found = new Map<string, Place>();
  for (const [zone, places] of moving) {
    const best = bestAvailable({ plan, taken: gone, count: places.length, zone });
    if (!best) return undefined;
    places.forEach(({ seatCode }, at) => found.set(seatCode, best[at] as Place));
  }
  return wanted.map((place) => found.get(place.seatCode) ?? place);
}

const placeOf = ({ seatCode, zone }: PlacedSeat): Place => ({ seatCode, zone });

/** Rows and tables are kept together, from port to starboard. */
function rowsOf(plan: Geometry): PlacedSeat[][] {
  const rowKey = ({ deck, section, row, table }: PlacedSeat) => JSON.stringify([deck, section, row, table]);
  return [...Map.groupBy(seats(plan), rowKey).values()].map((row) =>
    row.sort((left, right) => left.x - right.x || left.y - right.y),
  );
}

function windows(row: readonly PlacedSeat[], count: number): PlacedSeat[][] {
  return row.slice(0, Math.max(0, row.length - count + 1)).map((_, at) => row.slice(at, at + count));
}

/** How far a seat is from where people like to sit: the bow, and the middle of the deck. Centimetres. */
function distances({ decks }: Geometry): (seat: PlacedSeat) => number {
  const middle = new Map(decks.map(({ id, width }, at) => [id, { x: width / 2, deck: at }]));
  return ({ deck, x, y }) => {
    const { x: centre = 0, deck: at = 0 } = middle.get(deck) ?? {};
    return y + Math.abs(x - centre) + at;
  };
}

const total = (run: readonly PlacedSeat[], distance: (seat: PlacedSeat) => number) =>
  run.reduce((sum, seat) => sum + distance(seat), 0);
