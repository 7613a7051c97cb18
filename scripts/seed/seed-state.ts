import { Client } from 'pg';

/** What a database holds: nothing, a demo season, half of one (the seed was killed), or somebody's own data. */
export type SeedState = 'empty' | 'finished' | 'unfinished' | 'foreign';

const mark = 'gangway_seed';

export async function seedState(databaseUrl: string): Promise<SeedState> {
  return withClient(databaseUrl, async (client) => {
    const marked = await client.query<{ present: boolean }>(
      `select to_regclass('public.${mark}') is not null as present`,
    );
    if (!marked.rows[0]?.present) return (await hasTables(client)) ? 'foreign' : 'empty';
    const finished = await client.query(`select from public.${mark} where finished_at is not null`);
    return finished.rowCount ? 'finished' : 'unfinished';
  });
}

/** Empties the database of everything the killed seed left, and marks it as one that is being seeded. */
export async function beginSeed(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(nspname) as name from pg_namespace where nspname !~ '^(pg_|information_schema$)'`,
    );
    for (const { name } of rows) await client.query(`drop schema ${name} cascade`);
    await client.query('create schema public');
    await client.query(
      `create table public.${mark} (begun_at timestamptz not null default now(), finished_at timestamptz)`,
    );
    await client.query(`insert into public.${mark} default values`);
  });
}

export async function finishSeed(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, (client) => client.query(`update public.${mark} set finished_at = now()`));
}

async function hasTables(client: Client): Promise<boolean> {
  const { rowCount } = await client.query(`select from pg_tables where schemaname = 'public' limit 1`);
  return rowCount === 1;
}

async function withClient<Answer>(
  connectionString: string,
  work: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
