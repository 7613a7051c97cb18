import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { applyConstraints } from '../constraints.ts';
import { startPostgres } from '../embedded.ts';
import type { EmbeddedPostgres } from '../embedded.ts';

const folder = mkdtempSync(join(tmpdir(), 'gangway-constraints-'));
let server: EmbeddedPostgres;
let client: Client;
let dir: string;

beforeAll(async () => {
  server = await startPostgres({ dataDir: join(folder, 'postgres'), port: 0, durable: false });
  client = new Client({ connectionString: server.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await server.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  dir = mkdtempSync(join(folder, 'sql-'));
  await client.query('drop table if exists ticket, journal; create table ticket (seat text)');
});

const write = (name: string, sql: string) => writeFileSync(join(dir, name), sql);
const apply = () => applyConstraints({ connectionString: server.url, dir });
const uniqueSeat = 'create unique index if not exists ticket_seat on ticket (seat)';

describe('applyConstraints', () => {
  it('runs the files in the order of their numbers, and again without harm', async () => {
    write('020-fill.sql', `insert into journal values ('used')`);
    write('010-journal.sql', 'create table if not exists journal (line text)');
    write('100-seat.sql', uniqueSeat);
    expect(await apply()).toEqual(['010-journal.sql', '020-fill.sql', '100-seat.sql']);
    expect(await apply()).toEqual(['010-journal.sql', '020-fill.sql', '100-seat.sql']);
    expect((await client.query({ text: 'select line from journal' })).rows).toHaveLength(2);
    await client.query(`insert into ticket values ('A1')`);
    await expect(client.query(`insert into ticket values ('A1')`)).rejects.toMatchObject({ code: '23505' });
  });

  it('names the file that fails and keeps nothing of the run', async () => {
    write('010-seat.sql', uniqueSeat);
    write('020-broken.sql', 'create index on nowhere (seat)');
    await expect(apply()).rejects.toMatchObject({
      code: 'CONSTRAINT_FAILED',
      message: 'database/constraints/020-broken.sql could not be applied: relation "nowhere" does not exist.',
    });
    const found = await client.query({ text: `select 1 from pg_indexes where indexname = 'ticket_seat'` });
    expect(found.rowCount).toBe(0);
  });

  it('refuses a file without a place in the order', async () => {
    write('seat.sql', uniqueSeat);
    await expect(apply()).rejects.toMatchObject({ code: 'CONSTRAINT_FAILED' });
  });

  it('lets processes that start together pass one after the other', async () => {
    write('010-journal.sql', 'create table journal_once (line text); drop table journal_once');
    await expect(Promise.all([apply(), apply(), apply(), apply()])).resolves.toHaveLength(4);
  });

  it('works on a connection that is already open', async () => {
    write('010-seat.sql', uniqueSeat);
    await applyConstraints({ client, dir });
    const found = await client.query({ text: `select 1 from pg_indexes where indexname = 'ticket_seat'` });
    expect(found.rowCount).toBe(1);
  });
});
