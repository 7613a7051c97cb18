import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { internalToken, openHouse, startCms, startReadyCms, patience } from './cms-process.ts';
import type { CmsProcess, House } from './cms-process.ts';

jest.setTimeout(patience);

const realSale = { SANDBOX: 'off', SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'tickets@example.org' };

let house: House;
beforeAll(async () => void (house = await openHouse()));
afterAll(() => house.close());

const post = (body: object, token?: string) => ({
  headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
  body: JSON.stringify(body),
});

async function stop(...processes: CmsProcess[]) {
  for (const cms of processes) cms.kill('SIGTERM');
  expect(await Promise.all(processes.map(({ exited }) => exited))).toEqual(processes.map(() => 0));
}

const staff = () =>
  house.sql(`select u.email, r.code as role from admin_users u
    join admin_users_roles_lnk l on l.user_id = u.id join admin_roles r on r.id = l.role_id order by u.id`);

/** What the Manager of a demonstration may change. */
const managerActs = async (where = house) => {
  const rows = await where.sql<{ action: string }>(`select p.action from admin_permissions p
    join admin_permissions_role_lnk l on l.permission_id = p.id join admin_roles r on r.id = l.role_id
    where r.code = 'gangway-manager' and p.action like 'api::sections.%.act' order by p.action`);
  return rows.map(({ action }) => action.split('.')[1]);
};

const logIn = (cms: CmsProcess, password: string) =>
  fetch(`${cms.url}/admin/login`, { method: 'POST', ...post({ email: 'admin@gangway.example', password }) });

describe('an empty installation', () => {
  it('without a password for its administrator refuses real sales, with one sentence', async () => {
    const cms = await startCms({ databaseUrl: house.databaseUrl, env: realSale });
    expect(await cms.exited).toBe(1);
    expect(cms.output()).toMatch(
      /^SANDBOX=off refuses a back office without an administrator: set ADMIN_EMAIL and ADMIN_PASSWORD\.$/m,
    );
    expect(cms.output()).not.toContain('    at ');
    expect(await staff()).toEqual([]);
  });

  it('is set up once by two processes that start together', async () => {
    const env = { ADMIN_PASSWORD: 'First-password-1', SANDBOX: 'on' };
    const start = { databaseUrl: house.databaseUrl, env };
    const both = await Promise.all([startReadyCms(start), startReadyCms(start)]);
    const count = async (table: string) =>
      (await house.sql<{ n: string }>(`select count(*) n from ${table}`))[0]?.n;
    expect(await house.sql(`select code from i18n_locale order by id`)).toEqual([
      { code: 'ru' },
      { code: 'en' },
      { code: 'zh-Hans' },
    ]);
    expect(await count('strapi_api_tokens')).toBe('0');
    expect(await count('clock_offset')).toBe('1');
    expect(await staff()).toEqual([
      { email: 'admin@gangway.example', role: 'strapi-super-admin' },
      { email: 'manager@gangway.example', role: 'gangway-manager' },
    ]);
    expect(await managerActs()).toEqual(['catalog', 'orders', 'refunds', 'schedule', 'support']);
    expect((await logIn(both[0], 'First-password-1')).status).toBe(200);
    await stop(...both);
  });

  it('keeps the password that people have, whatever the environment says later', async () => {
    const cms = await startReadyCms({
      databaseUrl: house.databaseUrl,
      env: { ADMIN_PASSWORD: 'Second-password-2' },
    });
    expect((await logIn(cms, 'First-password-1')).status).toBe(200);
    expect((await logIn(cms, 'Second-password-2')).status).toBe(400);
    await stop(cms);
  });

  it('takes up the business time that was stored', async () => {
    await house.sql('update clock_offset set offset_ms = 86400000');
    const cms = await startReadyCms({ databaseUrl: house.databaseUrl });
    const response = await fetch(`${cms.url}/api/internal/clock`, {
      headers: post({}, internalToken).headers,
    });
    expect(await response.json()).toMatchObject({ data: { offsetMs: 86_400_000 } });
    await stop(cms);
  });
});

describe('SANDBOX=off', () => {
  it('begins with one administrator, and a Manager who is granted nothing', async () => {
    const own = await openHouse();
    const env = { ...realSale, ADMIN_PASSWORD: 'First-password-1' };
    await stop(await startReadyCms({ databaseUrl: own.databaseUrl, env }));
    const people = await own.sql(`select email from admin_users`);
    const managers = await own.sql(`select 1 from admin_roles where code = 'gangway-manager'`);
    const acts = await managerActs(own);
    await own.close();
    expect({ people, managers: managers.length, acts }).toEqual({
      ...{ people: [{ email: 'admin@gangway.example' }], managers: 1, acts: [] },
    });
  });

  it('starts without a password where an administrator is, and registers nobody', async () => {
    const cms = await startReadyCms({ databaseUrl: house.databaseUrl, env: realSale });
    const person = { email: 'x@example.org', password: 'Own-password-1', firstname: 'X' };
    const answer = await fetch(`${cms.url}/admin/register-admin`, { method: 'POST', ...post(person) });
    expect(answer.status).toBe(404);
    await stop(cms);
  });

  it('leaves the clock alone', async () => {
    const cms = await startReadyCms({ databaseUrl: house.databaseUrl, env: realSale });
    const move = { method: 'PUT', ...post({ reset: true }, internalToken) };
    const response = await fetch(`${cms.url}/api/internal/clock`, move);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: 'SANDBOX_OFF' } });
    await stop(cms);
  });

  it('refuses to sell from the demo season, with one sentence', async () => {
    await house.sql(`insert into sellers (document_id, slug, demo) values ('s', 'volna', true)`);
    const cms = await startCms({ databaseUrl: house.databaseUrl, env: realSale });
    expect(await cms.exited).toBe(1);
    expect(cms.output()).toMatch(/^SANDBOX=off refuses the demo sellers volna: .*SANDBOX=on\.$/m);
    expect(cms.output()).not.toContain('    at ');
  });
});

describe('a wrong setting', () => {
  it('is one sentence and exit code 1', async () => {
    const cms = await startCms({ databaseUrl: house.databaseUrl, env: { JWT_SECRET: 'short' } });
    expect(await cms.exited).toBe(1);
    expect(cms.output()).toMatch(/^JWT_SECRET cannot be used as it is: [^\n]*\n$/);
  });

  it('is a database that does not answer', async () => {
    const cms = await startCms({ databaseUrl: 'postgres://user:secret@127.0.0.1:1/gangway' });
    expect(await cms.exited).toBe(1);
    expect(cms.output()).toBe(
      'PostgreSQL cannot be used at 127.0.0.1:1/gangway (ECONNREFUSED): start it, or put DATABASE_URL right.\n',
    );
  });

  it('is a folder for pictures that cannot be written to', async () => {
    const file = join(house.folder, 'no-folder');
    writeFileSync(file, '');
    const cms = await startCms({ databaseUrl: house.databaseUrl, env: { FILES_DIR: file } });
    expect(await cms.exited).toBe(1);
    expect(cms.output()).toBe(
      `${file}/uploads cannot be written to: give this user the right to, or set FILES_DIR to another folder.\n`,
    );
  });
});
