import type { Core } from '@strapi/strapi';
import { record } from '@gangway/audit-log/contract';
import type { Locale, Person, Transaction } from '@gangway/kit';
import { idempotently, type KeyedRequest, type Outcome } from '../../../frame/idempotency/idempotently.ts';
import type { ReadyAnswer } from '../../../frame/idempotency/ready-answer.ts';
import type { Actor } from '../store/history.ts';
import { orderCard } from './desk-card.ts';

/** What a member of the staff does to an order, in one transaction with its audit entry. */
export type Deed = {
  trx: Transaction;
  staffId: string;
  actor: Actor;
  locale: Locale;
  requestId: string;
  now: Date;
};

export type DeskRequest = KeyedRequest & { person: Person };

/** Runs the deed once for an idempotency key; `route` and the person are its scope. */
export function asStaff(
  strapi: Core.Strapi,
  { request, route }: { request: DeskRequest; route: string },
  work: (deed: Deed) => Promise<Outcome>,
): Promise<ReadyAnswer> {
  const { person, locale, requestId, now } = request;
  const staffId = person.staffId ?? '';
  const actor = { kind: 'staff' as const, id: staffId };
  return idempotently(strapi, { request, scope: `${route}:staff:${staffId}` }, (trx) =>
    work({ trx, staffId, actor, locale, requestId, now }),
  );
}

export type Entry = { orderId: string; action: string; details?: Record<string, string | number | boolean> };

/** Who did it; words of people stay in the rows that the entry names. */
export function auditDeed(deed: Deed, { orderId, action, details = {} }: Entry): Promise<void> {
  const { trx, staffId, now, requestId } = deed;
  return record(trx, {
    ...{ actor: { kind: 'staff', id: staffId }, action: `ordering.${action}`, at: now, traceId: requestId },
    ...{ subject: { kind: 'order', id: orderId }, details },
  });
}

/** The order as it is after the deed. */
export async function cardAnswer(
  strapi: Core.Strapi,
  { deed, orderId, status = 200 }: { deed: Deed; orderId: string; status?: number },
): Promise<Outcome> {
  const { trx, locale, now } = deed;
  return { status, value: { data: await orderCard(strapi, { trx, orderId, locale, now }) } };
}
