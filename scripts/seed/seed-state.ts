import { Client } from 'pg';

/** What a database holds: nothing, a demo season, a part of one (the seed was killed), or somebody's own data. */
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

/** Marks the database as one that is being seeded; once marked, a killed seed is taken up again by the next start. */
export async function beginSeed(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(
      `create table if not exists public.${mark} (begun_at timestamptz not null, finished_at timestamptz)`,
    );
    await client.query(
      `insert into public.${mark} select now() where not exists (select from public.${mark})`,
    );
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
