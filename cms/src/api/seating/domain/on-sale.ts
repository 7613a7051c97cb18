import { readGeometry } from './geometry-problems.ts';
import { capacity, type Geometry, seats } from './geometry.ts';

/** What a departure sells, put together like a departure of the catalogue. */
export type OnSale = { seating: 'assigned' | 'general'; capacity: number; plan: Geometry | undefined };

/** `geometry` is of the departure's plan, else of its vessel's; null where there is none. */
export type SaleRow = { seating: OnSale['seating']; capacity: number; geometry: unknown };

/** General admission has open areas at most: a plan of numbered places says nothing about it. */
export function onSale({ seating, capacity: most, geometry }: SaleRow): OnSale {
  const drawing = readGeometry(geometry);
  const isOther = seating === 'general' && drawing !== undefined && seats(drawing).length > 0;
  const plan = isOther ? undefined : drawing;
  return { seating, plan, capacity: plan ? Math.min(most, capacity(plan)) : most };
}
