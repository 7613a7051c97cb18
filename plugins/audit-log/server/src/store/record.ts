import { requireOpen } from '@gangway/kit';
import type { Transaction } from '@gangway/kit';
import { auditEntry } from '../../../contract/entry.ts';
import type { AuditEntry } from '../../../contract/entry.ts';

const insert = `
  insert into audit_log (at, actor_kind, actor_id, action, subject_kind, subject_id, details, trace_id)
  values (?, ?, ?, ?, ?, ?, ?, ?)`;

/**
 * Writes who did what, inside the transaction of the deed: both stand or neither does.
 * Throws when the entry is malformed or the transaction is not open.
 */
export async function record(trx: Transaction, entry: AuditEntry): Promise<void> {
  requireOpen(trx, 'record an audit entry');
  await trx.raw(insert, bindings(auditEntry.parse(entry)));
}

function bindings({ at, actor, action, subject, details, traceId }: AuditEntry): unknown[] {
  return [
    at,
    actor.kind,
    actor.id ?? null,
    action,
    subject.kind,
    subject.id,
    JSON.stringify(details ?? {}),
    traceId ?? null,
  ];
}
