import type { Departure } from '../../catalog/domain/departure.ts';
import { bestAvailable, type Wish } from '../domain/best-available.ts';
import type { Choose } from '../domain/share-out.ts';
import { openSale, wantedPlaces } from '../domain/wanted-places.ts';
import { seatingErrors } from '../errors.ts';

type Best = { departure: Departure; wish: Wish; now: Date };

/** Whether the buyer gets numbered places, of which some are better than others. */
export const isNumbered = ({ plan, event }: Departure): boolean =>
  plan !== undefined && event.seating === 'assigned';

/** The best free places, so many as were asked for; throws SOLD_OUT, SALES_CLOSED, UNKNOWN_ZONE. */
export function chooseBest({ departure, wish, now }: Best): Choose {
  const { plan } = departure;
  if (!plan || !isNumbered(departure)) return () => unnumbered({ departure, wish, now });
  return (isTaken, skip) => {
    openSale(departure, now);
    const best = bestAvailable({ ...wish, plan, taken: { has: isTaken }, skip });
    if (!best) throw seatingErrors.SOLD_OUT();
    return wantedPlaces(departure, { seats: best.map(({ seatCode }) => seatCode) }, now);
  };
}

/** Without numbers all places are alike: tickets of the first type that takes one. */
function unnumbered({ departure, wish, now }: Best) {
  const prices = openSale(departure, now);
  const first = prices.find(({ ticketType }) => ticketType.occupiesPlace);
  if (!first || wish.accessible) throw seatingErrors.SOLD_OUT();
  const quantities = { [first.ticketType.id]: wish.count };
  return wantedPlaces(departure, { quantities, zone: wish.zone }, now);
}
