/** An open knex transaction, as much of it as rooms need that do not import knex. */
export type Transaction = {
  /** `?` in the SQL stands for the next binding; the answer is the driver's: `{ rows }` on PostgreSQL. */
  raw(sql: string, bindings?: readonly unknown[]): PromiseLike<{ rows: unknown[]; rowCount?: number | null }>;
  isTransaction?: boolean;
  isCompleted?(): boolean;
};

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
