import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Bull from 'bull';
import { Client } from 'pg';
import { startPostgres } from '../../../../database/embedded.ts';
import type { EmbeddedPostgres } from '../../../../database/embedded.ts';
import { startValkey } from '../../../../database/valkey.ts';
import type { TestValkey } from '../../../../database/valkey.ts';

const constraints = resolve(__dirname, '../../../../database/constraints');
const tables = ['030-jobs', '031-jobs-items', '032-jobs-pending'];
const folder = mkdtempSync(join(tmpdir(), 'gangway-jobs-'));

let server: EmbeddedPostgres;
let client: Client;
let redis: TestValkey;
const workers: Worker[] = [];

type Worker = {
  child: ChildProcess;
  said: string[];
  tell(word: 'stop' | 'sweep'): void;
  exited: Promise<unknown[]>;
};

const sql = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await client.query<Row>(text, values)).rows;

beforeAll(async () => {
  server = await startPostgres({ dataDir: join(folder, 'postgres'), port: 0, durable: false });
  client = new Client({ connectionString: server.url });
  await client.connect();
  for (const table of tables) await sql(readFileSync(join(constraints, `${table}.sql`), 'utf8'));
  await sql('create table effects (n int, pid int)');
  await sql('create table runs (job text, n int, pid int)');
});

beforeEach(async () => {
  redis = await startValkey();
  await sql('truncate effects, runs, jobs_pending');
});

afterEach(async () => {
  for (const { child } of workers) child.kill('SIGKILL');
  await Promise.all(workers.splice(0).map(({ exited }) => exited));
  await redis.close();
});

