import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine } from '../../database/command-line.ts';
import { freePort, isPortFree } from '../../database/port.ts';
import { seedState } from '../seed/seed-state.ts';
import { startHouse } from '../test/e2e/house-under-test.ts';

const folder = mkdtempSync(join(tmpdir(), 'gangway-survives-'));
const ports = {
  CMS_PORT: '',
  STOREFRONT_PORT: '',
  SANDBOX_PORT: '',
  SANDBOX_SMTP_PORT: '',
  DATABASE_PORT: '',
};
const start = () => startHouse({ folder, env: ports, args: ['--season', 'small'] });

beforeAll(async () => {
  for (const name of Object.keys(ports) as (keyof typeof ports)[]) ports[name] = String(await freePort());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const opened = 'Ctrl-C closes everything';
const databaseUrl = () => {
  const password = readFileSync(join(folder, 'postgres', 'password'), 'utf8');
  return `postgres://gangway:${password}@127.0.0.1:${ports.DATABASE_PORT}/gangway`;
};

async function eventCount(): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${ports.CMS_PORT}/api/events?pageSize=1`);
  return ((await response.json()) as { meta: { total: number } }).meta.total;
}

/** The processes of this house, whoever started them. */
const running = (): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .filter((pid) => commandLine(Number(pid))?.includes(folder) || isOurPostgres(Number(pid)));

const isOurPostgres = (pid: number) => Boolean(commandLine(pid)?.includes(`port=${ports.DATABASE_PORT}`));

async function portsAreFree() {
  const free = await Promise.all(Object.values(ports).map((port) => isPortFree(Number(port))));
  return free.every(Boolean);
}

describe('the house', () => {
  it('begins anew with --reset, and completes a season whose seeding was killed', async () => {
    const old = {
      secrets: join(folder, 'secrets.env'),
      data: join(folder, 'postgres', 'data'),
      log: join(folder, 'mine.txt'),
    };
    mkdirSync(old.data, { recursive: true });
    for (const file of [old.secrets, join(old.data, 'PG_VERSION'), old.log]) writeFileSync(file, 'OLD=1\n');
    const first = startHouse({ folder, env: ports, args: ['--season', 'small', '--reset'] });
    await first.said('seeding the demo season');
    await untilSeedHasBegun();
    first.process.kill('SIGKILL');
    await first.exited;
    expect(readFileSync(old.secrets, 'utf8')).not.toContain('OLD');
    expect(readFileSync(old.log, 'utf8')).toBe('OLD=1\n');

    const second = start();
    await second.said(opened);
    expect(await seedState(databaseUrl())).toBe('finished');
    expect(await eventCount()).toBeGreaterThan(20);
    expect(await second.stop()).toBe(0);
  });

  it('does not seed a second time, and leaves no process when Ctrl-C closes it', async () => {
    const house = start();
    await house.said(opened);
    expect(house.output()).not.toContain('season');
    const before = await eventCount();
    expect(await house.stop()).toBe(0);
    expect(running()).toEqual([]);
    expect(await portsAreFree()).toBe(true);
    expect(before).toBeGreaterThan(20);
  });

  it.each(['cms', 'storefront', 'sandbox', 'postgres'])(
    'closes with a sentence and code 1 when %s vanishes',
    async (name) => {
      const house = start();
      await house.said(opened);
      process.kill(pidOf(name), 'SIGKILL');
      expect(await house.exited).toBe(1);
      expect(house.output()).toMatch(/ended.*: see .*, then start again\.\n$/);
      expect(running()).toEqual([]);
    },
  );

  it('ends what a killed start left running, and opens again', async () => {
    const killed = start();
    await killed.said(opened);
    const left = running();
    killed.process.kill('SIGKILL');
    await killed.exited;
    const house = start();
    await house.said(opened);
    expect(running().filter((pid) => left.includes(pid))).toEqual([]);
    expect(await house.stop()).toBe(0);
  });
});

function pidOf(name: string): number {
  if (name === 'postgres')
    return Number.parseInt(readFileSync(join(folder, 'postgres', 'data', 'postmaster.pid'), 'utf8'));
  const pids = JSON.parse(readFileSync(join(folder, 'processes.json'), 'utf8')) as number[];
  return pids[['cms', 'storefront', 'sandbox'].indexOf(name)] ?? 0;
}

/** The seed marks the database before it writes anything else. */
async function untilSeedHasBegun() {
  while ((await seedState(databaseUrl())) !== 'unfinished')
    await fetch('http://127.0.0.1:1').catch(() => undefined);
}
