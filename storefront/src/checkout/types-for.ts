import type { EventCard } from '../api/shapes.ts';
import type { Departure } from '../basket/basket-view.ts';

interface Asking {
  departure: Departure;
  zone: string | null;
}

type PricedType = Pick<EventCard['ticketTypes'][number], 'id' | 'name' | 'ages'> & {
  price: { amount: number; currency: 'RUB' };
};

/** The ticket types that a seat of the zone can be sold as, with their prices. */
export const typesFor = ({ departure: { card, prices }, zone }: Asking): PricedType[] =>
  card.ticketTypes.flatMap(({ id, name, ages, occupiesPlace }) => {
    const found = prices?.prices.find(
      (entry) => entry.ticketTypeId === id && (entry.zone === zone || entry.zone === null),
    );
    return occupiesPlace && found ? [{ id, name, ages, price: found.total as PricedType['price'] }] : [];
  });
