import type { Core } from '@strapi/strapi';
import { claimKey, keepAnswer, keepReference, requestHash } from '@gangway/database/idempotency';
import { commonErrors, type Transaction } from '@gangway/kit';
import type { Reply } from '../../../frame/front/front.ts';
import { idempotencyKey } from '../../../frame/idempotency/idempotency-key.ts';
import type { KeyedRequest } from '../../../frame/idempotency/idempotently.ts';
import { readyAnswer } from '../../../frame/idempotency/ready-answer.ts';
import type { Wanted } from '../domain/wanted-places.ts';
import { seatingErrors } from '../errors.ts';
import { markAsked, noteSupplier, readHold, type SupplierHeld } from '../store/supplier-holds.ts';
import {
  askSupplier,
  settleSupplier,
  type SupplierAnswer,
  supplierRequest,
} from '../supplier-hold/ask-supplier.ts';
import { type Asking, heldView, type LockWork } from './held-view.ts';
import { unlockPlaces } from './unlock-places.ts';

type SupplierLocking = {
  strapi: Core.Strapi;
  request: KeyedRequest;
  scope: string;
  sessionId: string;
  asking: Asking;
  work: LockWork;
};

/** `added` is unknown when an earlier process began and did not end. */
type Begun = { holdId: string; added?: Wanted } | { answer: Reply };

/**
 * A lock of places that somebody else owns: our places first, then, outside any transaction, theirs. Without an
 * answer the places stay held and the supplier is asked again by a job; when it refuses, they are free again.
 * @throws SUPPLIER_REFUSED and what the lock itself throws
 */
export async function lockAtSupplier(locking: SupplierLocking): Promise<Reply> {
  const { strapi, asking } = locking;
  const begun = await strapi.db.transaction(({ trx }) => begin(trx, locking));
  if ('answer' in begun) return begun.answer;
  const { holdId } = begun;
  const request = await strapi.db.transaction(({ trx }) => supplierRequest(trx, { holdId, now: asking.now }));
  if (!request) throw seatingErrors.SUPPLIER_REFUSED();
  const answer = await askSupplier(strapi, request);
  const reply = await strapi.db.transaction(({ trx }) => settle(trx, { ...locking, ...begun, answer }));
  if (answer.state === 'refused') throw seatingErrors.SUPPLIER_REFUSED({ reason: answer.reason });
  return reply;
}

async function begin(trx: Transaction, locking: SupplierLocking): Promise<Begun> {
  const known = await claimed(trx, locking);
  if (known) return known;
  const { holdId, added } = await locking.work(trx, locking.asking);
  await markAsked(trx, { holdId, now: locking.asking.now });
  const owner = ownerOf(locking);
  if (owner) await keepReference(trx, { ...owner, reference: holdId });
  return { holdId, added };
}

/** What an equal request has done already; undefined when there was none. */
async function claimed(trx: Transaction, locking: SupplierLocking): Promise<Begun | undefined> {
  const owner = ownerOf(locking);
  if (!owner) return undefined;
  const { params, query, body, now } = locking.request;
  const claim = await claimKey(trx, { ...owner, hash: requestHash([params, query, body]), now });
  if (claim.state === 'other-request') throw commonErrors.IDEMPOTENCY_KEY_REUSED();
  if (claim.state === 'done') return { answer: readyAnswer(claim) };
  if (claim.state === 'open' && claim.reference !== null) return { holdId: claim.reference };
  return undefined;
}

function ownerOf({ request, scope }: SupplierLocking): { scope: string; key: string } | undefined {
  const key = idempotencyKey(request.headers);
  return key === undefined ? undefined : { scope, key };
}

type Settling = SupplierLocking & { holdId: string; added?: Wanted; answer: SupplierAnswer };

async function settle(trx: Transaction, settling: Settling): Promise<Reply> {
  const { holdId, added, answer, asking, sessionId } = settling;
  const { now } = asking;
  if (answer.state === 'refused' && added) await giveUp(trx, { ...settling, added });
  else await settleSupplier(trx, { holdId, answer, now });
  const value = answer.state === 'refused' ? null : { data: await heldView(trx, { sessionId, holdId, now }) };
  const contentType = 'application/json; charset=utf-8';
  const ready = { status: 200, contentType, bytes: Buffer.from(JSON.stringify(value)) };
  const owner = ownerOf(settling);
  if (owner && value) await keepAnswer(trx, { ...owner, ...ready });
  return readyAnswer(ready);
}

/** Only what this lock has added goes; what the supplier confirmed before stays, and what it has not is asked again. */
async function giveUp(
  trx: Transaction,
  { asking, holdId, added }: Settling & { added: Wanted },
): Promise<void> {
  const letGo = { seats: added.seats.map(({ seatCode }) => seatCode), counts: added.counts };
  const { departure, buyer, now } = asking;
  await unlockPlaces(trx, { eventId: departure.id, letGo, buyer, now });
  const hold = await readHold(trx, holdId);
  if (hold) await noteSupplier(trx, { holdId, answer: { state: stateAfter(hold) }, checks: 0, now });
}

function stateAfter({ state, supplierReference }: SupplierHeld): 'held' | 'refused' | 'unknown' {
  if (state === 'released') return 'refused';
  return supplierReference === null ? 'unknown' : 'held';
}
