import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Client } from 'pg';
import { dumpSchema } from '@gangway/database/schema';

const kept = resolve(__dirname, '../../../../database/schema.sql');
const copy = 'schema_under_test';

/** Other tests leave tables in the database of this worker: what a boot makes is looked at in a copy of the template. */
async function inCopy<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const address = new URL(databaseUrl);
  address.pathname = '/postgres';
  const server = new Client({ connectionString: address.href });
  await server.connect();
  await server.query(`create database ${copy} template gangway_template`);
  address.pathname = `/${copy}`;
  const client = new Client({ connectionString: address.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await server.query(`drop database ${copy} with (force)`);
    await server.end();
  }
}

describe('database/schema.sql', () => {
  it('says what a boot makes: run "node scripts/docs/schema.ts" after a change and read the difference', async () => {
    const made = await inCopy(dumpSchema);
    expect(made.split('\n')).toEqual(readFileSync(kept, 'utf8').split('\n'));
  });

  it.each([
    ['a column', 'alter table orders add column gift boolean not null default false'],
    ['a type', 'alter table idempotency_keys alter column status type bigint'],
    ['a default', 'alter table clock_offset alter column offset_ms set default 7'],
    ['a check', 'alter table jobs_cron add constraint jobs_cron_named check (name <> $$$$)'],
    ['an index', 'drop index rate_limits_expire'],
    ['a trigger', 'drop trigger audit_log_append_only on audit_log'],
    ['a function', 'create function nothing() returns void language sql as $$$$'],
    ['an extension', 'create extension tablefunc'],
  ])('would tell when %s is another', (_what, change) =>
    inCopy(async (client) => {
      const before = await dumpSchema(client);
      await client.query(change);
      expect(await dumpSchema(client)).not.toBe(before);
    }),
  );

  it('does not depend on the order in which columns came', () =>
    inCopy(async (client) => {
      const schemaOf = async (columns: string) => {
        await client.query(`create table ordered (${columns})`);
        const schema = await dumpSchema(client);
        await client.query('drop table ordered');
        return schema;
      };
      expect(await schemaOf('a int, b text')).toBe(await schemaOf('b text, a int'));
    }));
});
