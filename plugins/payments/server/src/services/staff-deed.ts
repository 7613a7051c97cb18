import { record } from '@gangway/audit-log/contract';
import type { Person, Transaction } from '@gangway/kit';

/** What somebody of the staff does to a payment or a refund. */
export type Deed = { id: string; person: Person; now: Date };

type Note = Deed & { action: string; kind: 'payment' | 'refund'; details?: Record<string, string> };

/** Writes a deed into the audit log. */
export const note = (
  trx: Transaction,
  { id, person, now, action, kind, details = {} }: Note,
): Promise<void> =>
  record(trx, {
    actor: { kind: 'staff', ...(person.staffId ? { id: person.staffId } : {}) },
    action,
    subject: { kind, id },
    details,
    at: now,
  });