afterAll(async () => {
  await client.end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function startWorker(): Promise<Worker> {
  const child = fork(join(__dirname, 'worker-process.mts'), [server.url, redis.url], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const said: string[] = [];
  const exited = once(child, 'exit');
  const ready = new Promise<void>((done, fail) => {
    child.on('message', ({ level, message }: { level: string; message?: string }) => {
      if (level === 'ready') done();
      said.push(message ?? level);
    });
    void exited.then(() => fail(new Error('The worker ended.')));
  });
  const worker = { child, said, exited, tell: (word: string) => void child.send(word) };
  workers.push(worker);
  await ready;
  return worker;
}

/** As the driver's `add` writes them. */
async function enqueue(name: 'exact' | 'held', numbers: readonly number[]): Promise<void> {
  await sql(
    `with stored as (
       insert into jobs_pending (name, payload, run_at, max_attempts, created_at, updated_at)
       select $1, json_build_object('n', n), now(), 10, now(), now() from unnest($2::int[]) as n
     ) select pg_notify('jobs_pending', '')`,
    [name, numbers],
  );
}

async function until(question: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await question())) await pause(20);
}

const effects = async () => Number((await sql<{ count: string }>('select count(*) from effects'))[0]?.count);
const left = async () =>
  Number((await sql<{ count: string }>('select count(*) from jobs_pending'))[0]?.count);
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

async function eachOnce(count: number): Promise<void> {
  await until(async () => (await left()) === 0);
  const rows = await sql<{ n: number }>('select n from effects order by n');
  expect(rows.map(({ n }) => n)).toEqual(numbers(count));
}

/** Holds the lock that a held job waits for. */
const hold = () => sql('select pg_advisory_lock(42)');
const release = () => sql('select pg_advisory_unlock(42)');
const runs = (job: string) =>
  sql<{ n: number; pid: number }>('select n, pid from runs where job = $1', [job]);

describe('jobs handed out by bull', () => {
  it('are shared by two worker processes, each done once', async () => {
    await Promise.all([startWorker(), startWorker()]);
    // A worker has four hands, and four more for a moment when Redis was slow to answer: nine jobs need both.
    await hold();
    await enqueue('held', numbers(9));
    await until(async () => new Set((await runs('held')).map(({ pid }) => pid)).size === 2);
    await release();
    await enqueue('exact', numbers(209).slice(9));
    await eachOnce(209);
    const pids = await sql('select distinct pid from effects');
    expect(pids).toHaveLength(2);
  });

  it('are done once each when Redis forgets everything in mid-run', async () => {
    await Promise.all([startWorker(), startWorker()]);
    await enqueue('exact', numbers(200));
    await until(async () => (await effects()) > 30);
    await redis.flush();
    await enqueue('exact', [200]);
    await eachOnce(201);
  });

  it('are done once each when Redis is killed in mid-run and comes back empty', async () => {
    const [worker] = await Promise.all([startWorker(), startWorker()]);
    await enqueue('exact', numbers(200));
    await until(async () => (await effects()) > 30);
    await redis.kill();
    await enqueue('exact', [200]);
    redis = await startValkey({ port: redis.port });
    await eachOnce(201);
    await until(() => worker.said.some((line) => line.includes('Redis answers again')));
    expect(worker.said.filter((line) => line.includes('Redis does not answer'))).toHaveLength(1);
  });

  it('come from PostgreSQL while Redis is away, and from Redis again afterwards', async () => {
    await Promise.all([startWorker(), startWorker()]);
    await redis.kill();
    await enqueue('exact', numbers(50));
    await eachOnce(50);
    redis = await startValkey({ port: redis.port });
    await until(async () => (await redis.send('EXISTS', 'gangway:jobs-known')) === 1);
    await enqueue('exact', [50]);
    await eachOnce(51);
  });

  it('run in a worker that never met Redis', async () => {
    await redis.kill();
    const worker = await startWorker();
    await enqueue('exact', numbers(20));
    await eachOnce(20);
    expect(worker.child.exitCode).toBeNull();
  });

  it('go to another worker when theirs is killed in the middle', async () => {
    const [left, right] = await Promise.all([startWorker(), startWorker()]);
    await hold();
    await enqueue('held', [0]);
    await until(async () => (await runs('held')).length === 1);
    const [{ pid } = { pid: 0 }] = await runs('held');
    const [victim, other] = left.child.pid === pid ? [left, right] : [right, left];
    victim.child.kill('SIGKILL');
    await victim.exited;
    await release();
    await until(async () => {
      other.tell('sweep');
      return (await effects()) === 1;
    });
    await eachOnce(1);
    expect((await runs('held')).map((run) => run.pid)).toEqual([pid, other.child.pid]);
  });

  it('are not run again by a Redis that hands them out twice', async () => {
    await Promise.all([startWorker(), startWorker()]);
    await hold();
    await enqueue('held', [0]);
    await until(async () => (await runs('held')).length === 1);
    const [row] = await sql<{ id: string }>('select id::text from jobs_pending');
    const queue = new Bull('jobs', redis.url, { prefix: 'gangway' });
    const again = numbers(4).flatMap((time) => [0, 1].map((attempts) => ({ time, attempts })));
    const options = { removeOnComplete: true, removeOnFail: true };
    for (const { time, attempts } of again)
      await queue.add('held', { id: row?.id, attempts }, { ...options, jobId: `again-${time}-${attempts}` });
    // The one that is held is the one that stays.
    await until(async () => (await queue.getWaitingCount()) === 0 && (await queue.getActiveCount()) === 1);
    expect(await runs('held')).toHaveLength(1);
    await release();
    await eachOnce(1);
    await queue.close();
  });

  it.each(['there', 'away'])('are finished by a worker that stops with Redis %s', async (where) => {
    const worker = await startWorker();
    await hold();
    await enqueue('held', [0]);
    await until(async () => (await runs('held')).length === 1);
    if (where === 'away') await redis.kill();
    worker.tell('stop');
    await enqueue('exact', [1]);
    await release();
    expect(await worker.exited).toEqual([0, null]);
    expect(await sql('select n from effects')).toEqual([{ n: 0 }]);
    expect(await left()).toBe(1);
  });
});
