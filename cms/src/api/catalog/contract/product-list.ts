import { defineRoute, moneySchema, z } from '@gangway/kit';
import { pageMeta, paging } from './event-filters.ts';
import { sellerSchema } from './event-item.ts';
import { imageSchema } from './place.ts';
import { vatSchema } from './price-list.ts';

const productSchema = z.strictObject({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  kind: z.enum(['guide', 'badge', 'priority', 'subscription', 'gift_card']),
  fulfilment: z.literal('digital'),
  seller: sellerSchema,
  image: imageSchema.nullable(),
  /** VAT included. */
  price: moneySchema,
  vat: vatSchema,
});

export const listProducts = defineRoute({
  id: 'catalog.products.list',
  method: 'GET',
  path: '/api/products',
  summary: 'Digital goods and gift cards',
  tag: 'catalog',
  access: 'public',
  query: z.strictObject(paging),
  response: z.strictObject({ data: z.array(productSchema), meta: z.strictObject(pageMeta) }),
  errors: ['INVALID_INPUT', 'UNKNOWN_FILTER', 'UNSUPPORTED_LOCALE'],
  example: {
    query: { pageSize: '10' },
    response: {
      data: [
        {
          id: 'p8o6i4u2y1t3r5e7w9q2a4s6',
          slug: 'audio-guide',
          name: 'Audio guide',
          description: 'Forty stories between two bridges.',
          kind: 'guide',
          fulfilment: 'digital',
          seller: { id: 's4d6f8g0h2j4k6l8z1x3c5v7', slug: 'neva-lines', name: 'Neva Lines', currency: 'RUB' },
          image: null,
          price: { amount: 39000, currency: 'RUB' },
          vat: { mode: 'included', rateBp: 2200, note: 'The price includes 22% VAT.' },
        },
      ],
      meta: { page: 1, pageSize: 10, total: 1 },
    },
  },
});

export type ProductView = z.infer<typeof productSchema>;
