import { defineRoute, z } from '@gangway/kit';
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

export const readContacts = defineRoute({
  id: 'catalog.contacts',
  method: 'GET',
  path: '/api/contacts',
  summary: 'Who sells what the shop shows, with requisites, and where one boards',
  tag: 'catalog',
  access: 'public',
  response: z.strictObject({
    data: z.strictObject({ sellers: z.array(sellerContactSchema), berths: z.array(berthContactSchema) }),
  }),
  errors: ['UNSUPPORTED_LOCALE'],
  example: {
    response: {
      data: {
        sellers: [
          {
            ...{ id: 's4d6f8g0h2j4k6l8z1x3c5v7', slug: 'neva-lines', name: 'Neva Lines', country: 'RU' },
            ...{ legalName: 'Neva Lines LLC', address: '1 Nevsky Avenue, St Petersburg' },
            ...{ inn: '7800000000', ogrn: '1027800000000', registration: null },
            ...{ phone: '+7 812 000-00-00', email: 'hello@example.org', offerPage: 'offer' },
          },
        ],
        berths: [
          {
            ...{ id: 'b2n4m6q8w1e3r5t7y9u2i4o6', slug: 'admiralty', name: 'Admiralty pier' },
            ...{ address: '2 Admiralteyskaya Embankment', city: 'St Petersburg' },
            ...{ directions: 'By the blue ticket booth', latitude: 59.9375, longitude: 30.3086 },
          },
        ],
      },
    },
  },
});

export type SellerContact = z.infer<typeof sellerContactSchema>;
export type BerthContact = z.infer<typeof berthContactSchema>;
