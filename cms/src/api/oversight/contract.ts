import { defineRoute, z } from '@gangway/kit';

const timestamp = z.iso.datetime({ offset: true });
const page = z.coerce.number().int().min(1).max(100_000).default(1);
const pageSize = z.coerce.number().int().min(1).max(100).default(25);
const pages = { page: z.int(), pageSize: z.int(), total: z.int() };
/** `payments.notice`; `payments.` stands for all that begin so. */
const jobName = z.string().regex(/^[A-Za-z][\w.:-]{0,99}$/);
const view = { tag: 'back office', access: 'staff', section: { name: 'settings', verb: 'view' } } as const;
const act = { tag: 'back office', access: 'staff', section: { name: 'settings', verb: 'act' } } as const;

const deadJob = z.strictObject({
  id: z.string(),
  job: z.string(),
  error: z.string(),
  attempts: z.int(),
  payload: z.unknown().describe('What the job carries: ids, never personal data'),
  createdAt: timestamp,
  failedAt: timestamp,
});

const exampleJob = {
  id: '482',
  job: 'notifications.attempt',
  error: 'connect ECONNREFUSED 127.0.0.1:25',
  attempts: 10,
  payload: { messageId: 'm5v2m9xxat96iws9zmbrgj3a' },
  createdAt: '2026-06-01T09:00:00.000Z',
  failedAt: '2026-06-01T12:00:00.000Z',
};

/** Newest first. `meta.jobs` counts all there are of each name, whatever is asked for. */
export const listDeadJobs = defineRoute({
  ...view,
  id: 'oversight.jobs.dead',
  method: 'GET',
  path: '/api/admin/jobs/dead',
  summary: 'Jobs whose last attempt failed',
  query: z.strictObject({ job: jobName.optional(), page, pageSize }),
  response: z.strictObject({
    data: z.array(deadJob),
    meta: z.strictObject({
      ...pages,
      jobs: z.array(z.strictObject({ job: z.string(), total: z.int() })),
    }),
  }),
  errors: ['UNAUTHORIZED', 'FORBIDDEN', 'INVALID_INPUT', 'UNKNOWN_FILTER'],
  example: {
    query: { job: exampleJob.job },
    response: {
      data: [exampleJob],
      meta: { page: 1, pageSize: 25, total: 1, jobs: [{ job: exampleJob.job, total: 1 }] },
    },
  },
});

const retried = z.strictObject({ data: z.strictObject({ retried: z.int() }) });

/** It gets all its attempts again. */
export const retryDeadJob = defineRoute({
  ...act,
  id: 'oversight.jobs.retry',
  method: 'POST',
  path: '/api/admin/jobs/dead/:id/retry',
  summary: 'Try a dead job again',
  params: z.strictObject({ id: z.string().max(64) }),
  response: retried,
  errors: ['UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND'],
  example: { params: { id: exampleJob.id }, response: { data: { retried: 1 } } },
});

/** The newest 1000 of the name; asked again it goes on with the rest. */
export const retryDeadJobs = defineRoute({
  ...act,
  id: 'oversight.jobs.retry-all',
  method: 'POST',
  path: '/api/admin/jobs/dead/retry',
  summary: 'Try all dead jobs of one name again',
  body: z.strictObject({ job: jobName }),
  response: retried,
  errors: ['UNAUTHORIZED', 'FORBIDDEN', 'INVALID_INPUT', 'UNKNOWN_FIELD'],
  example: { body: { job: exampleJob.job }, response: { data: { retried: 3 } } },
});

const actorKind = z.enum(['staff', 'customer', 'system']);
const actor = z.strictObject({
  kind: actorKind,
  id: z.string().nullable(),
  name: z.string().nullable().describe('Of a member of the staff'),
});
const subject = z.strictObject({ kind: z.string(), id: z.string(), name: z.string().nullable() });

const auditEntry = z.strictObject({
  id: z.string(),
  at: timestamp,
  actor,
  action: z.string(),
  subject,
  details: z.record(z.string(), z.unknown()),
  traceId: z.string().nullable(),
});

const moment = z.union([z.iso.date(), timestamp]);
const reference = z.string().min(1).max(255);

/** Newest first; `dateTo` as a date includes that day, and days are those of Moscow. */
export const listAudit = defineRoute({
  ...view,
  id: 'oversight.audit.list',
  method: 'GET',
  path: '/api/admin/audit',
  summary: 'Who did what',
  query: z.strictObject({
    actorKind: actorKind.optional(),
    actor: reference.optional().describe('The id of a member of the staff or a customer'),
    action: reference.optional().describe('The whole name, or its beginning: ordering., catalog.price.'),
    subjectKind: reference.optional(),
    subject: reference.optional().describe('The id of what it was done to'),
    dateFrom: moment.optional(),
    dateTo: moment.optional(),
    page,
    pageSize,
  }),
  response: z.strictObject({ data: z.array(auditEntry), meta: z.strictObject(pages) }),
  errors: ['UNAUTHORIZED', 'FORBIDDEN', 'INVALID_INPUT', 'UNKNOWN_FILTER'],
  example: {
    query: { action: 'ordering.', dateFrom: '2026-06-01' },
    response: {
      data: [
        {
          id: '17',
          at: '2026-06-01T09:00:00.000Z',
          actor: { kind: 'staff', id: 'a5v2m9xxat96iws9zmbrgj3a', name: 'Olga Smirnova' },
          action: 'ordering.order.cancelled',
          subject: { kind: 'order', id: 'o5v2m9xxat96iws9zmbrgj3a', name: '482-913-608' },
          details: {},
          traceId: null,
        },
      ],
      meta: { page: 1, pageSize: 25, total: 1 },
    },
  },
});

/** What there is to filter by. */
export const listAuditChoices = defineRoute({
  ...view,
  id: 'oversight.audit.choices',
  method: 'GET',
  path: '/api/admin/audit/choices',
  summary: 'Who is in the audit trail, and with what deeds',
  response: z.strictObject({
    data: z.strictObject({
      actors: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      actions: z.array(z.string()),
    }),
  }),
  errors: ['UNAUTHORIZED', 'FORBIDDEN'],
  example: {
    response: {
      data: {
        actors: [{ id: 'a5v2m9xxat96iws9zmbrgj3a', name: 'Olga Smirnova' }],
        actions: ['ordering.order.cancelled'],
      },
    },
  },
});

export const routes = [listDeadJobs, retryDeadJobs, retryDeadJob, listAuditChoices, listAudit];
