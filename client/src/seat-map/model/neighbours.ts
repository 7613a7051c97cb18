import type { Place } from './layout.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

const ahead: Record<Direction, (from: Place, to: Place) => { along: number; across: number }> = {
  up: (from, to) => ({ along: from.y - to.y, across: Math.abs(to.x - from.x) }),
  down: (from, to) => ({ along: to.y - from.y, across: Math.abs(to.x - from.x) }),
  left: (from, to) => ({ along: from.x - to.x, across: Math.abs(to.y - from.y) }),
  right: (from, to) => ({ along: to.x - from.x, across: Math.abs(to.y - from.y) }),
};

/** Going sideways from a row should end in the same row, so what is off the line counts more. */
const offLine = 3;

/** The place one arrow key away on the drawing; undefined at the edge. */
export function neighbour(
  places: readonly Place[],
  { from, direction }: { from: Place; direction: Direction },
): Place | undefined {
  const measured = places.flatMap((place) => {
    const { along, across } = ahead[direction](from, place);
    return along > 1 ? [{ place, cost: along + across * offLine }] : [];
  });
  const start = { place: undefined as Place | undefined, cost: Infinity };
  return measured.reduce((best, next) => (next.cost < best.cost ? next : best), start).place;
}

/** The first and the last place of the row: those on the same line across the deck. */
export function rowEnds(places: readonly Place[], from: Place): { first: Place; last: Place } {
  const line = places
    .filter(({ section, row, table }) => section === from.section && row === from.row && table === from.table)
    .sort((one, other) => one.x - other.x);
  return { first: line[0] ?? from, last: line.at(-1) ?? from };
}
