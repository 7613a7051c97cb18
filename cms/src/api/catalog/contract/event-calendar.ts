import { defineRoute, moneySchema, z } from '@gangway/kit';
import { eventFilters } from './event-filters.ts';

const monthSchema = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);

const daySchema = z.strictObject({
  date: z.iso.date(),
  count: z.int().min(1).describe('Departures of the day that are not cancelled'),
  priceFrom: moneySchema
    .nullable()
    .describe('The cheapest that can be bought, in the currency of most departures of the day'),
  left: z.int().min(0),
});

/** Days are those of each departure's own zone; days without a departure are left out. */
export const eventCalendar = defineRoute({
  id: 'catalog.events.calendar',
  method: 'GET',
  path: '/api/events/calendar',
  summary: 'A month of departures, day by day',
  tag: 'catalog',
  access: 'public',
  query: z.strictObject({
    ...eventFilters,
    month: monthSchema.optional().describe('This month in Moscow when not given'),
  }),
  response: z.strictObject({
    data: z.array(daySchema),
    meta: z.strictObject({ month: monthSchema, page: z.int(), pageSize: z.int(), total: z.int() }),
  }),
  errors: ['INVALID_INPUT', 'UNKNOWN_FILTER', 'UNSUPPORTED_LOCALE'],
  example: {
    query: { month: '2026-12', berth: 'admiralty' },
    response: {
      data: [{ date: '2026-12-01', count: 6, priceFrom: { amount: 120000, currency: 'RUB' }, left: 540 }],
      meta: { month: '2026-12', page: 1, pageSize: 1, total: 1 },
    },
  },
});

export type CalendarQuery = z.infer<typeof eventCalendar.query>;
export type Calendar = z.infer<typeof eventCalendar.response>;
