import { defineRoute, moneySchema, z } from '@gangway/kit';
import { pageMeta } from './event-filters.ts';
import { eventParams } from './price-list.ts';

export const ticketTypeSchema = z.strictObject({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  minAge: z.int().nullable().describe('Full years on the day of departure'),
  maxAge: z.int().nullable().describe('Full years on the day of departure, this age included'),
  ages: z.string().describe('The ages in words'),
  occupiesPlace: z.boolean(),
  needsAdult: z.boolean(),
  proof: z.string().nullable().describe('What to show at the gangway'),
  priceFrom: moneySchema
    .nullable()
    .describe('The cheapest zone, VAT and fees included; null when the type has no price now'),
});

export const ticketTypeExample: z.infer<typeof ticketTypeSchema> = {
  id: 't1y3u5i7o9p2a4s6d8f0g1h3',
  code: 'child',
  name: 'Child',
  minAge: 7,
  maxAge: 14,
  ages: '7–14 years',
  occupiesPlace: true,
  needsAdult: true,
  proof: 'Birth certificate',
  priceFrom: { amount: 60000, currency: 'RUB' },
};

export const eventTicketTypes = defineRoute({
  id: 'catalog.events.ticket-types',
  method: 'GET',
  path: '/api/events/:id/ticket-types',
  summary: 'Who can come on a departure, by age and proof',
  tag: 'catalog',
  access: 'public',
  params: eventParams,
  response: z.strictObject({ data: z.array(ticketTypeSchema), meta: z.strictObject(pageMeta) }),
  errors: ['NOT_FOUND', 'UNKNOWN_FILTER', 'UNSUPPORTED_LOCALE'],
  example: {
    params: { id: 'k3f0q8v1m2n4b6c7d9e1g5h8' },
    response: { data: [ticketTypeExample], meta: { page: 1, pageSize: 1, total: 1 } },
  },
});

export type TicketTypeView = z.infer<typeof ticketTypeSchema>;
