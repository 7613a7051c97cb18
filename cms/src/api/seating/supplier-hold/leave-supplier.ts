import type { Core } from '@strapi/strapi';
import { isRefusal, type Transaction } from '@gangway/kit';
import { log } from '../../../frame/log/log.ts';
import { noteSupplier, readHold, type SupplierHeld } from '../store/supplier-holds.ts';
import { inTime } from './ask-supplier.ts';
import { supplierHold } from './supplier-hold.ts';

type Leaving = { holdId: string; now: Date };

/** Tells the supplier of a hold that has ended, outside any transaction; without an answer it is told again. */
export async function leaveSupplier(strapi: Core.Strapi, { holdId, now }: Leaving): Promise<void> {
  const hold = await strapi.db.transaction(({ trx }) => leavingHold(trx, holdId));
  if (!hold) return;
  const state = await tell(strapi, hold);
  await strapi.db.transaction(async ({ trx }) => {
    const current = await leavingHold(trx, holdId);
    if (current) await noteSupplier(trx, { holdId, answer: { state }, checks: current.supplierChecks, now });
  });
}

/** Bought after all by a late payment, it is nobody's to give up. */
async function leavingHold(trx: Transaction, holdId: string): Promise<SupplierHeld | undefined> {
  const hold = await readHold(trx, holdId);
  return hold?.state === 'released' && hold.supplierState === 'leaving' ? hold : undefined;
}

async function tell(strapi: Core.Strapi, hold: SupplierHeld): Promise<'left' | 'leaving'> {
  const { id: holdId, eventId, supplierReference: reference } = hold;
  try {
    await inTime(supplierHold(strapi).release({ holdId, eventId, reference }));
    return 'left';
  } catch (error) {
    if (isRefusal(error)) return 'left';
    log.warn({ err: error, holdId }, 'a supplier did not hear of places given up; it is told again');
    return 'leaving';
  }
}
