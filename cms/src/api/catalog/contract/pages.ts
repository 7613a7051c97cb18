import { defineRoute, z } from '@gangway/kit';
import { pageMeta, paging } from './event-filters.ts';
import { momentSchema } from './event-item.ts';

export const pageKinds = ['text', 'offer', 'privacy', 'refunds', 'contact', 'questions'] as const;

const pageItemSchema = z.strictObject({
  slug: z.string(),
  title: z.string(),
  summary: z.string().nullable(),
  kind: z.enum(pageKinds),
  updatedAt: momentSchema,
});

export const pageTextSchema = pageItemSchema.extend({ body: z.string().describe('Markdown') });

const pageExample = {
  ...{ slug: 'refunds', title: 'Refunds', summary: 'When money comes back.', kind: 'refunds' as const },
  updatedAt: '2026-11-20T18:00:00+00:00',
};
export const pageTextExample = { ...pageExample, body: 'Up to **24 hours** before departure.' };

export const listPages = defineRoute({
  id: 'catalog.pages.list',
  method: 'GET',
  path: '/api/pages',
  summary: 'Editorial pages that are published in the language',
  tag: 'catalog',
  access: 'public',
  query: z.strictObject(paging),
  response: z.strictObject({ data: z.array(pageItemSchema), meta: z.strictObject(pageMeta) }),
  errors: ['INVALID_INPUT', 'UNKNOWN_FILTER', 'UNSUPPORTED_LOCALE'],
  example: {
    query: { pageSize: '10' },
    response: { data: [pageExample], meta: { page: 1, pageSize: 10, total: 1 } },
  },
});

export const readPage = defineRoute({
  id: 'catalog.pages.read',
  method: 'GET',
  path: '/api/pages/:slug',
  summary: 'An editorial page',
  tag: 'catalog',
  access: 'public',
  params: z.strictObject({ slug: z.string() }),
  response: z.strictObject({ data: pageTextSchema }),
  errors: ['NOT_FOUND', 'UNSUPPORTED_LOCALE'],
  example: { params: { slug: 'refunds' }, response: { data: pageTextExample } },
});

export type PageItem = z.infer<typeof pageItemSchema>;
export type PageText = z.infer<typeof pageTextSchema>;
