import { Client } from 'pg';
import { operatorError } from './operator-error.ts';

/** Any two processes that boot together must agree on this number; nobody else may use it. */
const advisoryLock = 7_311_900_002;

/**
 * One process at a time changes the schema and creates what every installation has: Strapi itself has no lock there.
 * The lock goes with the connection, also when the process is killed.
 * @throws OperatorError DATABASE_UNREACHABLE
 */
export async function withBootLock<Result>(
  databaseUrl: string,
  boot: () => Promise<Result>,
): Promise<Result> {
  const client = new Client({
    ...{ connectionString: databaseUrl, keepAlive: true, keepAliveInitialDelayMillis: 10_000 },
  });
  await client.connect().catch((error: unknown) => Promise.reject(unreachable(databaseUrl, error)));
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock]);
    return await boot();
  } finally {
    await client.end();
  }
}

/** Without user and password. */
function unreachable(databaseUrl: string, error: unknown): Error {
  const { host, pathname } = new URL(databaseUrl);
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
  return operatorError(
    'DATABASE_UNREACHABLE',
    `PostgreSQL cannot be used at ${host}${pathname} (${reason}): start it, or put DATABASE_URL right.`,
  );
}
