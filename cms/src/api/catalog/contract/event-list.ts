import { defineRoute, z } from '@gangway/kit';
import { eventFilters, pageMeta, paging, sortOrders } from './event-filters.ts';
import { eventItemExample, eventItemSchema } from './event-item.ts';

export const facetNames = ['category', 'route', 'berth', 'vessel', 'kind', 'seller'] as const;
export type FacetName = (typeof facetNames)[number];

/** `value` is what the filter takes; `count` departures match it and all other filters. */
const facetSchema = z.array(
  z.strictObject({ value: z.string(), id: z.string(), name: z.string(), count: z.int().min(1) }),
);

const facetsSchema = z.strictObject({
  category: facetSchema,
  route: facetSchema,
  berth: facetSchema,
  vessel: facetSchema,
  kind: facetSchema,
  seller: facetSchema,
});

const listedSchema = eventItemSchema.extend({
  departures: z.int().min(1).optional().describe('With `group=activity`: how many departures match'),
});

export type Facets = z.infer<typeof facetsSchema>;

const example = { value: 'sightseeing', id: 'c3v5b7n9m1k3j5h7g9f2d4s6', name: 'Sightseeing', count: 1 };

export const listEvents = defineRoute({
  id: 'catalog.events.list',
  method: 'GET',
  path: '/api/events',
  summary: 'Departures on offer, with the counts of each filter value',
  tag: 'catalog',
  access: 'public',
  query: z.strictObject({
    ...eventFilters,
    ...paging,
    sort: z
      .enum(sortOrders)
      .optional()
      .describe(
        'Upwards, with a minus downwards; equal ones by departure. Without it by relevance where words are searched for, else by time',
      ),
    group: z
      .enum(['activity'])
      .optional()
      .describe(
        'One item for each activity: the first of its departures in the order asked for that can be bought, or the first of all. Total and facets count activities',
      ),
  }),
  response: z.strictObject({
    data: z.array(listedSchema),
    meta: z.strictObject({
      ...pageMeta,
      facets: facetsSchema,
      searchedFor: z
        .string()
        .optional()
        .describe('What was looked for when the words as they were typed find nothing'),
      suggestions: z
        .array(z.string())
        .max(3)
        .optional()
        .describe('Where nothing is found: words that would find something under the same filters'),
    }),
  }),
  errors: ['INVALID_INPUT', 'UNKNOWN_FILTER', 'UNSUPPORTED_LOCALE'],
  example: {
    query: { from: '2026-12-01', to: '2026-12-07', category: 'sightseeing', sort: 'price' },
    response: {
      data: [eventItemExample],
      meta: {
        page: 1,
        pageSize: 20,
        total: 1,
        facets: {
          category: [example],
          route: [
            { value: 'neva-fontanka', id: 'r5t7y9u1i3o5p7a9s2d4f6g8', name: 'Neva and Fontanka', count: 1 },
          ],
          berth: [{ value: 'admiralty', id: 'b2n4m6k8j0h1g3f5d7s9a2p4', name: 'Admiralty pier', count: 1 }],
          vessel: [
            {
              value: 'v1b3n5m7q9w2e4r6t8y0u1i3',
              id: 'v1b3n5m7q9w2e4r6t8y0u1i3',
              name: 'Aurora Borealis',
              count: 1,
            },
          ],
          kind: [{ value: 'excursion', id: 'excursion', name: 'Excursions', count: 1 }],
          seller: [{ value: 'neva-lines', id: 's4d6f8g0h2j4k6l8z1x3c5v7', name: 'Neva Lines', count: 1 }],
        },
      },
    },
  },
});

export type EventListQuery = z.infer<typeof listEvents.query>;
export type EventList = z.infer<typeof listEvents.response>;
