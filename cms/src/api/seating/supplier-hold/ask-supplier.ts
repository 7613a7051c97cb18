import type { Core } from '@strapi/strapi';
import { isProviderFailure, isRefusal, providerUnreachable, type Transaction } from '@gangway/kit';
import { log } from '../../../frame/log/log.ts';
import { type Claims, liveCounts, liveSeats } from '../store/claims.ts';
import { noteSupplier, readHold, type SupplierHeld } from '../store/supplier-holds.ts';
import { releaseHold } from '../locking/unlock-places.ts';
import { supplierHold, type SupplierRequest } from './supplier-hold.ts';

/** Past this we do not know what the supplier has done. Milliseconds. */
export const supplierPatienceMs = 5_000;

export type SupplierAnswer =
  { state: 'held'; reference: string } | { state: 'refused'; reason: string } | { state: 'unknown' };

/**
 * Asks the supplier for all places of a hold; never in a transaction. What came of it is the caller's to write down.
 */
export async function askSupplier(strapi: Core.Strapi, request: SupplierRequest): Promise<SupplierAnswer> {
  try {
    const { reference } = await inTime(supplierHold(strapi).hold(request));
    return { state: 'held', reference };
  } catch (error) {
    if (isRefusal(error)) return { state: 'refused', reason: isProviderFailure(error) ? error.code : '' };
    log.warn(
      { err: error, holdId: request.holdId },
      'a supplier did not answer; the hold is asked for again',
    );
    return { state: 'unknown' };
  }
}

/** Undefined when the hold has ended or is empty. */
export async function supplierRequest(
  trx: Transaction,
  { holdId, now }: { holdId: string; now: Date },
): Promise<SupplierRequest | undefined> {
  const hold = await readHold(trx, holdId);
  if (!hold || hold.state === 'released' || hold.expiresAt <= now) return undefined;
  const selection = { holdIds: [holdId] };
  const seats = await liveSeats(trx, selection);
  const counts = await liveCounts(trx, selection);
  return seats.length + counts.length === 0 ? undefined : requestOf(hold, { seats, counts });
}

/** Writes down the answer. A hold that nobody has ordered yet ends when the supplier refuses it. */
export async function settleSupplier(
  trx: Transaction,
  { holdId, answer, now }: { holdId: string; answer: SupplierAnswer; now: Date },
): Promise<void> {
  const hold = await readHold(trx, holdId);
  if (!hold) return;
  if (hold.state === 'released' && answer.state !== 'refused')
    return leaveAgain(trx, { holdId, answer, now });
  await noteSupplier(trx, { holdId, answer, checks: hold.supplierChecks, now });
  if (answer.state !== 'refused') return;
  if (hold.state === 'active') await releaseHold(trx, { holdId, reason: 'refused by supplier', now });
  else log.error({ holdId, orderId: hold.orderId }, 'a supplier refused places that are ordered already');
}

/** The answer came when nobody wanted the places any more. */
function leaveAgain(trx: Transaction, { holdId, answer, now }: Settled): Promise<void> {
  const reference = answer.state === 'held' ? { reference: answer.reference } : {};
  return noteSupplier(trx, { holdId, answer: { state: 'leaving', ...reference }, checks: 0, now });
}

type Settled = { holdId: string; answer: SupplierAnswer; now: Date };

function requestOf({ id, eventId, expiresAt }: SupplierHeld, { seats, counts }: Claims): SupplierRequest {
  const quantities: Record<string, number> = {};
  for (const { ticketTypeId, quantity } of counts)
    quantities[ticketTypeId] = (quantities[ticketTypeId] ?? 0) + quantity;
  return { holdId: id, eventId, seats: seats.map(({ seatCode }) => seatCode), quantities, expiresAt };
}

/** @throws providerUnreachable past the supplier's patience */
export async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(providerUnreachable('No answer in time.')), supplierPatienceMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
