import { strapiRoute } from '../../../frame/request/handle.ts';
import { listDepartures, readHome, readNames } from '../contract.ts';
import { dateIn, homeOf } from '../home.ts';
import { namesOf } from '../names.ts';
import { readComingDepartures, readDepartures } from '../store/coming-departures.ts';

/** The zone that says which day it is; departures have the date of their own place. */
const businessZone = 'Europe/Moscow';

export default {
  routes: [
    strapiRoute(readHome, async ({ now }) => {
      const today = dateIn(now, businessZone);
      const departures = await readComingDepartures(strapi.db.connection, { now, today });
      return { data: homeOf({ departures, now, today }) };
    }),
    strapiRoute(readNames, async ({ query }) => ({ data: await namesOf(strapi.db.connection, query) })),
    strapiRoute(listDepartures, async ({ query }) => ({
      data: await readDepartures(strapi.db.connection, query),
    })),
  ],
};
