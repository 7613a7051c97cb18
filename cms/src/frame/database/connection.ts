import type { Statement, Statements } from './statements.ts';

/** What the driver answers: `{ rows, rowCount }`. */
export interface Answer {
  rows: unknown[];
  rowCount: number | null;
}

/** A connection of `pg`. In a pipeline it sends statements without waiting for the answers of those before. */
export interface Connection {
  pipeline: boolean;
  connection: { stream: { cork(): void; uncork(): void } };
  query(statement: Statement, done: (error: Error | null, answer: Answer) => void): void;
}

/** Undefined: knex has to make a statement of it. */
export function plainStatement(
  statements: Statements,
  sql: unknown,
  bindings: unknown,
): Statement | undefined {
  if (typeof sql !== 'string' || (bindings !== undefined && !Array.isArray(bindings))) return undefined;
  return statements.of(sql, bindings as unknown[] | undefined);
}

export interface Asking {
  connection: Connection;
  statements: Statements;
  statement: Statement;
  /** Told before anybody hears of what came behind it. */
  failed?(error: unknown): void;
}

const resultChanged = '0A000';

/** Sends the statement at once, behind all that was sent before. */
export function ask({ connection, statements, statement, failed }: Asking): Promise<Answer> {
  inOneParcel(connection);
  return new Promise((resolve, reject) => {
    connection.query(statement, (error, answer) => {
      if (!error) return resolve(answer);
      if (codeOf(error) === resultChanged) statements.forget(statement.name);
      failed?.(error);
      Error.captureStackTrace(error);
      reject(error);
    });
  });
}

export const codeOf = (error: unknown): string | undefined => (error as { code?: string }).code;

/** What is sent in this turn leaves together. */
export function inOneParcel({ connection: { stream } }: Connection): void {
  stream.cork();
  process.nextTick(() => stream.uncork());
}
