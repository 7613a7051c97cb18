import { season } from '../season/index.ts';
import { placesOf } from '../season/plans/plan.ts';
import type { Voyage } from './voyage.ts';

/** Berths and the routes between them, plans and the vessels they belong to, halls. */
export async function makePlaces(voyage: Voyage): Promise<void> {
  await makeBerths(voyage);
  await makeRoutes(voyage);
  await makePlans(voyage);
  await makeVessels(voyage);
  await makeVenues(voyage);
}

async function makeBerths({ writer, exhibition }: Voyage): Promise<void> {
  for (const { picture: _alt, ...berth } of season.berths) {
    const image = await exhibition.picture(`berth-${berth.slug}`);
    await writer.make({ key: `berth:${berth.slug}`, data: { ...berth, image } });
  }
}

async function makeRoutes({ writer }: Voyage): Promise<void> {
  for (const route of season.routes) {
    const berths = route.berths.map((slug) => writer.idOf(`berth:${slug}`));
    await writer.make({ key: `route:${route.slug}`, data: { ...route, berths } });
  }
}

async function makePlans({ writer }: Voyage): Promise<void> {
  for (const { slug, name, geometry } of season.plans) {
    const data = { name, geometry, version: 1, capacity: placesOf(geometry) };
    await writer.make({ key: `seating-plan:${slug}`, data });
  }
}

async function makeVessels({ writer, exhibition }: Voyage): Promise<void> {
  for (const { slug, picture: _alt, ...vessel } of season.vessels) {
    const image = await exhibition.picture(`vessel-${slug}`);
    const seatingPlan = writer.idOf(`seating-plan:${slug}`);
    await writer.make({
      key: `vessel:${slug}`,
      data: { ...vessel, image, seatingPlan, capacity: capacityOf(slug) },
    });
  }
}

/** Places of the plan that has the vessel's name. */
export function capacityOf(vessel: string): number {
  const plan = season.plans.find(({ slug }) => slug === vessel);
  return plan ? placesOf(plan.geometry) : 0;
}

async function makeVenues({ writer, exhibition }: Voyage): Promise<void> {
  for (const { slug, picture: _alt, ...venue } of season.venues) {
    const image = await exhibition.picture(`venue-${slug}`);
    await writer.make({ key: `venue:${slug}`, data: { ...venue, image } });
  }
}
