import { backOffice } from './back-office.ts';
import { catalogue } from './catalogue.ts';
import { checkout } from './checkout.ts';
import { locks } from './locks.ts';
import { memory } from './memory.ts';
import type { Row } from './row.ts';
import { search } from './search.ts';
import { seatMap } from './seat-map.ts';
import { strangers } from './strangers.ts';
import { together } from './together.ts';

/**
 * In the order in which they run: what leaves much behind comes late, everything at once by a process that has done each
 * of it, and memory has seen everything.
 */
export const rows: readonly Row[] = [
  catalogue,
  search,
  backOffice,
  checkout,
  locks,
  seatMap,
  strangers,
  together,
  memory,
];
