import { type Geometry, type PlacedSeat, seats } from './geometry.ts';
import { holdTerms } from './hold-terms.ts';
import { planSeats } from './whole-tables.ts';

type Place = { seatCode: string; zone: string };
type Taken = Pick<ReadonlySet<string>, 'has'>;
type Choice = { plan: Geometry; taken: Taken };

/** What is asked for: so many seats, in one zone or any, for people in wheelchairs or not. */
export type Wish = { count: number; zone?: string | undefined; accessible?: boolean | undefined };

type Choosing = Choice & Wish & { skip?: number };
type IsOpen = (seat: PlacedSeat) => boolean;

/**
 * The best free seats: side by side in one row where there are so many, nearest the front and the centre line;
 * else the best ones wherever they are. Accessible seats are given to those who ask for them, and to others only
 * when nothing else is left. Tables that are sold whole are not broken up. Undefined when there are too few. With
 * `skip`, so many good choices side by side are left to others where there are more.
 */
export function bestAvailable(choosing: Choosing): Place[] | undefined {
  const { plan, taken, count, zone, accessible = false } = choosing;
  const { nearest } = rankingOf(plan);
  const isFree: IsOpen = ({ seatCode, zone: own }) => !taken.has(seatCode) && (!zone || own === zone);
  const isFitting: IsOpen = (seat) => (seat.accessible ?? false) === accessible && isFree(seat);
  const fitting = firstOf(nearest, { count, isOpen: isFitting });
  const isOpen = accessible || fitting.length === count ? isFitting : isFree;
  const together = sideBySide(choosing, isOpen);
  const chosen = together ?? firstOf(nearest, { count, isOpen });
  return chosen.length < count ? undefined : chosen.map(placeOf);
}

function firstOf(seats: readonly PlacedSeat[], { count, isOpen }: { count: number; isOpen: IsOpen }) {
  const found: PlacedSeat[] = [];
  for (const seat of seats) {
    if (found.length === count) break;
    if (isOpen(seat)) found.push(seat);
  }
  return found;
}

function sideBySide({ plan, count, skip = 0 }: Choosing, isOpen: IsOpen): PlacedSeat[] | undefined {
  // Nobody may hold more, so that no ranking is made for it.
  if (count > holdTerms.places) return undefined;
  const { inRows } = rankingOf(plan);
  const found: number[] = [];
  for (const start of runsOf(plan, count)) {
    if (found.length > skip) break;
    if (isRunOpen(inRows, { start, count, isOpen })) found.push(start);
  }
  const start = found.length > skip ? found[skip] : found[0];
  return start === undefined ? undefined : inRows.slice(start, start + count);
}

type Run = { start: number; count: number; isOpen: IsOpen };

function isRunOpen(inRows: readonly PlacedSeat[], { start, count, isOpen }: Run): boolean {
  for (let at = start; at < start + count; at += 1) if (!isOpen(inRows[at] as PlacedSeat)) return false;
  return true;
}

/** For each place wanted one of its zone that is free: itself, else the next best. Undefined when there are too few. */
export function nextBest({
  plan,
  taken,
  wanted,
}: Choice & { wanted: readonly Place[] }): Place[] | undefined {
  const mine = new Set(wanted.filter(({ seatCode }) => !taken.has(seatCode)).map(({ seatCode }) => seatCode));
  const gone = { has: (seatCode: string) => taken.has(seatCode) || mine.has(seatCode) };
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

/** What does not change as seats are taken: the order in which single seats are tried, for each plan once. */
type Ranking = {
  nearest: PlacedSeat[];
  /** Row by row, each from port to starboard, and where each row ends. */
  inRows: PlacedSeat[];
  ends: Int32Array;
  distances: Float64Array;
  /** By length: where runs of single seats begin, the nearest first. */
  runs: Map<number, Int32Array>;
};

const rankings = new WeakMap<Geometry, Ranking>();

function rankingOf(plan: Geometry): Ranking {
  const known = rankings.get(plan) ?? ranked(plan);
  rankings.set(plan, known);
  return known;
}

function ranked(plan: Geometry): Ranking {
  const distance = distances(plan);
  const single = singleSeats(plan);
  const rows = rowsOf(single);
  const inRows = rows.flat();
  const nearest = [...single].sort((left, right) => distance(left) - distance(right));
  const ends = new Int32Array(inRows.length);
  rows.reduce(
    (start, row) => ends.fill(start + row.length, start, start + row.length) && start + row.length,
    0,
  );
  return { nearest, inRows, ends, distances: Float64Array.from(inRows, distance), runs: new Map() };
}

function runsOf(plan: Geometry, count: number): Int32Array {
  const ranking = rankingOf(plan);
  const known = ranking.runs.get(count) ?? rankedRuns(ranking, count);
  ranking.runs.set(count, known);
  return known;
}

function rankedRuns({ ends, distances: far }: Ranking, count: number): Int32Array {
  const totals = far.map((_, start) => far.subarray(start, start + count).reduce((sum, one) => sum + one, 0));
  const starts = Int32Array.from(ends.keys()).filter((start) => start + count <= (ends[start] ?? 0));
  return starts.sort((left, right) => (totals[left] ?? 0) - (totals[right] ?? 0) || left - right);
}

function singleSeats(plan: Geometry): PlacedSeat[] {
  const known = planSeats(plan);
  return seats(plan).filter(({ seatCode }) => known.get(seatCode)?.together.length === 1);
}

/** Rows and tables are kept together, from port to starboard. */
function rowsOf(places: readonly PlacedSeat[]): PlacedSeat[][] {
  const rowKey = ({ deck, section, row, table }: PlacedSeat) => JSON.stringify([deck, section, row, table]);
  return [...Map.groupBy(places, rowKey).values()].map((row) =>
    row.sort((left, right) => left.x - right.x || left.y - right.y),
  );
}

/** How far a seat is from where people like to sit: the bow, and the middle of the deck. Centimetres. */
function distances({ decks }: Geometry): (seat: PlacedSeat) => number {
  const middle = new Map(decks.map(({ id, width }, at) => [id, { x: width / 2, deck: at }]));
  return ({ deck, x, y }) => {
    const { x: centre = 0, deck: at = 0 } = middle.get(deck) ?? {};
    return y + Math.abs(x - centre) + at;
  };
}
