import { defineRoute, moneySchema, vatModeSchema, z } from '@gangway/kit';
import { momentSchema } from './event-item.ts';

export const eventParams = z.strictObject({ id: z.string() });

export const feeSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['amount', 'percent']),
  amount: moneySchema.nullable().describe('On each ticket that is paid for, VAT included'),
  percent: z.number().nullable().describe('Of the price; its VAT is added where the fee leaves it out'),
});

export const vatSchema = z.strictObject({
  mode: vatModeSchema,
  rateBp: z.int().min(0).describe('Basis points on the day of the service: 22 % = 2200'),
  note: z.string(),
});

const priceSchema = z.strictObject({
  ticketTypeId: z.string(),
  zone: z.string().nullable().describe('A zone of the seat layout; null where places have none'),
  price: moneySchema.describe('One ticket, VAT included'),
  total: moneySchema.describe('The same ticket with the fees on it'),
  validTo: momentSchema.nullable(),
});

/** Prices that hold now, by ticket type and zone. */
export const eventPrices = defineRoute({
  id: 'catalog.events.prices',
  method: 'GET',
  path: '/api/events/:id/prices',
  summary: 'What places on a departure cost',
  tag: 'catalog',
  access: 'public',
  params: eventParams,
  response: z.strictObject({
    data: z.strictObject({
      eventId: z.string(),
      currency: z.string(),
      zones: z.array(z.strictObject({ id: z.string(), name: z.string(), tint: z.int(), capacity: z.int() })),
      prices: z.array(priceSchema),
      fees: z.array(feeSchema),
      vat: vatSchema,
    }),
  }),
  errors: ['NOT_FOUND', 'UNKNOWN_FILTER', 'UNSUPPORTED_LOCALE'],
  example: {
    params: { id: 'k3f0q8v1m2n4b6c7d9e1g5h8' },
    response: {
      data: {
        eventId: 'k3f0q8v1m2n4b6c7d9e1g5h8',
        currency: 'RUB',
        zones: [{ id: 'panorama', name: 'Panorama', tint: 1, capacity: 60 }],
        prices: [
          {
            ticketTypeId: 't1y3u5i7o9p2a4s6d8f0g1h3',
            zone: 'panorama',
            price: { amount: 120000, currency: 'RUB' },
            total: { amount: 120000, currency: 'RUB' },
            validTo: null,
          },
        ],
        fees: [],
        vat: { mode: 'included', rateBp: 2200, note: 'The price includes 22% VAT.' },
      },
    },
  },
});

export type PriceList = z.infer<typeof eventPrices.response>;
