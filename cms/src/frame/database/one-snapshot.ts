import type { Core } from '@strapi/strapi';
import { keepPlans } from '@gangway/kit';
import type { Transaction } from '@gangway/kit';
import { quickTransaction } from './quick-transaction.ts';
import type { Transactor } from './quick-transaction.ts';
import { statementsOf } from './statements.ts';

/** Reads that belong together: all of them see the tables at one moment. Joins no transaction that is open around it. */
export function inOneSnapshot<Result>(
  strapi: Core.Strapi,
  read: (trx: Transaction) => Promise<Result>,
): Promise<Result> {
  return strapi.db.connection.transaction(
    async (trx) => {
      const quick: unknown = await quickTransaction(trx as unknown as Transactor, statementsOf(strapi));
      await keepPlans(quick as Transaction);
      return read(quick as Transaction);
    },
    { isolationLevel: 'repeatable read', readOnly: true },
  );
}
