import { strapiRoute } from '../../../frame/request/handle.ts';
import { listDepartures, readHome, readNames } from '../contract.ts';
import { dateIn, homeOf } from '../home.ts';
import { namesOf } from '../names.ts';
import { readComingDepartures, readDepartures } from '../store/coming-departures.ts';

/** The zone in which the business counts its days; departures keep to their own. */
const businessZone = 'Europe/Moscow';

export default {
  routes: [
    strapiRoute(readHome, async ({ now }) => {
      const departures = await readComingDepartures(strapi.db.connection, { now });
      return { data: homeOf({ departures, now, today: dateIn(now, businessZone) }) };
    }),
    strapiRoute(readNames, async ({ query }) => ({ data: await namesOf(strapi.db.connection, query) })),
    strapiRoute(listDepartures, async ({ query }) => ({
      data: await readDepartures(strapi.db.connection, query),
    })),
  ],
};
