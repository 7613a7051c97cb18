import type { Core } from '@strapi/strapi';
import { commonErrors } from '@gangway/kit';
import type { Departure } from '../../catalog/domain/departure.ts';
import type { OfferIds } from '../../catalog/domain/catalogue-rows.ts';
import type { Snapshot } from '../../catalog/domain/snapshot.ts';
import { catalogueProjection } from '../../catalog/projection/catalogue-projection.ts';

const mark = Symbol('stale catalogue');

type Stale = Error & { departure: Departure };

/** A departure was changed a moment ago, and this process has not read it yet. Never leaves the room. */
export const staleCatalogue = (departure: Departure): Stale =>
  Object.assign(new Error('The departure is newer than the catalogue.'), { mark, departure });

export const isStale = (error: unknown): error is Stale =>
  typeof error === 'object' && error !== null && 'mark' in error && error.mark === mark;

/** The plan that its places are sold by may be what has changed, or the vessel that leads to it. */
function ledTo(known: Snapshot | undefined, eventId: string): OfferIds['others'] {
  const { planRow, vessel } = known?.byId.get(eventId) ?? {};
  return { ...(planRow && { plans: [planRow.id] }), ...(vessel && { vessels: [vessel.id] }) };
}

/**
 * Does the work, and once more with the departure read anew when it turned out to be newer. Where it leads to something
 * that nobody has read yet, everything is read.
 * @throws UNAVAILABLE when it changes faster than we read
 */
export async function withFreshCatalogue<Result>(
  strapi: Core.Strapi,
  eventId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const catalogue = catalogueProjection(strapi);
  const looks = [
    () =>
      catalogue.catchUp({
        eventIds: [eventId],
        activityIds: [],
        others: ledTo(catalogue.current(), eventId),
      }),
    () => catalogue.rebuild(),
  ];
  for (const lookAgain of looks) {
    try {
      return await work();
    } catch (error) {
      if (!isStale(error)) throw error;
    }
    await lookAgain();
  }
  return work().catch((error: unknown) => {
    throw isStale(error) ? commonErrors.UNAVAILABLE() : error;
  });
}
