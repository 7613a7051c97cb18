import type { Exhibition } from './exhibition.ts';
import type { Writer } from './writer.ts';

export type Variant = 'demo' | 'small';

/** What every step of the seed has in hand. */
export interface Voyage {
  writer: Writer;
  exhibition: Exhibition;
  variant: Variant;
  /** The moment from which the season counts. */
  today: Date;
}
