import { violation } from './claims-of-others.ts';
import type { Violation } from './claims-of-others.ts';
import type { QuietRefusal, Tenure } from './records.ts';

/** What the tables say of places: of each departure, and of each pool of it (`<event> <pool>`). */
export interface Room {
  capacity: ReadonlyMap<string, number>;
  taken: ReadonlyMap<string, number>;
}

/** I1, as the clients saw it: at no moment could two of them rely on one seat. */
export function tenureProblems(tenures: readonly Tenure[]): Violation[] {
  const bySeat = Map.groupBy(tenures, ({ eventId, seat }) => `${eventId} ${seat}`);
  return [...bySeat].flatMap(([seat, own]) => {
    const [first] = overlaps(own);
    if (!first) return [];
    const [one, other] = first;
    return [violation('one-holder-at-a-time', `${seat} was with ${one.holder} and ${other.holder} at once`)];
  });
}

/** Of neighbours in time; whoever holds longest is who the next one is compared with. */
function overlaps(tenures: readonly Tenure[]): [Tenure, Tenure][] {
  const found: [Tenure, Tenure][] = [];
  const sorted = tenures.filter(({ from, to }) => to > from).sort((left, right) => left.from - right.from);
  let longest = sorted[0];
  for (const next of sorted.slice(1)) {
    if (!longest) break;
    if (next.from < longest.to && next.holder !== longest.holder) found.push([longest, next]);
    if (next.to > longest.to) longest = next;
  }
  return found;
}

/** I2 from the other side: nobody is sent away while there are places. Nothing was freed since the refusal. */
export function refusalProblems(refusals: readonly QuietRefusal[], room: Room): Violation[] {
  return refusals.flatMap(({ eventId, wanted, pools }) => {
    const capacities = { event: room.capacity.get(eventId) ?? 0, ...pools };
    const free = Object.entries(capacities).map(
      ([pool, capacity]) => capacity - (room.taken.get(`${eventId} ${pool}`) ?? 0),
    );
    if (Math.min(...free) < wanted) return [];
    const what = `${eventId} refused ${wanted} with ${free.join(' and ')} free in ${Object.keys(capacities).join(' and ')}`;
    return [violation('refused-only-when-full', what)];
  });
}
