import type { Found } from './find.ts';
import type { Lot } from './lots.ts';
import { groupsInOrder, type Ranking } from './ranks.ts';
import { firstFrom, type Window } from './window.ts';

export type Matches = Ranking & { found: Found; window: Window };
export type Wanted = Matches & { from: number; count: number };

/**
 * Positions `from … from + count` of the matches in the order asked for. Equal ones leave early first; downwards by
 * time is the exact reverse. Those without a price come last.
 */
export function rowsOf(wanted: Wanted): number[] {
  const { counts } = wanted.found;
  const rows: number[] = [];
  let skip = wanted.from;
  for (const group of groupsInOrder(wanted, wanted.found)) {
    const size = group.reduce((sum, place) => sum + (counts[place] as number), 0);
    const lacking = wanted.count - rows.length;
    // Not as arguments: a whole season is more of them than a call may have.
    if (skip < size)
      for (const row of inTime(wanted, group, { from: skip, count: lacking, size })) rows.push(row);
    skip = Math.max(0, skip - size);
    if (rows.length >= wanted.count) break;
  }
  return rows;
}

type Part = { from: number; count: number; size: number };

/** Few lots are merged from their own beginnings; of many, the next match is never far. */
function inTime(wanted: Wanted, group: readonly number[], { from, count, size }: Part): number[] {
  const { found, window } = wanted;
  const part = { needed: Math.min(from + count, size), down: wanted.sort === '-time' };
  const toMerge = group.reduce((sum, place) => sum + Math.min(found.counts[place] as number, part.needed), 0);
  const toScan = (part.needed / size) * (window.last - window.first);
  const first = toMerge < toScan ? merged(wanted, group, part) : scanned(wanted, group, part);
  return first.slice(from, part.needed);
}

type Needed = { needed: number; down: boolean };

function merged({ lots, found, window }: Wanted, group: readonly number[], part: Needed): number[] {
  const starts = group.flatMap((place) => firstOf(lots.all[place] as Lot, { found, window, ...part }));
  const sorted = Uint32Array.from(starts).sort();
  return [...(part.down ? sorted.reverse() : sorted)];
}

type Beginning = Pick<Wanted, 'found' | 'window'> & Needed;

export function firstOf({ positions }: Lot, { found, window, needed, down }: Beginning): number[] {
  const low = firstFrom(positions, window.first);
  const high = firstFrom(positions, window.last);
  const rows: number[] = [];
  for (let step = 0; step < high - low && rows.length < needed; step += 1) {
    const position = positions[down ? high - 1 - step : low + step] as number;
    if (found.open || found.accepts(position)) rows.push(position);
  }
  return rows;
}

/** The first that can be bought. */
export function firstOpen({ positions }: Lot, { found, window, down }: Beginning, left: Int32Array) {
  const low = firstFrom(positions, window.first);
  const high = firstFrom(positions, window.last);
  for (let step = 0; step < high - low; step += 1) {
    const position = positions[down ? high - 1 - step : low + step] as number;
    if ((left[position] as number) > 0 && (found.open || found.accepts(position))) return position;
  }
  return undefined;
}

/** Through the whole season in time, past what is not of the group. */
function scanned({ lots, found, window }: Wanted, group: readonly number[], part: Needed): number[] {
  const members = new Uint8Array(lots.all.length);
  for (const place of group) members[place] = 1;
  const rows: number[] = [];
  for (let step = 0; step < window.last - window.first && rows.length < part.needed; step += 1) {
    const position = part.down ? window.last - 1 - step : window.first + step;
    if (members[lots.lotOf[position] as number] === 0) continue;
    if (found.open || found.accepts(position)) rows.push(position);
  }
  return rows;
}
