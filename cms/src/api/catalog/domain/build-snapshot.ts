import { building } from './catalogue-build.ts';
import type { CatalogueRows } from './catalogue-rows.ts';
import { atOnce } from './in-slices.ts';
import type { Snapshot } from './snapshot.ts';

/** `now` says which day the tax on products is of. */
export function buildSnapshot(
  rows: CatalogueRows,
  { version, now }: { version: number; now: Date },
): Snapshot {
  return atOnce(building(rows, { version, now })).snapshot;
}
