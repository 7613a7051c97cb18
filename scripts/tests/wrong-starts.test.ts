import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../database/port.ts';
import { generateSecrets } from '../secrets.ts';
import { startHouse } from '../test/e2e/house-under-test.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gangway-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Attempt {
  command?: 'start' | 'dev';
  env?: Record<string, string>;
  args?: string[];
  data?: string;
}

/** Starts with settings that cannot work and waits for the end. */
async function startWith({ command, env = {}, args = [], data = folder }: Attempt) {
  const start = startHouse({ command, folder: data, env: { ...(await freePorts()), ...env }, args });
  const code = await start.exited;
  return { code, lines: start.output().trim().split('\n') };
}

async function freePorts() {
  const names = ['CMS_PORT', 'STOREFRONT_PORT', 'SANDBOX_PORT', 'SANDBOX_SMTP_PORT', 'DATABASE_PORT'];
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, String(await freePort())] as const)),
  );
}

async function listener() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

const asOrdinaryUser = process.getuid?.() === 0 ? it.skip : it;
const notWritable = (data: string) =>
  `Gangway keeps its data in ${data}, where this user may not write: give the user the folder, or start from a copy of your own.`;
const nothingStarted = () => expect(existsSync(join(folder, 'postgres'))).toBe(false);

describe('a start that cannot work', () => {
  it('names every wrong setting, one sentence each, and starts nothing', async () => {
    const { code, lines } = await startWith({
      env: { LOG_LEVEL: 'loud', PUBLIC_URL: 'tickets', LOCALES: 'xx' },
    });
    expect(code).toBe(1);
    expect(lines).toEqual([
      'LOG_LEVEL is "loud": use fatal, error, warn, info, debug, trace or silent.',
      'PUBLIC_URL is "tickets": give an address such as https://tickets.example.org, without a path.',
      'LOCALES is "xx": give ru and any of en, zh, separated by commas.',
    ]);
    nothingStarted();
  });

  it('refuses a REDIS_URL that leads to no Redis, without showing its password', async () => {
    const { code, lines } = await startWith({ env: { REDIS_URL: 'http://:geheim@localhost:6379' } });
    expect(code).toBe(1);
    expect(lines).toEqual([
      'REDIS_URL cannot be used as it is: give an address such as redis://:password@host:6379/0, or rediss:// for TLS.',
    ]);
    nothingStarted();
  });

  it('refuses made-up secrets with the sandbox off', async () => {
    const secrets = generateSecrets() as Record<string, string>;
    const mail = { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'tickets@example.org' };
    const { code, lines } = await startWith({ env: { ...secrets, ...mail, SANDBOX: 'off' } });
    expect(code).toBe(1);
    expect(lines).toHaveLength(Object.keys(secrets).length);
    expect(lines[0]).toMatch(/^APP_KEYS is a demo secret, which SANDBOX=off refuses: /);
    nothingStarted();
  });

  it('asks for secrets instead of making them up with the sandbox off', async () => {
    const { code, lines } = await startWith({ env: { SANDBOX: 'off' } });
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^APP_KEYS is not set: give at least two keys/);
    expect(existsSync(join(folder, 'secrets.env'))).toBe(false);
  });

  it.each([
    ['CMS_PORT', 'the back office'],
    ['STOREFRONT_PORT', 'the website'],
    ['SANDBOX_PORT', 'the sandbox'],
    ['SANDBOX_SMTP_PORT', 'the mailbox'],
    ['DATABASE_PORT', 'postgresql'],
  ])('says which setting moves it away from the taken port of %s', async (variable, what) => {
    const { server, port } = await listener();
    try {
      const { code, lines } = await startWith({ env: { [variable]: String(port) } });
      expect(code).toBe(1);
      expect(lines).toEqual([
        `Port ${port} for ${what} is taken by another program: stop what listens there, or set ${variable} to another port.`,
      ]);
      nothingStarted();
    } finally {
      server.close();
    }
  });

  asOrdinaryUser('does not blame another program for a port that needs privileges', async () => {
    const { code, lines } = await startWith({ env: { CMS_PORT: '80' } });
    expect(code).toBe(1);
    expect(lines).toEqual([
      'Port 80 for the back office is not for this user, ports below 1024 need privileges: set CMS_PORT to a higher port.',
    ]);
    nothingStarted();
  });

  it('says which secrets it cannot read', async () => {
    const file = join(folder, 'secrets.env');
    mkdirSync(file);
    const { code, lines } = await startWith({});
    expect(code).toBe(1);
    expect(lines).toEqual([
      `The demo secrets in ${file} cannot be read or written: give this user the file, or move it away for new ones.`,
    ]);
    nothingStarted();
  });

  it('does not give one port to two processes', async () => {
    const port = String(await freePort());
    const { code, lines } = await startWith({ env: { CMS_PORT: port, SANDBOX_PORT: port } });
    expect(code).toBe(1);
    expect(lines).toEqual([
      `Port ${port} for the sandbox is taken by The back office (CMS_PORT): stop what listens there, or set SANDBOX_PORT to another port.`,
    ]);
  });

  it('says whose folder it cannot use', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const data = join(file, 'data');
    const { code, lines } = await startWith({ data });
    expect(code).toBe(1);
    expect(lines).toEqual([notWritable(data)]);
  });

  asOrdinaryUser('says whose folder it may not write to', async () => {
    chmodSync(folder, 0o500);
    const data = join(folder, 'data');
    const { code, lines } = await startWith({ data });
    chmodSync(folder, 0o700);
    expect(code).toBe(1);
    expect(lines).toEqual([notWritable(data)]);
  });

  it('says that the database behind DATABASE_URL does not answer', async () => {
    const port = await freePort();
    const { code, lines } = await startWith({
      env: { DATABASE_URL: `postgres://user:secret@127.0.0.1:${port}/shop` },
    });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      new RegExp(`^The database 127\\.0\\.0\\.1:${port}/shop does not answer .*: check DATABASE_URL\\.$`),
    );
    expect(lines[0]).not.toContain('secret');
  });

  it.each([
    ['start', 'npm start'],
    ['dev', 'npm run dev'],
  ] as const)('refuses arguments it does not know: %s', async (command, typed) => {
    const { code, lines } = await startWith({ command, args: ['--rest'] });
    expect(code).toBe(1);
    expect(lines).toEqual([
      `${typed} -- knows "--reset", "--data <folder>" and "--season demo" or "--season small": leave out the rest.`,
    ]);
  });

  it.each(['start', 'dev'] as const)(
    'begins anew when it is told to, whatever follows: %s',
    async (command) => {
      writeFileSync(join(folder, 'logs'), '');
      const { code } = await startWith({ command, args: ['--reset'], env: { LOG_LEVEL: 'loud' } });
      expect(code).toBe(1);
      expect(existsSync(join(folder, 'logs'))).toBe(false);
    },
  );

  it('leaves the folder to the start that runs there already', async () => {
    const holder = startHouse({ folder, env: { ...(await freePorts()) } });
    await holder.said('PostgreSQL answers');
    const { code, lines } = await startWith({});
    expect(code).toBe(1);
    expect(lines).toEqual([
      `Gangway already runs in ${folder} (process ${holder.process.pid}): use that one, or stop it with Ctrl-C or "kill ${holder.process.pid}".`,
    ]);
    expect(await holder.stop()).toBe(0);
  });

  it('takes no notice of the lock of a start that was killed', async () => {
    writeFileSync(join(folder, 'start.lock'), String(process.pid));
    const { lines } = await startWith({ env: { LOG_LEVEL: 'loud' } });
    expect(lines).toEqual(['LOG_LEVEL is "loud": use fatal, error, warn, info, debug, trace or silent.']);
    expect(existsSync(join(folder, 'start.lock'))).toBe(false);
  });
});
