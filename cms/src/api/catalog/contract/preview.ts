import { defineRoute, z } from '@gangway/kit';
import { eventCardSchema } from './event-card.ts';
import { activityKinds } from './event-item.ts';
import { pageTextExample, pageTextSchema } from './pages.ts';
import { imageSchema } from './place.ts';

const state = z.enum(['draft', 'published']);

const activityPreviewSchema = z.strictObject({
  slug: z.string(),
  kind: z.enum(activityKinds),
  title: z.string(),
  summary: z.string(),
  description: z.string().describe('Markdown'),
  included: z.string().nullable(),
  notIncluded: z.string().nullable(),
  meetingPoint: z.string().nullable(),
  questions: z.string().nullable().describe('Markdown'),
  image: imageSchema.nullable(),
  images: z.array(imageSchema),
  event: eventCardSchema.nullable().describe('Its next departure as the shop would show it'),
});

export const readPreview = defineRoute({
  id: 'catalog.preview',
  method: 'GET',
  path: '/api/preview',
  summary: 'A draft, for whoever holds a link from the panel: its token goes in `Gangway-Preview`',
  tag: 'catalog',
  access: 'public',
  response: z.strictObject({
    data: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('page'), id: z.string(), state, page: pageTextSchema }),
      z.strictObject({ type: z.literal('activity'), id: z.string(), state, activity: activityPreviewSchema }),
    ]),
  }),
  errors: ['PREVIEW_ENDED', 'NOT_FOUND', 'UNSUPPORTED_LOCALE'],
  example: {
    response: {
      data: { type: 'page', id: 'k3f0q8v1m2n4b6c7d9e1g5h8', state: 'draft', page: pageTextExample },
    },
  },
});

export type ActivityPreview = z.infer<typeof activityPreviewSchema>;
export type Preview = z.infer<typeof readPreview.response>['data'];
