import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { clusterName, stopAbandonedServer } from './abandoned-server.ts';
import { operatorError } from './operator-error.ts';
import { freePort, isPortFree } from './port.ts';
import { serverBinaries } from './server-binaries.ts';
import { serverUser } from './server-user.ts';
import type { ServerUser } from './server-user.ts';

const account = 'gangway';
const pollMs = 50;
/** How long sessions of a killed server may go on with what they are asked. */
const lastSessionsMs = 60_000;
/** Nobody listens, the server hangs up, "the database system is starting up". */
const notYet = ['ECONNREFUSED', 'ECONNRESET', '57P03'];

export interface EmbeddedPostgres {
  /** `postgres://…` with user, password and database. */
  url: string;
  port: number;
  pid: number;
  /** Resolves when the server is gone, whoever ended it. */
  exited: Promise<void>;
  /** Ends all connections, writes everything out, waits for the end. Safe to call twice. */
  stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  /** Ours alone: data, password and log of one server. Created when missing. */
  dataDir: string;
  /** 0 takes a free one. */
  port: number;
  /** False gives up safety against power loss for speed: for tests. */
  durable?: boolean;
}

interface Site extends Required<EmbeddedOptions> {
  data: string;
  bin: string;
  user: ServerUser | undefined;
  password: string;
}

/**
 * Starts the PostgreSQL 18 from npm on 127.0.0.1 and waits until it answers. A server that an earlier, killed start
 * left running on the same folder is stopped first; the last sessions of one that was killed are waited for. As root the
 * server runs as an unprivileged user.
 * @throws OperatorError PORT_TAKEN, DATA_UNUSABLE, NO_SERVER_USER, BINARIES_MISSING, BINARIES_UNREACHABLE, START_FAILED
 */
export async function startPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const site = prepare({ durable: true, ...options, port: options.port || (await freePort()) });
  await stopAbandonedServer(site.data);
  await refuseTakenPort(site.port);
  if (!existsSync(join(site.data, 'PG_VERSION'))) initialise(site);
  for (const over = performance.now() + lastSessionsMs; ; await pause(pollMs)) {
    try {
      return await serve(site);
    } catch (error) {
      if (!isStillInUse(site) || performance.now() > over) throw error;
    }
  }
}

async function serve(site: Site): Promise<EmbeddedPostgres> {
  const server = launch(site);
  const exited = new Promise<void>((done) => server.once('exit', () => done()));
  const stop = () => stopServer(server, exited);
  try {
    await untilItAnswers({ site, server });
    await createDatabase(site);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: address(site, account), port: site.port, pid: server.pid ?? 0, exited, stop };
}

/** Sessions outlive a server that was killed until they notice, and nobody may serve their data meanwhile. */
const isStillInUse = (site: Site): boolean =>
  existsSync(logFile(site)) && readFileSync(logFile(site), 'utf8').includes('is still in use');

function prepare(options: Required<EmbeddedOptions>): Site {
  const dataDir = resolve(options.dataDir);
  const data = join(dataDir, 'data');
  try {
    mkdirSync(dataDir, { recursive: true });
    refuseForeignData({ dataDir, data });
    const user = serverUser(data);
    return {
      ...options,
      dataDir,
      data,
      user,
      bin: join(serverBinaries(user), 'bin'),
      password: password(dataDir),
    };
  } catch (cause) {
    if ((cause as { operator?: true }).operator) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw operatorError(
      'DATA_UNUSABLE',
      `PostgreSQL cannot use ${dataDir} (${reason}): give this user the folder.`,
      cause,
    );
  }
}

/** PostgreSQL serves only the data of the user that runs it; as root that is the owner. */
function refuseForeignData({ dataDir, data }: Pick<Site, 'dataDir' | 'data'>): void {
  accessSync(dataDir, constants.W_OK | constants.X_OK);
  const owner = statSync(data, { throwIfNoEntry: false })?.uid;
  const self = process.getuid?.() ?? 0;
  if (owner !== undefined && self !== 0 && owner !== self) throw new Error('it belongs to another user');
}

