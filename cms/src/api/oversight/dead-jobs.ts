import type { Core } from '@strapi/strapi';
import { record } from '@gangway/audit-log/contract';
import { jobsOf } from '@gangway/jobs/contract';
import { commonErrors, type Transaction } from '@gangway/kit';

/** As many as one click brings back at most. */
const mostAtOnce = 1000;

export type Retrier = { staffId: string; now: Date; traceId: string };

export async function deadJobs(
  strapi: Core.Strapi,
  { page, pageSize, job }: { page: number; pageSize: number; job?: string | undefined },
) {
  const { deadLetters } = jobsOf(strapi);
  const { letters, total } = await deadLetters.list({ page, pageSize, job });
  const data = letters.map(({ createdAt, failedAt, ...letter }) => ({
    ...letter,
    createdAt: createdAt.toISOString(),
    failedAt: failedAt.toISOString(),
  }));
  return { data, meta: { page, pageSize, total, jobs: await deadLetters.count() } };
}

/** @throws NOT_FOUND when it is no dead job (any more) */
export async function retryJob(
  strapi: Core.Strapi,
  { id, ...by }: Retrier & { id: string },
): Promise<number> {
  const isRetried = await transaction(strapi, (trx) => retryOne(strapi, trx, { id, ...by }));
  if (!isRetried) throw commonErrors.NOT_FOUND();
  return 1;
}

/** All of one name, in one transaction. */
export async function retryJobs(
  strapi: Core.Strapi,
  { job, ...by }: Retrier & { job: string },
): Promise<number> {
  const { letters } = await jobsOf(strapi).deadLetters.list({ job, pageSize: mostAtOnce });
  return transaction(strapi, async (trx) => {
    const counted = { retried: 0 };
    for (const { id } of letters) counted.retried += Number(await retryOne(strapi, trx, { id, ...by }));
    return counted.retried;
  });
}

async function retryOne(
  strapi: Core.Strapi,
  trx: Transaction,
  { id, staffId, now, traceId }: Retrier & { id: string },
): Promise<boolean> {
  if (!(await jobsOf(strapi).deadLetters.retry(id, trx))) return false;
  const [actor, subject] = [
    { kind: 'staff' as const, id: staffId },
    { kind: 'job', id },
  ];
  await record(trx, { actor, action: 'oversight.job.retried', subject, at: now, traceId });
  return true;
}

const transaction = <Result>(strapi: Core.Strapi, work: (trx: Transaction) => Promise<Result>) =>
  strapi.db.transaction(({ trx }) => work(trx as unknown as Transaction)) as Promise<Result>;
