import type { Core } from '@strapi/strapi';
import type { Localized } from '@gangway/kit';
import { defineRules, type Row, type Rules, type Written } from '../../../frame/editing/rules.ts';
import { vesselProblems } from '../domain/vessel-rules.ts';
import { zoneProblems } from '../domain/zone-name.ts';
import { largestDeparture } from '../store/editing-facts.ts';
import { refreshLabels, type Named } from '../store/labels.ts';
import { namedType } from './named-type.ts';

type PlaceRow = Row & { name: Localized };

/** The ship, and what its size means for the departures that were planned with it. */
export function vesselRules(strapi: Core.Strapi): Rules {
  const named = namedType({
    strapi,
    uid: 'api::catalog.vessel',
    references: [
      { use: 'departures', uid: 'api::catalog.event', field: 'vessel' },
      { use: 'schedules', uid: 'api::catalog.schedule', field: 'vessel' },
    ],
  });
  return defineRules<PlaceRow & { capacity: number }>({
    ...named,
    check: async ({ row, now }) => {
      const where = { vessel: { documentId: row.documentId } };
      return vesselProblems(row, { largest: await largestDeparture(strapi, { where, now }) });
    },
    follow: renamed('vessel'),
  });
}

export function venueRules(strapi: Core.Strapi): Rules {
  const named = namedType({
    strapi,
    uid: 'api::catalog.venue',
    references: [
      { use: 'departures', uid: 'api::catalog.event', field: 'venue' },
      { use: 'schedules', uid: 'api::catalog.schedule', field: 'venue' },
    ],
  });
  return defineRules<PlaceRow & { timezone: string }>({
    ...named,
    check: ({ row }) => zoneProblems(row.timezone),
    follow: renamed('venue'),
  });
}

export function berthRules(strapi: Core.Strapi): Rules {
  return namedType({
    strapi,
    uid: 'api::catalog.berth',
    address: 'slug',
    references: [
      { use: 'departures', uid: 'api::catalog.event', field: 'berth' },
      { use: 'schedules', uid: 'api::catalog.schedule', field: 'berth' },
      { use: 'routes', uid: 'api::catalog.route', field: 'berths' },
    ],
  });
}

export function routeRules(strapi: Core.Strapi): Rules {
  return namedType({
    strapi,
    uid: 'api::catalog.route',
    address: 'slug',
    references: [{ use: 'activities', uid: 'api::catalog.activity', field: 'route' }],
  });
}

export function categoryRules(strapi: Core.Strapi): Rules {
  return namedType({
    strapi,
    uid: 'api::catalog.category',
    address: 'slug',
    references: [
      { use: 'activities', uid: 'api::catalog.activity', field: 'categories' },
      { use: 'shelves', uid: 'api::catalog.site', field: 'shelves' },
    ],
  });
}

/** Labels elsewhere repeat the Russian name. */
export function renamed(of: Named) {
  return async ({ trx, row, before }: Written<PlaceRow>): Promise<void> => {
    if (before && before.name?.ru !== row.name.ru) {
      await refreshLabels(trx, { of, documentIds: [row.documentId] });
    }
  };
}
