import { Client } from 'pg';

/** Any two processes that boot together must agree on this number; nobody else may use it. */
const advisoryLock = 7_311_900_002;

/**
 * One process at a time changes the schema and creates what every installation has: Strapi itself has no lock there.
 * The lock goes with the connection, also when the process is killed.
 */
export async function withBootLock<Result>(
  databaseUrl: string,
  boot: () => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock]);
    return await boot();
  } finally {
    await client.end();
  }
}
