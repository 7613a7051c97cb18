import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import type { Transaction } from '@gangway/kit';
import type { TakenShare } from '../domain/refund-request.ts';
import { voidAdmissions } from '../store/admissions.ts';

type Voided = { trx: Transaction; orderId: string; now: Date; shares: readonly TakenShare[] };

/** The tickets of what goes back are worth nothing any more, except those that were used. */
export async function voidTickets(strapi: Core.Strapi, { trx, orderId, now, shares }: Voided): Promise<void> {
  const ids = await voidAdmissions(trx, { ids: shares.flatMap(({ admissionIds }) => admissionIds), now });
  for (const admissionId of ids)
    await jobsOf(strapi).announce(trx, 'admission.voided', { orderId, admissionId });
}
