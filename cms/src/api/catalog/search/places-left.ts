import type { TakenPlaces } from '../domain/offer-now.ts';
import type { Offers } from './columns/offers.ts';
import type { Season } from './columns/season.ts';

/** How many places of each departure can be bought now; never changed. */
export type PlacesLeft = { left: Int32Array; edition: number; taken: TakenPlaces };

/** What `known` says as long as it is true. */
export function placesLeft(
  known: PlacesLeft | undefined,
  season: Season,
  { offers, taken }: { offers: Offers; taken: TakenPlaces },
): PlacesLeft {
  if (known?.edition === offers.edition && known.taken === taken) return known;
  const left = offers.places.slice();
  for (const [id, places] of taken) {
    const position = season.positionOf.get(id);
    if (position !== undefined) left[position] = Math.max(0, (left[position] as number) - places);
  }
  return { left, edition: offers.edition, taken };
}
