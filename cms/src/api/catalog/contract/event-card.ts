import { defineRoute, moneySchema, z } from '@gangway/kit';
import { availabilitySchema, eventItemExample, eventItemSchema, momentSchema } from './event-item.ts';
import { imageSchema, mapPointSchema } from './place.ts';
import { eventParams, feeSchema, vatSchema } from './price-list.ts';
import { ticketTypeExample, ticketTypeSchema } from './ticket-types.ts';

const refundPolicySchema = z.strictObject({
  kind: z.enum(['until24h', 'flexible', 'nonRefundable']),
  until: momentSchema.nullable().describe('Until when the buyer can give the tickets back; null when never'),
  sentence: z.string(),
});

const departureSchema = z.strictObject({
  id: z.string(),
  startAt: momentSchema,
  delayMinutes: eventItemSchema.shape.delayMinutes,
  priceFrom: moneySchema.nullable(),
  availability: availabilitySchema,
});

const legalSchema = z.strictObject({
  name: z.string(),
  address: z.string(),
  inn: z.string().nullable(),
  ogrn: z.string().nullable(),
  registration: z.string().nullable(),
  phone: z.string(),
  email: z.string(),
  offerPage: z.string().nullable().describe('Slug of the page with the public offer'),
});

export const eventCardSchema = eventItemSchema.extend({
  state: z.enum(['on_sale', 'closed', 'boarding', 'departed', 'completed', 'cancelled']),
  notice: z.string().nullable(),
  salesStartAt: momentSchema.nullable(),
  salesEndAt: momentSchema,
  description: z.string().describe('Markdown'),
  included: z.string().nullable(),
  notIncluded: z.string().nullable(),
  meetingPoint: z.string().nullable(),
  questions: z.string().nullable().describe('Markdown'),
  images: z.array(imageSchema),
  durationMinutes: z.int(),
  minAge: z.int(),
  tourLanguages: z.array(z.string()).describe('ISO 639-1'),
  passengerData: z.enum(['none', 'names', 'documents']).describe('What is asked of each passenger'),
  ticketTypes: z.array(ticketTypeSchema),
  fees: z.array(feeSchema),
  refundPolicy: refundPolicySchema,
  vat: vatSchema,
  mapPoint: mapPointSchema.nullable(),
  legal: legalSchema,
  otherDepartures: z
    .array(departureSchema)
    .describe('Departures of the same activity nearest in time that have not left'),
});

export const eventCard = defineRoute({
  id: 'catalog.events.card',
  method: 'GET',
  path: '/api/events/:id',
  summary: 'Everything about one departure',
  tag: 'catalog',
  access: 'public',
  params: eventParams,
  response: z.strictObject({ data: eventCardSchema }),
  errors: ['NOT_FOUND', 'UNKNOWN_FILTER', 'UNSUPPORTED_LOCALE'],
  example: {
    params: { id: eventItemExample.id },
    response: {
      data: {
        ...eventItemExample,
        state: 'on_sale',
        notice: null,
        salesStartAt: null,
        salesEndAt: '2026-12-01T12:00:00+03:00',
        description: 'Under **fourteen bridges** and past the Summer Garden.',
        included: 'Guide, blankets',
        notIncluded: 'Food and drinks',
        meetingPoint: 'By the blue ticket booth',
        questions: null,
        images: [],
        durationMinutes: 70,
        minAge: 0,
        tourLanguages: ['ru', 'en'],
        passengerData: 'none',
        ticketTypes: [ticketTypeExample],
        fees: [],
        refundPolicy: {
          kind: 'until24h',
          until: '2026-11-30T12:00:00+03:00',
          sentence: 'Full refund up to 24 hours before departure. If we cancel, you get everything back.',
        },
        vat: { mode: 'included', rateBp: 2200, note: 'The price includes 22% VAT.' },
        mapPoint: {
          latitude: 59.9375,
          longitude: 30.3086,
          name: 'Admiralty pier',
          address: '2 Admiralteyskaya Embankment',
          directions: null,
        },
        legal: {
          name: 'Neva Lines LLC',
          address: '1 Nevsky Avenue, St Petersburg',
          inn: '7800000000',
          ogrn: '1027800000000',
          registration: null,
          phone: '+7 812 000-00-00',
          email: 'hello@example.org',
          offerPage: 'offer',
        },
        otherDepartures: [
          {
            id: 'm9n7b5v3c1x2z4l6k8j0h1g3',
            startAt: '2026-12-01T14:00:00+03:00',
            delayMinutes: 0,
            priceFrom: { amount: 120000, currency: 'RUB' },
            availability: { left: 40, status: 'available' },
          },
        ],
      },
    },
  },
});

export type EventCard = z.infer<typeof eventCardSchema>;
