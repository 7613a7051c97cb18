import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Client } from 'pg';
import { dumpSchema } from '@gangway/database/schema';

const kept = resolve(__dirname, '../../../../database/schema.sql');
const copy = 'schema_under_test';

const on = (database: string) => {
  const address = new URL(databaseUrl);
  address.pathname = `/${database}`;
  return new Client({ connectionString: address.href });
};

// Other tests leave tables in the database of this worker: what a boot makes is looked at in a copy of the template.
const server = on('postgres');
const client = on(copy);

beforeAll(async () => {
  await server.connect();
  await server.query(`create database ${copy} template gangway_template`);
  await client.connect();
  // The seed's own, which no boot makes.
  await client.query('drop table seed_ledger');
});
afterAll(async () => {
  await client.end();
  await server.query(`drop database ${copy} with (force)`);
  await server.end();
});

/** The schema as it is after the changes, which are undone. */
async function schemaAfter(change: string): Promise<string> {
  await client.query(`begin; ${change}`);
  const schema = await dumpSchema(client);
  await client.query('rollback');
  return schema;
}

describe('database/schema.sql', () => {
  it('says what a boot makes: run "node scripts/docs/schema.ts" after a change and read the difference', async () => {
    const made = await dumpSchema(client);
    expect(made.split('\n')).toEqual(readFileSync(kept, 'utf8').split('\n'));
  });

  it.each([
    ['a column', 'alter table orders add column gift boolean not null default false'],
    ['a type', 'alter table idempotency_keys alter column status type bigint'],
    ['a default', 'alter table clock_offset alter column offset_ms set default 7'],
    ['a check', "alter table jobs_cron add constraint jobs_cron_named check (name <> '')"],
    ['an index', 'drop index rate_limits_expire'],
    ['a trigger', 'drop trigger audit_log_append_only on audit_log'],
    ['a function', 'create function nothing() returns void language sql as $$$$'],
    ['an extension', 'create extension tablefunc'],
  ])('would tell when %s is another', async (_what, change) => {
    expect(await schemaAfter(change)).not.toBe(await schemaAfter(''));
  });

  it('does not depend on the order in which columns came', async () => {
    const ordered = (columns: string) => schemaAfter(`create table ordered (${columns})`);
    expect(await ordered('a int, b text')).toBe(await ordered('b text, a int'));
  });
});