function password(dataDir: string): string {
  const file = join(dataDir, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

async function refuseTakenPort(port: number): Promise<void> {
  if (await isPortFree(port)) return;
  throw operatorError(
    'PORT_TAKEN',
    `Port ${port} for PostgreSQL is taken: stop what listens there, or set DATABASE_PORT to another one.`,
  );
}

/** Made beside and moved into place, so that a kill in the middle leaves nothing that looks finished. */
function initialise(site: Site): void {
  const staging = `${site.data}.new`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { mode: 0o700 });
  const secret = mkdtempSync(join(tmpdir(), 'gangway-initdb-'));
  const passwordFile = join(secret, 'password');
  writeFileSync(passwordFile, site.password, { mode: 0o600 });
  if (site.user)
    for (const path of [staging, secret, passwordFile]) chownSync(path, site.user.uid, site.user.gid);
  try {
    runInitdb({ site, staging, passwordFile });
  } finally {
    rmSync(secret, { recursive: true });
  }
  rmSync(site.data, { recursive: true, force: true });
  renameSync(staging, site.data);
}

function runInitdb({
  site,
  staging,
  passwordFile,
}: {
  site: Site;
  staging: string;
  passwordFile: string;
}): void {
  const flags = [
    ...['-D', dataPath(site, staging), '-U', account, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
    ...['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'],
    ...(site.durable ? [] : ['--no-sync']),
  ];
  const result = spawnSync(join(site.bin, 'initdb'), flags, { ...site.user, cwd: staging, encoding: 'utf8' });
  if (result.status === 0) return;
  const reason = result.error?.message ?? lastLine(result.stderr);
  throw operatorError('START_FAILED', `PostgreSQL could not prepare ${site.data}: ${reason}.`);
}

/**
 * As in docker-compose.yml. A plan that is kept is made anew when its table was looked at: in the minute between two
 * looks, PostgreSQL's own, a sale that opens fills tables that were all but empty, and what found one row by any index
 * reads all of it. And the indexes of an archive of orders do not fit the 128 MB that PostgreSQL keeps by itself.
 */
const asInService = { autovacuum_naptime: '5s', shared_buffers: '512MB' };

function launch(site: Site): ChildProcess {
  const settings = {
    cluster_name: clusterName(site.data),
    port: site.port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 300,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_error_statement: 'panic',
    ...(site.durable ? asInService : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(logFile(site), 'w', 0o600);
  const server = spawn(join(site.bin, 'postgres'), ['-D', dataPath(site, site.data), ...flags], {
    ...site.user,
    cwd: site.data,
    stdio: ['ignore', log, log],
    // A group of its own: Ctrl-C in the terminal must not stop the database before those who still write to it.
    detached: true,
  });
  closeSync(log);
  return server;
}

/**
 * Another user may be unable to walk to the data (a repository below /root) though it owns it. The working directory
 * is entered while we are still root, and from inside it needs no walk.
 */
const dataPath = (site: Site, folder: string): string => (site.user ? '/proc/self/cwd' : folder);

const logFile = (site: Site): string => join(site.dataDir, 'postgres.log');

const address = (site: Site, database: string): string =>
  `postgres://${account}:${site.password}@127.0.0.1:${site.port}/${database}`;

async function untilItAnswers({ site, server }: { site: Site; server: ChildProcess }): Promise<void> {
  while (server.exitCode === null && server.signalCode === null) {
    if (await answers(site)) return;
    await pause(pollMs);
  }
  const reason = lastLine(readFileSync(logFile(site), 'utf8'));
  throw operatorError('START_FAILED', `PostgreSQL did not start, see ${logFile(site)}: ${reason}.`);
}

async function answers(site: Site): Promise<boolean> {
  try {
    return await withClient(address(site, 'postgres'), () => Promise.resolve(true));
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (notYet.includes(code)) return false;
    throw operatorError('START_FAILED', `PostgreSQL runs but does not let us in: ${message}.`, error);
  }
}

async function createDatabase(site: Site): Promise<void> {
  await withClient(address(site, 'postgres'), async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [account]);
    if (rowCount === 0) await client.query(`create database ${account}`);
  });
}

async function withClient<Result>(
  connectionString: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString });
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}

async function stopServer(server: ChildProcess, exited: Promise<void>): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
  server.kill('SIGINT');
  await exited;
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
