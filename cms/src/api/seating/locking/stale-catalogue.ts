import type { Core } from '@strapi/strapi';
import { commonErrors } from '@gangway/kit';
import { catalogueProjection } from '../../catalog/projection/catalogue-projection.ts';

const mark = Symbol('stale catalogue');

/** A departure was changed a moment ago, and this process has not read it yet. Never leaves the room. */
export const staleCatalogue = (): Error =>
  Object.assign(new Error('The departure is newer than the catalogue.'), { mark });

const isStale = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'mark' in error && error.mark === mark;

/**
 * Does the work, and once more with the catalogue read anew when the departure turned out to be newer.
 * @throws UNAVAILABLE when it changes faster than we read
 */
export async function withFreshCatalogue<Result>(
  strapi: Core.Strapi,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!isStale(error)) throw error;
  }
  await catalogueProjection(strapi).rebuild();
  return work().catch((error: unknown) => {
    throw isStale(error) ? commonErrors.UNAVAILABLE() : error;
  });
}
