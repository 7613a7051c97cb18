import type { Core } from '@strapi/strapi';
import { ask, codeOf, inOneParcel, plainStatement } from './connection.ts';
import type { Answer, Connection } from './connection.ts';
import type { Statements } from './statements.ts';
import { lightTransactors, withVerbs } from './transactor.ts';
import type { Knex, Transaction } from './transactor.ts';

const transactionAborted = '25P02';

/** knex' transactor, as much of it as is needed here. */
export interface Transactor {
  raw(sql: unknown, bindings?: unknown): PromiseLike<Answer>;
  isCompleted(): boolean;
  client: { acquireConnection(): Promise<Connection>; emit(event: 'query', query: object): unknown };
}

type Open = (...given: unknown[]) => Transaction;
type Stream = (connection: Connection, ...given: unknown[]) => unknown;

/**
 * Lets transactions begin without a round trip of their own: `BEGIN` travels with the first statement. Should it fail,
 * so does that one.
 */
export function beginAtOnce({ db }: Pick<Core.Strapi, 'db'>): void {
  const { client } = db.connection as unknown as { client: { transaction: Open; _stream: Stream } };
  const lighten = lightTransactors(db.connection as unknown as Knex);
  const open = client.transaction.bind(client);
  const stream = client._stream.bind(client);
  // An answer in portions, as an export reads tables, does not go with a pipeline.
  client._stream = (connection, ...given) => {
    connection.pipeline = false;
    return stream(connection, ...given);
  };
  client.transaction = (...given) => {
    const transaction = open(...given);
    const begin = transaction.begin.bind(transaction);
    transaction.begin = (connection) => {
      inOneParcel(connection);
      connection.pipeline = true;
      return begin(connection);
    };
    lighten(transaction);
    return transaction;
  };
}

/**
 * The same transaction, with a `raw` that goes straight to the driver: no builder, texts that come often are prepared
 * statements, and what is asked for without waiting (`Promise.all`) travels together and is answered in its order.
 * Whatever is not a plain text with `?` goes through knex as before. `send` is for statements that nobody waits for.
 */
export async function quickTransaction<T extends Transactor>(trx: T, statements: Statements): Promise<T> {
  const known = quickOnes.get(trx);
  if (known) return known as T;
  const quick = made(trx, { connection: await trx.client.acquireConnection(), statements });
  quickOnes.set(trx, quick);
  return quick;
}

/** Nested work is given the very same one: rooms tell transactions apart by the object. */
const quickOnes = new WeakMap<Transactor, Transactor>();

type Means = { connection: Connection; statements: Statements };

function made<T extends Transactor>(trx: T, { connection, statements }: Means): T {
  const sent = sentIn(trx);
  const tell = (sql: unknown, bindings: unknown, failed: (error: unknown) => void) => {
    const statement = trx.isCompleted() ? undefined : plainStatement(statements, sql, bindings);
    if (!statement) return trx.raw(sql, bindings);
    // As knex does it: whoever listens hears every statement.
    trx.client.emit('query', { sql: statement.text, bindings: statement.values });
    return ask({ connection, statements, statement, failed }).catch((error: unknown) => {
      throw codeOf(error) === transactionAborted ? (sent.failure ?? error) : error;
    });
  };
  const raw: Transactor['raw'] = (sql, bindings) => tell(sql, bindings, () => undefined);
  const send = (sql: string, bindings?: unknown) => {
    const answer = Promise.resolve(tell(sql, bindings, (error) => (sent.failure ??= error)));
    answer.catch(() => undefined);
    sent.answers.push(answer);
  };
  return withVerbs(trx, { raw, send });
}

/** What was sent in a transaction without waiting for the answer. */
interface Sent {
  answers: Promise<unknown>[];
  /** Of the first that failed: the reason of every refusal behind it. */
  failure?: unknown;
}

const sentBy = new WeakMap<Transactor, Sent>();

function sentIn(trx: Transactor): Sent {
  const known = sentBy.get(trx) ?? { answers: [] };
  sentBy.set(trx, known);
  return known;
}

/** Resolves when all that was sent has been carried out; rejects as the first that was not. */
export async function allCarriedOut(trx: Transactor): Promise<void> {
  await Promise.all(sentIn(trx).answers);
}
