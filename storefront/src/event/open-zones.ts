import type { PriceList, SeatLayout } from '../api/shapes.ts';

type Zone = PriceList['zones'][number];

/** Zones whose places have no numbers, where the plan has such areas and they have a price. */
export function openZones({ zones, prices }: PriceList, { decks }: Pick<SeatLayout, 'decks'>): Zone[] {
  const areas = new Set(decks.flatMap((deck) => deck.areas.map(({ zone }) => zone)));
  const priced = new Set(prices.map(({ zone }) => zone));
  return zones.filter(({ id }) => areas.has(id) && priced.has(id));
}

/** What one ticket of a type costs with its fees: in a zone, else in the cheapest. */
export function ticketPrice({ prices }: PriceList, { type, zone }: { type: string; zone?: string }) {
  const own = prices.filter(
    (price) => price.ticketTypeId === type && (!zone || price.zone === zone || !price.zone),
  );
  return own.map(({ total }) => total).sort((left, right) => left.amount - right.amount)[0];
}
