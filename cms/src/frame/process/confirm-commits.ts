import type { Core } from '@strapi/strapi';
import { allCarriedOut, beginAtOnce, quickTransaction } from '../database/quick-transaction.ts';
import type { Transactor as Quickened } from '../database/quick-transaction.ts';
import { statementsOf } from '../database/statements.ts';

type Transactor = Quickened & {
  commit(value?: unknown): Promise<{ response?: { command?: string } } | undefined>;
  executionPromise: Promise<unknown>;
};

type Work = (parts: { trx: Transactor }) => unknown;
type StrapiTransaction = (work?: Work) => Promise<unknown>;

const known = new WeakSet<Transactor>();

/**
 * Makes `strapi.db.transaction` tell when a commit did not happen. Strapi waits for knex' `commit()`, which resolves
 * also when COMMIT fails (a deferred constraint, a connection that is gone), and PostgreSQL answers a COMMIT of an
 * aborted transaction with ROLLBACK and no error: either way the caller would be told of a success that is not there.
 */
export function confirmCommits(strapi: Core.Strapi): void {
  const { db } = strapi;
  beginAtOnce({ db });
  const statements = statementsOf(strapi);
  const transaction = db.transaction.bind(db) as unknown as StrapiTransaction;
  const confirming = async (work?: Work) => {
    if (work)
      return transaction(async (parts) =>
        work({ ...parts, trx: await quickTransaction(confirmed(parts.trx), statements) }),
      );
    const open = (await transaction()) as { get(): Transactor };
    confirmed(open.get());
    return open;
  };
  Object.assign(db, { transaction: confirming });
}

/** Once for each transaction: nested work is given the same one. */
function confirmed(trx: Transactor): Transactor {
  if (known.has(trx)) return trx;
  known.add(trx);
  const { commit } = trx;
  trx.commit = async (value) => {
    const committed = commit(value);
    committed.catch(() => undefined);
    trx.executionPromise.catch(() => undefined);
    await allCarriedOut(trx);
    const result = await committed;
    await trx.executionPromise;
    if (result?.response?.command !== 'COMMIT')
      throw new Error('The transaction was rolled back instead of committed.');
    return result;
  };
  return trx;
}
