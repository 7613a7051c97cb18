import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import { type Transaction, z } from '@gangway/kit';
import { holdTerms } from '../domain/hold-terms.ts';
import { changesOf } from '../domain/pools.ts';
import { freed, tellChanges } from '../store/changes.ts';
import { releaseClaims } from '../store/claims.ts';
import { moveCounters } from '../store/counters.ts';
import { dueHolds, forgetHolds, markReleased } from '../store/holds.ts';
import { dueAtSupplier } from '../store/supplier-holds.ts';
import { askSupplier, settleSupplier, supplierRequest } from '../supplier-hold/ask-supplier.ts';
import { leaveSupplier } from '../supplier-hold/leave-supplier.ts';

const batch = 100;
const day = 86_400_000;

/** Defines what tidies up after holds; called in the room's `register`. */
export function defineHoldJobs(strapi: Core.Strapi): void {
  tidyHolds(strapi);
  forgetOldHolds(strapi);
  askSuppliersAgain(strapi);
}

/** Holds die by predicate; this only writes it down, so that maps and counters say the same. */
function tidyHolds(strapi: Core.Strapi): void {
  jobsOf(strapi).sweep({
    name: 'seating.expired-holds',
    everySeconds: 5,
    run: async ({ trx, now, aside, careful, at }) => {
      const limit = careful ? 1 : batch;
      const holdIds = await dueHolds(trx, { now, limit, without: [...aside] });
      if (holdIds.length === 0) return { more: false };
      holdIds.forEach(at);
      await release(trx, { holdIds, now });
      return { more: holdIds.length === limit };
    },
  });
}

async function release(trx: Transaction, { holdIds, now }: { holdIds: string[]; now: Date }): Promise<void> {
  const ended = await releaseClaims(trx, { selection: { holdIds }, reason: 'expired', now });
  await markReleased(trx, { holdIds, reason: 'expired', now });
  await moveCounters(trx, { changes: changesOf([...ended.seats, ...ended.counts], { held: -1 }) });
  await tellChanges(trx, freed(ended));
}

function forgetOldHolds(strapi: Core.Strapi): void {
  jobsOf(strapi).sweep({
    name: 'seating.old-holds',
    everySeconds: 3600,
    run: async ({ trx, now }) => {
      const before = new Date(now.getTime() - holdTerms.keptDays * day);
      return { more: (await forgetHolds(trx, { before, limit: batch })) === batch };
    },
  });
}

/** No call to a supplier inside the sweep's transaction: each question is a job of its own. */
function askSuppliersAgain(strapi: Core.Strapi): void {
  const jobs = jobsOf(strapi);
  const ask = jobs.define({
    name: 'seating.ask-supplier',
    payload: z.strictObject({ holdId: z.string() }),
    run: async ({ payload: { holdId }, now }) => {
      const request = await strapi.db.transaction(({ trx }) => supplierRequest(trx, { holdId, now }));
      if (!request) return;
      const answer = await askSupplier(strapi, request);
      await strapi.db.transaction(({ trx }) => settleSupplier(trx, { holdId, answer, now }));
    },
  });
  const leave = jobs.define({
    name: 'seating.leave-supplier',
    payload: z.strictObject({ holdId: z.string() }),
    run: ({ payload: { holdId }, now }) => leaveSupplier(strapi, { holdId, now }),
  });
  jobs.sweep({
    name: 'seating.supplier-holds',
    everySeconds: 10,
    run: async ({ trx, now }) => {
      const due = await dueAtSupplier(trx, { now, limit: batch });
      const key = (holdId: string) => `supplier:${holdId}`;
      await jobs.enqueueAll(trx, [
        ...due.ask.map((holdId) => ({ job: ask, payload: { holdId }, key: key(holdId) })),
        ...due.leave.map((holdId) => ({ job: leave, payload: { holdId }, key: `${key(holdId)}:leave` })),
      ]);
      return { more: due.ask.length + due.leave.length === batch };
    },
  });
}
