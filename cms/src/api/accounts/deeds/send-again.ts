import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import { newId, type Transaction, z } from '@gangway/kit';
import { insertLink, lockLink, useLink } from '../store/links.ts';
import { queueLink } from './send-letter.ts';

const jobName = 'accounts.send-again';

/** Runs in `register`. */
export function defineAgainJob(strapi: Core.Strapi): void {
  jobsOf(strapi).define({
    name: jobName,
    payload: z.strictObject({ linkId: z.string() }),
    transaction: true,
    run: ({ trx, payload, now }) => sendAgain(strapi, { trx, linkId: payload.linkId, now }),
  });
}

type Again = { trx: Transaction; linkId: string | undefined };

/** Queues a new link in place of the one that waits; where none does the same work is done for nothing. */
export const queueAgain = (strapi: Core.Strapi, { trx, linkId = newId() }: Again): Promise<unknown> =>
  jobsOf(strapi).enqueue(trx, jobName, { linkId });

type Sending = { trx: Transaction; linkId: string; now: Date };

/** Another address is asked for with the password, so its link is never renewed without. */
async function sendAgain(strapi: Core.Strapi, { trx, linkId, now }: Sending): Promise<void> {
  const old = await lockLink(trx, linkId);
  if (!old || old.usedAt || old.purpose !== 'register') return;
  await useLink(trx, { id: old.id, now });
  await queueLink(strapi, { trx, linkId: await insertLink(trx, { ...old, now }) });
}
