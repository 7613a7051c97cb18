import { strapiRoute } from '../../../frame/request/handle.ts';
import {
  cancelDepartureRoute,
  changeDepartureRoute,
  previewCancel,
  previewChange,
} from '../contract/departures.ts';
import { affectedBy } from '../departures/affected.ts';
import { cancelDeparture } from '../departures/cancel-departure.ts';
import { changeDeparture } from '../departures/change-departure.ts';
import { asStaff } from '../desk/desk-deed.ts';

export default {
  routes: [
    strapiRoute(previewCancel, async ({ params, locale }) => ({
      data: await affectedBy(strapi, { eventId: params.id, locale }),
    })),
    strapiRoute(previewChange, async ({ params, locale }) => ({
      data: await affectedBy(strapi, { eventId: params.id, locale }),
    })),
    strapiRoute(cancelDepartureRoute, (request) =>
      asStaff(strapi, { request, route: `${cancelDepartureRoute.id}:${request.params.id}` }, (deed) =>
        cancelDeparture(strapi, deed, { eventId: request.params.id, ...request.body }),
      ),
    ),
    strapiRoute(changeDepartureRoute, (request) =>
      asStaff(strapi, { request, route: `${changeDepartureRoute.id}:${request.params.id}` }, (deed) =>
        changeDeparture(strapi, deed, { eventId: request.params.id, ...request.body }),
      ),
    ),
  ],
};
