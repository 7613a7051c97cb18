import type { Transaction } from '@gangway/kit';
import { strapiRoute } from '../../../frame/request/handle.ts';
import { auditTrail, choices } from '../audit-trail.ts';
import { listAudit, listAuditChoices, listDeadJobs, retryDeadJob, retryDeadJobs } from '../contract.ts';
import { deadJobs, retryJob, retryJobs } from '../dead-jobs.ts';

const reader = () => strapi.db.connection as unknown as Pick<Transaction, 'raw'>;

export default {
  routes: [
    strapiRoute(listDeadJobs, ({ query }) => deadJobs(strapi, query)),
    strapiRoute(retryDeadJobs, async ({ body, person, now, requestId }) => {
      const by = { staffId: person.staffId ?? '', now, traceId: requestId };
      return { data: { retried: await retryJobs(strapi, { ...by, job: body.job }) } };
    }),
    strapiRoute(retryDeadJob, async ({ params, person, now, requestId }) => {
      const by = { staffId: person.staffId ?? '', now, traceId: requestId };
      return { data: { retried: await retryJob(strapi, { ...by, id: params.id }) } };
    }),
    strapiRoute(listAuditChoices, async () => ({ data: await choices(reader()) })),
    strapiRoute(listAudit, ({ query }) => auditTrail(reader(), query)),
  ],
};
