import { strapiRoute } from '../../../frame/request/handle.ts';
import {
  grantSections,
  listNextDepartures,
  listSections,
  makeScheduleDepartures,
  previewDepartures,
} from '../contract.ts';
import { departuresPreview } from '../domain/departures-preview.ts';
import type departuresService from '../services/departures.ts';
import type sectionsService from '../services/sections.ts';

const sections = () => strapi.service('api::staff.sections') as ReturnType<typeof sectionsService>;
const departures = () => strapi.service('api::staff.departures') as ReturnType<typeof departuresService>;

export default {
  routes: [
    strapiRoute(listSections, async ({ person }) => ({
      data: await sections().matrix({ granted: person.scopes }),
    })),
    strapiRoute(grantSections, async ({ params, body, person, now, requestId }) => {
      const deed = { roleId: Number(params.roleId), staffId: person.staffId, now, traceId: requestId };
      return { data: await sections().grant({ ...deed, grants: body.grants }) };
    }),
    strapiRoute(listNextDepartures, async ({ query, now }) => ({
      data: await departures().ahead({ kind: query.kind, ids: query.ids.split(','), now }),
    })),
    strapiRoute(previewDepartures, ({ query, now }) => ({ data: departuresPreview(query, now) })),
    strapiRoute(makeScheduleDepartures, async ({ params, now }) => {
      const { made, collided } = await departures().make({ scheduleId: params.id, now });
      return { data: { made, collided: collided.map(({ startAt, vesselId }) => ({ startAt, vesselId })) } };
    }),
  ],
};
