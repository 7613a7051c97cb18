/** An open knex transaction, as much of it as rooms need that do not import knex. */
export type Transaction = {
  /** `?` in the SQL stands for the next binding; the answer is the driver's: `{ rows }` on PostgreSQL. */
  raw(sql: string, bindings?: readonly unknown[]): PromiseLike<{ rows: unknown[]; rowCount?: number | null }>;
  isTransaction?: boolean;
  isCompleted?(): boolean;
  send?(sql: string, bindings: readonly unknown[]): void;
};

/**
 * A statement whose answer nobody needs: it is carried out in its turn and not waited for, so that it travels with what
 * is sent next, or with the commit. Should it fail, nothing behind it is carried out and the commit fails with its error.
 */
export async function send(trx: Transaction, sql: string, bindings: readonly unknown[] = []): Promise<void> {
  if (trx.send) trx.send(sql, bindings);
  else await trx.raw(sql, bindings);
}

/**
 * Statements of this transaction are planned once for whatever values, where PostgreSQL would plan them anew for these:
 * half of its work in a checkout. For texts that find a few rows by an index whatever they are given, not for lists
 * with filters. They are planned from indexes: a plan that was made while a table was all but empty, as on the first
 * morning of a sale, would go on reading the whole of it while it fills.
 */
export function keepPlans(trx: Transaction): Promise<void> {
  return send(trx, 'set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off');
}

/**
 * Refuses a connection outside a transaction and a transaction that has ended: what is written there would
 * stand although the caller's work was rolled back. `doing` completes the sentence, as in "enqueue a job".
 */
export function requireOpen(trx: Transaction, doing: string): void {
  if (!trx?.isTransaction)
    throw new TypeError(`To ${doing}, pass the open transaction of the work it belongs to.`);
  if (trx.isCompleted?.())
    throw new TypeError(`To ${doing}, the transaction must still be open; it has ended.`);
}
