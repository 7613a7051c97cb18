import type { Transaction } from '@gangway/kit';

/** The rows of a statement, in the shape that its SQL gives them. */
export async function rowsOf<Row>(
  trx: Transaction,
  sql: string,
  bindings: readonly unknown[] = [],
): Promise<Row[]> {
  const { rows } = await trx.raw(sql, bindings);
  return rows as Row[];
}

export async function oneRow<Row>(
  trx: Transaction,
  sql: string,
  bindings: readonly unknown[] = [],
): Promise<Row | undefined> {
  return (await rowsOf<Row>(trx, sql, bindings))[0];
}
