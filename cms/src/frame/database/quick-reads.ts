import type { Core } from '@strapi/strapi';
import type { Transaction } from '@gangway/kit';
import { perStrapi } from '../per-strapi.ts';
import { ask, plainStatement } from './connection.ts';
import type { Answer, Asking, Connection } from './connection.ts';
import { type Pool, shareConnections } from './shared-connections.ts';
import { statementsOf } from './statements.ts';
import type { Statement } from './statements.ts';

/** Reads take no more of the pool: who sells waits for a connection behind sellers, not behind readers. */
const mostConnections = 4;

const shares = perStrapi((strapi) =>
  shareConnections(strapi.db.connection.client as Pool<Connection>, mostConnections),
);

/**
 * For a question of one statement that needs no transaction: it is prepared when it comes often, travels with others
 * that are asked at the same time, and sees what is committed. It joins no transaction that is open around it.
 */
export const quickReads: (strapi: Core.Strapi) => Transaction = perStrapi((strapi) =>
  readsOf(strapi, ({ connection, statements, statement }) => ask({ connection, statements, statement })),
);

/**
 * The same for texts that are planned once for whatever values, as `keepPlans` does it in a transaction. What surrounds
 * the statement travels with it.
 */
export const keptReads: (strapi: Core.Strapi) => Transaction = perStrapi((strapi) =>
  readsOf(strapi, async ({ connection, statements, statement }) => {
    const tell = (one: Statement) => ask({ connection, statements, statement: one });
    const [, answer] = await Promise.allSettled([tell(keepingPlans), tell(statement), tell(commit)]);
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  }),
);

// A plan for whatever values guesses how many rows they find: after some thousand new orders it took reading all of a
// million for cheaper than their words, a second for each search.
const keepingPlans: Statement = {
  text: 'begin read only; set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off',
  values: [],
};
const commit: Statement = { text: 'commit', values: [] };

type Reading = (asking: Asking) => Promise<Answer>;

function readsOf(strapi: Core.Strapi, read: Reading): Transaction {
  const { connection: knex } = strapi.db;
  const share = shares(strapi);
  const statements = statementsOf(strapi);
  const raw = async (sql: string, bindings?: readonly unknown[]) => {
    const statement = plainStatement(statements, sql, bindings);
    if (!statement) return knex.raw(sql, bindings as never[]);
    return share((connection) => {
      connection.pipeline = true;
      return read({ connection, statements, statement });
    });
  };
  return { raw };
}
