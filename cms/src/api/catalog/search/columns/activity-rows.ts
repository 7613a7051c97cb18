import type { Lot } from './lots.ts';
import { apart, rankOf } from './ranks.ts';
import { firstOf, firstOpen, type Matches } from './rows.ts';

/** An activity by the first of its departures in the order asked for that can be bought, or of all, and how many match. */
export type ActivityRow = { position: number; departures: number };

type Ranked = ActivityRow & { activity: number; rank: number; isOpen: boolean };

/** All activities that have a match, in the order asked for. `left`: places left at each position. */
export function activityRows(matches: Matches, left?: Int32Array): ActivityRow[] {
  const down = matches.sort === '-time' ? -1 : 1;
  return ranked(matches, left).sort(
    (left, right) => apart(left.rank, right.rank) || (left.position - right.position) * down,
  );
}

/** Lots of one activity stand side by side. */
function ranked(matches: Matches, left: Int32Array | undefined): Ranked[] {
  const { season, lots, found, window, sort } = matches;
  const beginning = { found, window, needed: 1, down: sort === '-time' };
  const rank = rankOf(matches);
  const rows: Ranked[] = [];
  for (const place of found.chosen) {
    const lot = lots.all[place] as Lot;
    const open = left ? firstOpen(lot, beginning, left) : undefined;
    const [position = 0] = open === undefined ? firstOf(lot, beginning) : [open];
    const activity = season.outings[lot.outing]?.activity ?? -1;
    const next = {
      activity,
      position,
      departures: found.counts[place] as number,
      rank: rank(lot),
      isOpen: open !== undefined,
    };
    const known = rows.at(-1);
    if (known?.activity === activity) join(known, next, beginning);
    else rows.push(next);
  }
  return rows;
}

function join(row: Ranked, next: Ranked, { down }: { down: boolean }): void {
  row.departures += next.departures;
  const isBefore = down ? next.position > row.position : next.position < row.position;
  const isBetter = next.rank < row.rank || (next.rank === row.rank && isBefore);
  if (next.isOpen === row.isOpen ? !isBetter : row.isOpen) return;
  const { rank, position, isOpen } = next;
  Object.assign(row, { rank, position, isOpen });
}
