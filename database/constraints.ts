import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { operatorError } from './operator-error.ts';

/** Any two processes that start together must agree on this number; nobody else may use it. */
const advisoryLock = 7_311_900_001;
const lockTimeout = '20s';
const fileName = /^\d{3}-[a-z0-9-]+\.sql$/;

/** What we need of a `pg.Client` that is already connected. */
export interface QueryClient {
  query: (sql: string) => Promise<unknown>;
}

export type ConstraintsOptions = { dir?: string } & ({ connectionString: string } | { client: QueryClient });

/**
 * Runs `NNN-*.sql` of `dir` (default: database/constraints) in the order of their numbers: all in one transaction,
 * one process at a time. Each file may run again at every boot, so it is written idempotently. Call it after
 * Strapi's schema sync.
 * @returns the names of the files
 * @throws OperatorError CONSTRAINT_FAILED naming the file; nothing of the run is kept
 */
export async function applyConstraints(options: ConstraintsOptions): Promise<string[]> {
  const files = readFiles(options.dir ?? ownFolder());
  if ('client' in options) await apply(options.client, files);
  else await withClient(options.connectionString, (client) => apply(client, files));
  return files.map(({ name }) => name);
}

interface SqlFile {
  name: string;
  sql: string;
}

function readFiles(dir: string): SqlFile[] {
  const names = readdirSync(dir)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const stray = names.find((name) => !fileName.test(name));
  if (stray)
    throw operatorError(
      'CONSTRAINT_FAILED',
      `${join(dir, stray)} has no place in the order: name it NNN-what-it-is.sql.`,
    );
  return names.map((name) => ({ name, sql: readFileSync(join(dir, name), 'utf8') }));
}

async function apply(client: QueryClient, files: SqlFile[]): Promise<void> {
  await client.query(
    `begin; set local lock_timeout = '${lockTimeout}'; select pg_advisory_xact_lock(${advisoryLock})`,
  );
  try {
    for (const file of files) await applyFile(client, file);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function applyFile(client: QueryClient, { name, sql }: SqlFile): Promise<void> {
  try {
    await client.query(sql);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw operatorError(
      'CONSTRAINT_FAILED',
      `database/constraints/${name} could not be applied: ${reason}.`,
      cause,
    );
  }
}

async function withClient(
  connectionString: string,
  work: (client: QueryClient) => Promise<void>,
): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Beside this file in the sources, one folder up from `dist`. */
function ownFolder(): string {
  const beside = join(import.meta.dirname, 'constraints');
  return existsSync(beside) ? beside : join(import.meta.dirname, '..', 'constraints');
}
