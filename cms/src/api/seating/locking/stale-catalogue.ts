import type { Core } from '@strapi/strapi';
import { commonErrors } from '@gangway/kit';
import type { OfferIds } from '../../catalog/domain/catalogue-rows.ts';
import type { Snapshot } from '../../catalog/domain/snapshot.ts';
import { catalogueProjection } from '../../catalog/projection/catalogue-projection.ts';

const mark = Symbol('stale catalogue');

/** A departure was changed a moment ago, and this process has not read it yet. Never leaves the room. */
export const staleCatalogue = (): Error =>
  Object.assign(new Error('The departure is newer than the catalogue.'), { mark });

export const isStale = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'mark' in error && error.mark === mark;

/** The plan that its places are sold by may be what has changed. */
function plansOf(known: Snapshot | undefined, eventId: string): Pick<OfferIds, 'others'> {
  const id = known?.byId.get(eventId)?.planRow?.id;
  return id === undefined ? {} : { others: { plans: [id] } };
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
      catalogue.catchUp({ eventIds: [eventId], activityIds: [], ...plansOf(catalogue.current(), eventId) }),
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
