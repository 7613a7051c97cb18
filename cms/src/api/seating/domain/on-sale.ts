import { readGeometry } from './geometry-problems.ts';
import { capacity, type Geometry, seats } from './geometry.ts';
import { planSeats } from './whole-tables.ts';

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

/** Whether the seat is still a place of the departure, in the zone whose price was paid for it. */
export function hasSeat(
  { seating, plan }: OnSale,
  { seatCode, zone }: { seatCode: string; zone: string },
): boolean {
  return seating === 'assigned' && plan !== undefined && planSeats(plan).get(seatCode)?.zone === zone;
}
