import { defineRoute, z } from '@gangway/kit';
import { momentSchema } from './event-item.ts';
import { pageKinds } from './pages.ts';
import { imageSchema } from './place.ts';

const siteSchema = z.strictObject({
  name: z.string(),
  tagline: z.string(),
  accent: z.string().nullable().describe('A colour in place of the signal colour, `#c8401b`'),
  logo: imageSchema.nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  footer: z.string().nullable(),
  pages: z
    .array(z.strictObject({ slug: z.string(), title: z.string(), kind: z.enum(pageKinds) }))
    .describe('What the footer links to'),
  shelves: z
    .array(z.strictObject({ slug: z.string(), name: z.string() }))
    .describe('Categories of the home page, in this order; none that would be empty'),
});

export const readSite = defineRoute({
  id: 'catalog.site',
  method: 'GET',
  path: '/api/site',
  summary: 'What managers say about the whole website, and what time it is',
  tag: 'catalog',
  access: 'public',
  response: z.strictObject({
    data: siteSchema,
    meta: z.strictObject({ now: momentSchema.describe('Business time') }),
  }),
  errors: ['NOT_FOUND', 'UNSUPPORTED_LOCALE'],
  example: {
    response: {
      data: {
        ...{ name: 'Gangway', tagline: 'Places on board, from the Neva to Cyprus', accent: '#C8401B' },
        ...{ logo: null, phone: '+7 812 000-00-00', email: 'hello@gangway.example' },
        ...{ address: '1 Imaginary Embankment, St Petersburg', footer: null },
        pages: [{ slug: 'refunds', title: 'Refunds', kind: 'refunds' }],
        shelves: [{ slug: 'night', name: 'Night' }],
      },
      meta: { now: '2026-11-20T15:04:05.000Z' },
    },
  },
});

export type SiteView = z.infer<typeof siteSchema>;
