import { moneySchema, z } from '@gangway/kit';
import { berthSchema, categorySchema, imageSchema, routeSchema, venueSchema, vesselSchema } from './place.ts';

/** ISO 8601 with the offset of the event's zone on that day. */
export const momentSchema = z.iso.datetime({ offset: true });

export const activityKinds = ['excursion', 'event', 'rental'] as const;

export const availabilitySchema = z.strictObject({
  left: z.int().min(0).describe('Places that can be bought now; 0 unless the status is available or few'),
  status: z.enum(['available', 'few', 'sold_out', 'closed', 'cancelled']),
});

export const sellerSchema = z.strictObject({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  currency: z.string(),
});

/** One departure as lists show it. */
export const eventItemSchema = z.strictObject({
  id: z.string(),
  activity: z.strictObject({
    id: z.string(),
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    image: imageSchema.nullable(),
    kind: z.enum(activityKinds),
  }),
  startAt: momentSchema,
  endAt: momentSchema,
  timezone: z.string(),
  delayMinutes: z.int().min(0),
  vessel: vesselSchema.nullable(),
  berth: berthSchema.nullable(),
  venue: venueSchema.nullable(),
  route: routeSchema.nullable(),
  categories: z.array(categorySchema),
  seating: z.enum(['assigned', 'general']),
  seller: sellerSchema,
  priceFrom: moneySchema
    .nullable()
    .describe('What one grown-up pays at least, VAT and fees included; null when nothing has a price'),
  availability: availabilitySchema,
});

export type EventItem = z.infer<typeof eventItemSchema>;
export type Availability = z.infer<typeof availabilitySchema>;

export const eventItemExample: EventItem = {
  id: 'k3f0q8v1m2n4b6c7d9e1g5h8',
  activity: {
    id: 'a7c1x9z2l4k6j8h0g3f5d7s9',
    slug: 'rivers-and-canals',
    title: 'Rivers and canals of St Petersburg',
    summary: 'Seventy minutes through the heart of the city.',
    image: {
      url: '/uploads/rivers_1200.webp',
      width: 1200,
      height: 800,
      alt: 'Rivers and canals of St Petersburg',
      sources: [
        { url: '/uploads/rivers_avif400.avif', width: 400, height: 267, type: 'image/avif' },
        { url: '/uploads/rivers_webp400.webp', width: 400, height: 267, type: 'image/webp' },
      ],
      focalPoint: { x: 0.4, y: 0.6 },
    },
    kind: 'excursion',
  },
  startAt: '2026-12-01T12:00:00+03:00',
  endAt: '2026-12-01T13:10:00+03:00',
  timezone: 'Europe/Moscow',
  delayMinutes: 0,
  vessel: { id: 'v1b3n5m7q9w2e4r6t8y0u1i3', name: 'Aurora Borealis', kind: 'ship' },
  berth: {
    id: 'b2n4m6k8j0h1g3f5d7s9a2p4',
    slug: 'admiralty',
    name: 'Admiralty pier',
    address: '2 Admiralteyskaya Embankment',
    city: 'St Petersburg',
  },
  venue: null,
  route: { id: 'r5t7y9u1i3o5p7a9s2d4f6g8', slug: 'neva-fontanka', name: 'Neva and Fontanka' },
  categories: [{ id: 'c3v5b7n9m1k3j5h7g9f2d4s6', slug: 'sightseeing', name: 'Sightseeing' }],
  seating: 'assigned',
  seller: { id: 's4d6f8g0h2j4k6l8z1x3c5v7', slug: 'neva-lines', name: 'Neva Lines', currency: 'RUB' },
  priceFrom: { amount: 120000, currency: 'RUB' },
  availability: { left: 96, status: 'available' },
};
