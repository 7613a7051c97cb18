import { Client } from 'pg';

export const templateDatabase = 'gangway_template';

/** The address of another database on the same server. */
export function databaseOn(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** Makes `name` anew: empty, or as a copy of `template`. */
export async function createDatabase(work: {
  server: string;
  name: string;
  template?: string;
}): Promise<string> {
  const client = new Client({ connectionString: databaseOn(work.server, 'postgres') });
  await client.connect();
  try {
    await client.query(`drop database if exists ${work.name} with (force)`);
    await client.query(`create database ${work.name} ${work.template ? `template ${work.template}` : ''}`);
  } finally {
    await client.end();
  }
  return databaseOn(work.server, work.name);
}
