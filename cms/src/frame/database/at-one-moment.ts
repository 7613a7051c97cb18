import type { Core } from '@strapi/strapi';
import type { Socket } from 'node:net';
import type { Transaction } from '@gangway/kit';

/** How long a reading waits for its next answer, milliseconds. */
export interface Patience {
  /** For one statement: a server that is there ends it itself, and the connection stays good. */
  statementMs: number;
  /** For any sign of life: what says nothing for so long is cut, and nobody is given that connection again. */
  silenceMs: number;
}

/**
 * Statements of a reading answer within milliseconds; one that takes a minute waits for a lock or for nobody. Left to
 * itself the system gives a connection up after twenty seconds when it is idle, and after a quarter of an hour when it
 * has something unsent. The server has the first word, or each try would leave a statement behind that still waits there.
 */
export const usualPatience: Patience = { statementMs: 60_000, silenceMs: 75_000 };

type Knex = Core.Strapi['db']['connection'];
type Connection = { connection: { stream: Socket } };

interface Pool {
  acquireConnection(): Promise<Connection>;
  releaseConnection(connection: Connection): Promise<void>;
}

/**
 * Everything that `read` asks for as it is at one moment, without holding anybody up. Joins no transaction that is open
 * around it.
 * @throws what the server said, or that it said nothing
 */
export async function atOneMoment<Rows>(
  knex: Knex,
  read: (trx: Transaction) => Promise<Rows>,
  { statementMs, silenceMs }: Patience = usualPatience,
): Promise<Rows> {
  const pool = knex.client as Pool;
  const connection = await pool.acquireConnection();
  const stopWatching = cutWhenSilent(connection, silenceMs);
  try {
    return await knex.transaction(
      async (trx) => {
        await trx.raw(`set local statement_timeout = ${statementMs}`);
        return read(trx as unknown as Transaction);
      },
      { isolationLevel: 'repeatable read', readOnly: true, connection },
    );
  } finally {
    stopWatching();
    await pool.releaseConnection(connection);
  }
}

/** The driver fails everything that waits on a cut connection, and the pool throws it away when its turn comes. */
function cutWhenSilent({ connection: { stream } }: Connection, silenceMs: number): () => void {
  const cut = () => stream.destroy(new Error(`The database has not answered for ${silenceMs} ms.`));
  stream.setTimeout(silenceMs, cut);
  return () => void stream.setTimeout(0, cut);
}
