import { defineRoute, z } from '@gangway/kit';
import { pageMeta, paging } from './event-filters.ts';
import { berthSchema } from './place.ts';

const sellerContactSchema = z.strictObject({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  country: z.string().describe('ISO 3166-1'),
  legalName: z.string(),
  address: z.string(),
  inn: z.string().nullable(),
  ogrn: z.string().nullable(),
  registration: z.string().nullable(),
  phone: z.string(),
  email: z.string(),
  offerPage: z.string().nullable().describe('Slug of the page with the public offer'),
});

const berthContactSchema = berthSchema.extend({
  directions: z.string().nullable(),
  latitude: z.number().describe('WGS 84, degrees'),
  longitude: z.number(),
});

const errors = ['INVALID_INPUT', 'UNKNOWN_FILTER', 'UNSUPPORTED_LOCALE'];

export const listSellers = defineRoute({
  id: 'catalog.sellers.list',
  method: 'GET',
  path: '/api/sellers',
  summary: 'Whose departures are in the shop, with their requisites',
  tag: 'catalog',
  access: 'public',
  query: z.strictObject(paging),
  response: z.strictObject({ data: z.array(sellerContactSchema), meta: z.strictObject(pageMeta) }),
  errors,
  example: {
    query: { pageSize: '10' },
    response: {
      data: [
        {
          ...{ id: 's4d6f8g0h2j4k6l8z1x3c5v7', slug: 'neva-lines', name: 'Neva Lines', country: 'RU' },
          ...{ legalName: 'Neva Lines LLC', address: '1 Nevsky Avenue, St Petersburg' },
          ...{ inn: '7800000000', ogrn: '1027800000000', registration: null },
          ...{ phone: '+7 812 000-00-00', email: 'hello@example.org', offerPage: 'offer' },
        },
      ],
      meta: { page: 1, pageSize: 10, total: 1 },
    },
  },
});

export const listBerths = defineRoute({
  id: 'catalog.berths.list',
  method: 'GET',
  path: '/api/berths',
  summary: 'Where departures of the shop leave from',
  tag: 'catalog',
  access: 'public',
  query: z.strictObject(paging),
  response: z.strictObject({ data: z.array(berthContactSchema), meta: z.strictObject(pageMeta) }),
  errors,
  example: {
    query: { pageSize: '10' },
    response: {
      data: [
        {
          ...{ id: 'b2n4m6q8w1e3r5t7y9u2i4o6', slug: 'admiralty', name: 'Admiralty pier' },
          ...{ address: '2 Admiralteyskaya Embankment', city: 'St Petersburg' },
          ...{ directions: 'By the blue ticket booth', latitude: 59.9375, longitude: 30.3086 },
        },
      ],
      meta: { page: 1, pageSize: 10, total: 1 },
    },
  },
});

export type SellerContact = z.infer<typeof sellerContactSchema>;
export type BerthContact = z.infer<typeof berthContactSchema>;
