import type { Transaction } from '@gangway/kit';
import type { Admission } from '../domain/admission.ts';
import { insertRows, readRows } from './rows.ts';

const moments = ['issuedAt', 'voidedAt', 'usedAt'];

/** Numbers for so many admissions, smaller ones first. */
export async function nextSerials(trx: Transaction, count: number): Promise<number[]> {
  if (count === 0) return [];
  const { rows } = await trx.raw(
    `select nextval('admission_serials')::text as serial from generate_series(1, ?) order by 1`,
    [count],
  );
  return (rows as { serial: string }[]).map(({ serial }) => Number(serial));
}

export async function insertAdmissions(
  trx: Transaction,
  { admissions, now }: { admissions: readonly Admission[]; now: Date },
): Promise<void> {
  await insertRows(trx, { table: 'admissions', rows: admissions, now });
}

/** All admissions of an order, voided ones included, in the order in which they were numbered. */
export async function readAdmissions(trx: Transaction, orderId: string): Promise<Admission[]> {
  return readRows<Admission>(trx, {
    sql: 'admissions t where t.order_id = ? order by t.serial',
    bindings: [orderId],
    moments,
  });
}

/**
 * Makes admissions worthless. Only those that nobody has used.
 * @returns the ids of those that are voided now and were not before
 */
export async function voidAdmissions(
  trx: Transaction,
  { ids, now }: { ids: readonly string[]; now: Date },
): Promise<string[]> {
  return changed(trx, {
    sql: `update admissions set state = 'voided', voided_at = ?, updated_at = ?
           where document_id = any(?) and state = 'issued' returning document_id as id`,
    bindings: [now.toISOString(), now.toISOString(), [...ids]],
  });
}

/** Makes voided admissions good again: their money could not be given back. */
export async function restoreAdmissions(
  trx: Transaction,
  { ids, now }: { ids: readonly string[]; now: Date },
): Promise<string[]> {
  return changed(trx, {
    sql: `update admissions set state = 'issued', voided_at = null, updated_at = ?
           where document_id = any(?) and state = 'voided' returning document_id as id`,
    bindings: [now.toISOString(), [...ids]],
  });
}

async function changed(
  trx: Transaction,
  { sql, bindings }: { sql: string; bindings: readonly unknown[] },
): Promise<string[]> {
  const { rows } = await trx.raw(sql, bindings);
  return (rows as { id: string }[]).map(({ id }) => id);
}
