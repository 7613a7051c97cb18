import type { Core, UID } from '@strapi/strapi';
import { record } from '@gangway/audit-log/contract';
import type { Transaction } from '@gangway/kit';
import { permitSoldEdit } from '../../seating/editing/sold-departures.ts';
import { soleTurn } from '../../seating/store/turns.ts';
import type { Deed } from '../desk/desk-deed.ts';

type Writing<Seen> = {
  trx: Transaction;
  eventId: string;
  /** Looks at the departure, alone with it: nobody takes a place on it until the transaction ends. */
  allowed(): Promise<Seen>;
  data: Record<string, unknown> | ((seen: Seen) => Record<string, unknown>);
};

/** Writes a departure as its form would, by all rules but the one that sends people to this action. */
export async function writeDeparture<Seen>(strapi: Core.Strapi, writing: Writing<Seen>): Promise<Seen> {
  const { trx, eventId: documentId, allowed, data } = writing;
  await soleTurn(trx, [documentId]);
  const seen = await allowed();
  permitSoldEdit(trx, documentId);
  const values = typeof data === 'function' ? data(seen) : data;
  const documents = strapi.documents('api::catalog.event' as UID.ContentType);
  await documents.update({ documentId, data: values as never });
  return seen;
}

export type DepartureEntry = {
  eventId: string;
  action: string;
  details: Record<string, string | number | boolean>;
};

/** Words of people stay in the row that the entry is about. */
export function auditDeparture(deed: Deed, { eventId, action, details }: DepartureEntry): Promise<void> {
  const { trx, staffId, now, requestId } = deed;
  return record(trx, {
    ...{ actor: { kind: 'staff', id: staffId }, action: `ordering.${action}`, at: now, traceId: requestId },
    ...{ subject: { kind: 'event', id: eventId }, details },
  });
}
