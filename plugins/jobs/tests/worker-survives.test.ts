import type { JobsEngine } from '@gangway/jobs/contract';
import { eventually, witness } from '@gangway/jobs/testing';
import type { TestProcess } from '@gangway/jobs/testing';
import { z } from '@gangway/kit';
import { Client } from 'pg';
import { openLeases } from '../server/src/drivers/postgres/leases.ts';
import { createRecovery, holdLease } from '../server/src/drivers/postgres/recovery.ts';
import { lossyDatabase } from './lossy-database.ts';
import type { LossyDatabase } from './lossy-database.ts';
import { postgresHarness, silent, transaction } from './postgres-harness.ts';

const opened: JobsEngine[] = [];
const ways: LossyDatabase[] = [];
const nothing = z.strictObject({});
const query = async (sql: string, bindings: unknown[] = []) =>
  (await strapi.db.connection.raw(sql, bindings as string[])).rows as Record<string, unknown>[];

/** What PostgreSQL holds of a job that is not done. */
const stored = (job: string) =>
  query(
    `select jobs.id, attempts, locked_by, run_at > now() + interval '50 minutes' as "waitsLong"
     from graphile_worker._private_jobs as jobs join graphile_worker._private_tasks as tasks on tasks.id = task_id
     where identifier = ?`,
    [job],
  );

/** The sign of life of the process that has taken the job. */
const leasesOf = (job: string) =>
  query(
    `select locked_by, pid from pg_locks join graphile_worker._private_jobs on objid::bigint = hashtext(locked_by)::bigint & 4294967295
     where locktype = 'advisory' and task_id = (select id from graphile_worker._private_tasks where identifier = ?)`,
    [job],
  );

/** Those of this database: 0x6a6f6202 is what workers hold them by. */
const leasesHeld = async () =>
  (
    await query(
      `select 1 from pg_locks join pg_database d on d.oid = database and datname = current_database()
       where locktype = 'advisory' and classid = ?`,
      [0x6a6f6202],
    )
  ).length;

const waitingForMigrations = async () =>
  (
    await query(
      `select 1 from pg_locks where relation = 'graphile_worker.migrations'::regclass and not granted`,
    )
  ).length;

/** Sessions of others that have just tried to hold a lease, and the one that has it. */
const triesOfLeases = async (holder: Client) =>
  (
    await query(
      `select 1 from pg_stat_activity where datname = current_database() and query like 'select pg_try_advisory_lock%'
         and pid not in (pg_backend_pid(), ?)`,
      [await pidOf(holder)],
    )
  ).length;

const holderOf = async (pool: string) =>
  (
    await query(
      `select pid from pg_locks where locktype = 'advisory' and classid = ?
         and objid::bigint = hashtext(?)::bigint & 4294967295`,
      [0x6a6f6202, pool],
    )
  )[0]?.pid;

const pidOf = async (client: Client) =>
  (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid;

/** What a worker asks first. */
const askingForTasks = () =>
  query(
    `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
       and query like 'insert into %_private_tasks as tasks (identifier) select%'`,
  );

/** Connections on which graphile-worker itself listens, without those. */
const listeners = async (others: readonly unknown[] = []) => {
  const rows = await query(
    `select pid from pg_stat_activity where datname = current_database() and query like 'LISTEN "jobs:insert"%'`,
  );
  return rows.map(({ pid }) => pid).filter((pid) => !others.includes(pid));
};

const takenBy = (job: string, holder: string, secondsAgo: number) =>
  query(
    `update graphile_worker._private_jobs set locked_by = ?, locked_at = now() - make_interval(secs => ?), attempts = 1
     where task_id = (select id from graphile_worker._private_tasks where identifier = ?)`,
    [holder, secondsAgo, job],
  );

/** Whoever has the job has had it for so long. */
const takenSince = (job: string, secondsAgo: number) =>
  query(
    `update graphile_worker._private_jobs set locked_at = now() - make_interval(secs => ?)
     where locked_by is not null and task_id = (select id from graphile_worker._private_tasks where identifier = ?)`,
    [secondsAgo, job],
  );

/** As a lost database does: what failed cannot be written down. */
const refuseToNoteErrors = (job: string) =>
  query(`
    create or replace function refuse_to_note() returns trigger language plpgsql as $$ begin
      if new.task_id = (select id from graphile_worker._private_tasks where identifier = tg_argv[0]) then
        raise exception 'nothing is written';
      end if;
      return new;
    end $$;
    create trigger refuse_to_note before update of last_error on graphile_worker._private_jobs
      for each row execute function refuse_to_note('${job}')`);

const noteErrorsAgain = () => query('drop function if exists refuse_to_note() cascade');

function newProcess(): TestProcess {
  const process = postgresHarness().newProcess();
  opened.push(process.jobs);
  return process;
}

function oneJob(name: string, run: () => Promise<unknown> = () => Promise.resolve()) {
  const { jobs } = newProcess();
  const job = jobs.define({
    name,
    payload: nothing,
    retries: { max: 5, backoff: { firstSeconds: 3600, factor: 1, maxSeconds: 3600 } },
    run,
  });
  return { jobs, job };
}

const until = (question: () => Promise<boolean>) => eventually(question, String(question));

afterEach(async () => {
  await noteErrorsAgain();
  await Promise.all(opened.splice(0).map((jobs) => jobs.stop()));
  for (const way of ways.splice(0)) way.close();
});

/** Fails loudly when it takes for ever. */
async function stopped(jobs: JobsEngine): Promise<void> {
  const ended = witness<string>();
  void jobs.stop().then(() => ended.note('stopped'));
  await ended.until(1);
}

/** A process that has nothing to do, and its way to the database. */
async function idleProcess(name: string) {
  const way = await lossyDatabase();
  ways.push(way);
  const { jobs } = postgresHarness({ connectionString: way.url }).newProcess();
  opened.push(jobs);
  jobs.define({ name, payload: nothing, run: () => Promise.resolve() });
  await jobs.prepare();
  return { way, jobs };
}

/** A process whose way to the database may lose an answer; its jobs are numbered, and wait for their gates. */
async function lossyProcess(name: string, concurrency = 1) {
  const way = await lossyDatabase();
  ways.push(way);
  const { jobs } = postgresHarness({ connectionString: way.url, concurrency }).newProcess();
  opened.push(jobs);
  const [begun, gate] = [witness<string>(), Promise.withResolvers<void>()];
  const job = jobs.define({
    name,
    payload: z.strictObject({ word: z.string() }),
    run: async ({ payload: { word } }) => {
      begun.note(word);
      await gate.promise;
    },
  });
  await jobs.prepare();
  await jobs.startWorker();
  const add = (word: string) => transaction((trx) => jobs.enqueue(trx, job, { word }));
  return { way, jobs, job, begun, gate, add };
}

describe('a worker of graphile-worker', () => {
  it('gets the job of a process that was killed, without waiting four hours', async () => {
    const { jobs, job } = oneJob('test.survives.killed');
    await jobs.prepare();
    await transaction((trx) => jobs.enqueue(trx, job, {}));
    await takenBy(job.name, 'pool-of-a-killed-process', 60);
    await jobs.startWorker();
    await jobs.sweepNow();
    await until(async () => (await stored(job.name)).length === 0);
  });

  it.each([
    ['at once', 0],
    ['at its second attempt', 1],
  ])(
    'forgets the job of a killed process that a newer one with its key has replaced %s',
    async (_, before) => {
      const { jobs, job } = oneJob(`test.survives.replaced${before}`);
      await jobs.prepare();
      await transaction((trx) => jobs.enqueue(trx, job, {}, { key: 'one' }));
      for (let killed = 0; killed < before; killed += 1) {
        await takenBy(job.name, `pool-killed-before-${killed}`, 60);
        await transaction((trx) => createRecovery(0)(trx));
      }
      await takenBy(job.name, 'pool-of-a-killed-process', 60);
      await transaction((trx) => jobs.enqueue(trx, job, {}, { key: 'one' }));
      expect(await stored(job.name)).toHaveLength(2);
      await jobs.startWorker();
      await jobs.sweepNow();
      await until(async () => (await stored(job.name)).length === 0);
      expect((await jobs.deadLetters.list()).letters.filter(({ job: name }) => name === job.name)).toEqual(
        [],
      );
    },
  );

  it('keeps the job that killed its process at every attempt as a dead letter', async () => {
    const { jobs, job } = oneJob('test.survives.deadly');
    await jobs.prepare();
    await transaction((trx) => jobs.enqueue(trx, job, {}));
    for (const attempt of [1, 5]) {
      await takenBy(job.name, `pool-of-killed-process-${attempt}`, 60);
      await query(`update graphile_worker._private_jobs set attempts = ? where locked_by = ?`, [
        attempt,
        `pool-of-killed-process-${attempt}`,
      ]);
      await transaction((trx) => createRecovery(0)(trx));
    }
    const { letters } = await jobs.deadLetters.list();
    expect(letters.find(({ job: name }) => name === job.name)).toMatchObject({
      error: 'Its process was killed.',
    });
    await query(`delete from graphile_worker._private_jobs where last_error = 'Its process was killed.'`);
  });

  it('leaves the job of a living process alone, however long that takes', async () => {
    const gate = { open: () => {} };
    const passed = new Promise<void>((resolve) => Object.assign(gate, { open: resolve }));
    const runs: number[] = [];
    const slow = oneJob('test.survives.slow', () => passed.then(() => runs.push(1)));
    const other = oneJob('test.survives.slow', () => Promise.resolve(runs.push(2)));
    await slow.jobs.prepare();
    await slow.jobs.startWorker();
    await transaction((trx) => slow.jobs.enqueue(trx, slow.job, {}));
    await until(async () => (await leasesOf(slow.job.name)).length === 1);
    await takenSince(slow.job.name, 3600);
    const [taken] = await stored(slow.job.name);
    await other.jobs.startWorker();
    await other.jobs.sweepNow();
    expect(await stored(slow.job.name)).toEqual([taken]);
    gate.open();
    await until(async () => (await stored(slow.job.name)).length === 0);
    expect(runs).toEqual([1]);
  });

  it('gives its sign of life again after the database dropped its connection', async () => {
    const gate = { open: () => {} };
    const passed = new Promise<void>((resolve) => Object.assign(gate, { open: resolve }));
    const { jobs, job } = oneJob('test.survives.dropped', () => passed);
    await jobs.prepare();
    await jobs.startWorker();
    await transaction((trx) => jobs.enqueue(trx, job, {}));
    await until(async () => (await leasesOf(job.name)).length === 1);
    const [before] = await leasesOf(job.name);
    await query('select pg_terminate_backend(?)', [before?.pid]);
    await until(async () => (await leasesOf(job.name)).some(({ pid }) => pid !== before?.pid));
    gate.open();
    await until(async () => (await stored(job.name)).length === 0);
  });

  it('keeps its sign of life when graphile-worker loses the connection on which it listens', async () => {
    const gate = Promise.withResolvers<void>();
    const { jobs, job } = oneJob('test.survives.deaf', () => gate.promise);
    await jobs.prepare();
    const others = await listeners();
    await jobs.startWorker();
    await transaction((trx) => jobs.enqueue(trx, job, {}));
    await until(async () => (await leasesOf(job.name)).length === 1);
    const before = await leasesOf(job.name);
    await until(async () => (await listeners(others)).length === 1);
    const lost = await listeners(others);
    await query('select pg_terminate_backend(?)', lost);
    await until(async () => (await listeners([...others, ...lost])).length === 1);
    expect(await leasesOf(job.name)).toEqual(before);
    gate.resolve();
    await until(async () => (await stored(job.name)).length === 0);
  });

  it('has its jobs given to others when its sign of life has been missing for long, not at the first look', async () => {
    const { jobs, job } = oneJob('test.survives.missing');
    await jobs.prepare();
    await transaction((trx) => jobs.enqueue(trx, job, {}));
    await takenBy(job.name, 'pool-that-was-just-here', 60);
    const recover = createRecovery();
    for (const look of [recover, recover]) await transaction((trx) => look(trx));
    expect(await stored(job.name)).toEqual([
      expect.objectContaining({ locked_by: 'pool-that-was-just-here' }),
    ]);
    await transaction((trx) => createRecovery(0)(trx));
    expect(await stored(job.name)).toEqual([expect.objectContaining({ locked_by: null })]);
    await query('delete from graphile_worker._private_jobs where attempts = 1 and locked_by is null');
  });

  it('gives back a job that it has taken without hearing of it', async () => {
    const { way, jobs, job, begun, gate, add } = await lossyProcess('test.survives.unheard');
    gate.resolve();
    await add('at first');
    await begun.until(1);
    const lost = way.lose('never heard');
    await add('never heard');
    await lost;
    await takenSince(job.name, 60);
    await until(async () => {
      await jobs.sweepNow();
      return begun.seen.includes('never heard');
    });
    await until(async () => (await stored(job.name)).length === 0);
    expect(begun.seen).toEqual(['at first', 'never heard']);
  });

  it('stops also when the connection on which graphile-worker listens has died without a word', async () => {
    const { way, jobs } = await idleProcess('test.survives.half-open');
    const others = await listeners();
    await jobs.startWorker();
    await until(async () => (await listeners(others)).length === 1);
    await way.silence('LISTEN "jobs:insert"');
    await stopped(jobs).finally(way.close);
  });

  it('stops also when that connection has not even answered that it listens', async () => {
    const { way, jobs } = await idleProcess('test.survives.never-open');
    const silent = way.silence('LISTEN "jobs:insert"');
    await jobs.startWorker();
    await silent;
    await stopped(jobs).finally(way.close);
  });

  it('brings what it has in hand to its end before it begins again', async () => {
    const { way, jobs, job, begun, gate, add } = await lossyProcess('test.survives.in-hand', 2);
    await add('in hand');
    await begun.until(1);
    await until(async () => (await leasesOf(job.name)).length === 1);
    const lost = way.lose('never heard');
    await add('never heard');
    await lost;
    await takenSince(job.name, 3600);
    const held = await stored(job.name);
    expect(held).toHaveLength(2);
    await jobs.sweepNow();
    await jobs.sweepNow();
    expect(await stored(job.name)).toEqual(held);
    gate.resolve();
    await until(async () => {
      await jobs.sweepNow();
      return (await stored(job.name)).length === 0;
    });
    expect(begun.seen).toEqual(['in hand', 'never heard']);
  });

  it('has connections of ours, which are heard when they are lost', async () => {
    const told: string[] = [];
    const { jobs } = postgresHarness({
      log: { ...silent, debug: (line) => void told.push(line) },
    }).newProcess();
    opened.push(jobs);
    const gate = Promise.withResolvers<void>();
    const job = jobs.define({
      name: 'test.survives.heard',
      payload: nothing,
      run: () => gate.promise,
    });
    await jobs.prepare();
    const others = await listeners();
    await jobs.startWorker();
    await transaction((trx) => jobs.enqueue(trx, job, {}));
    await until(async () => (await listeners(others)).length === 1);
    await query('select pg_terminate_backend(?)', await listeners(others));
    await until(() => Promise.resolve(told.some((line) => line.startsWith('Jobs: a connection was lost'))));
    gate.resolve();
    await until(async () => (await stored(job.name)).length === 0);
  });

  it('begins again when its pool fails to end after several writes that failed', async () => {
    const told: string[] = [];
    const tell = (line: string) => void told.push(line);
    const { jobs } = postgresHarness({
      concurrency: 3,
      log: { ...silent, error: tell },
      endsWithinMs: 50,
    }).newProcess();
    opened.push(jobs);
    const gates = [0, 1, 2].map(() => Promise.withResolvers<void>());
    const [begun, done] = [witness<number>(), witness<number>()];
    const job = jobs.define({
      name: 'test.survives.end',
      payload: z.strictObject({ number: z.int() }),
      run: async ({ payload: { number }, attempt }) => {
        begun.note(number);
        if (attempt === 1) await gates[number]?.promise;
        done.note(number);
      },
    });
    await jobs.prepare();
    await jobs.startWorker();
    await refuseToNoteErrors(job.name);
    for (const number of [0, 1, 2]) await transaction((trx) => jobs.enqueue(trx, job, { number }));
    await begun.until(3);
    for (const number of [0, 1]) {
      gates[number]?.reject(new Error('its work is lost'));
      await until(async () => told.filter((line) => line.includes('Failed to fail jobs')).length > number);
    }
    gates[2]?.resolve();
    await until(async () => told.some((line) => line.includes('ended by itself')));
    await noteErrorsAgain();
    await takenSince(job.name, 60);
    await until(async () => {
      await jobs.sweepNow();
      return done.seen.length === 3;
    });
    expect([...done.seen].sort()).toEqual([0, 1, 2]);
  });

  it('begins again when the database is lost at its first look for jobs', async () => {
    const { jobs, job } = oneJob('test.survives.first-look');
    await jobs.prepare();
    await transaction((trx) => jobs.enqueue(trx, job, {}));
    await strapi.db.connection.transaction(async (trx) => {
      await trx.raw('lock table graphile_worker._private_tasks in access exclusive mode');
      const started = jobs.startWorker();
      await until(async () => (await askingForTasks()).length > 0);
      for (const { pid } of await askingForTasks()) await query('select pg_terminate_backend(?)', [pid]);
      await started;
    });
    await until(async () => (await stored(job.name)).length === 0);
  });

  it('is stopped also while it begins again', async () => {
    const told: string[] = [];
    const tell = (line: string) => void told.push(line);
    const { jobs } = postgresHarness({ log: { ...silent, error: tell } }).newProcess();
    opened.push(jobs);
    const job = jobs.define({
      name: 'test.survives.stopping',
      payload: nothing,
      run: () => Promise.reject(new Error('its work is lost')),
    });
    await jobs.prepare();
    const leases = await leasesHeld();
    await jobs.startWorker();
    await until(async () => (await leasesHeld()) > leases);
    await refuseToNoteErrors(job.name);
    await transaction((trx) => jobs.enqueue(trx, job, {}));
    await until(async () => told.some((line) => line.includes('ended by itself')));
    const stopped = await strapi.db.connection.transaction(async (trx) => {
      await trx.raw('lock table graphile_worker.migrations in access exclusive mode');
      await until(async () => (await waitingForMigrations()) > 0);
      const ended = jobs.stop().then(() => 'stopped');
      const meanwhile = trx.raw('select pg_sleep(0.1)').then(() => 'still beginning');
      return { ended, first: await Promise.race([ended, meanwhile]) };
    });
    expect(stopped.first).toBe('still beginning');
    await stopped.ended;
    await until(async () => (await leasesHeld()) === leases);
    await noteErrorsAgain();
    await query('delete from graphile_worker._private_jobs where locked_by is not null');
  });

  it('waits as long as the back-off of the job says, not as graphile-worker would', async () => {
    const { jobs, job } = oneJob('test.survives.backoff', () => Promise.reject(new Error('not yet')));
    await jobs.prepare();
    await jobs.startWorker();
    await transaction((trx) => jobs.enqueue(trx, job, {}));
    await until(async () => (await stored(job.name))[0]?.waitsLong === true);
    await jobs.stop();
    expect(await stored(job.name)).toEqual([
      expect.objectContaining({ attempts: 1, locked_by: null, waitsLong: true }),
    ]);
  });

  it('undoes the effects of a transactional job that another process has taken over', async () => {
    const { jobs } = newProcess();
    const effect = jobs.define({
      name: 'test.survives.effect',
      payload: nothing,
      run: () => Promise.resolve(),
    });
    const attempts: number[] = [];
    const job = jobs.define({
      name: 'test.survives.taken-over',
      payload: nothing,
      transaction: true,
      run: async ({ trx, attempt }) => {
        attempts.push(attempt);
        await jobs.enqueue(trx, effect, {}, { runAfter: 3600 });
        await takenBy(job.name, 'another-process', 0);
      },
    });
    await jobs.prepare();
    await jobs.startWorker();
    await transaction((trx) => jobs.enqueue(trx, job, {}));
    await until(async () => (await stored(job.name))[0]?.locked_by === 'another-process');
    await jobs.stop();
    expect(await stored(effect.name)).toEqual([]);
    expect(await stored(job.name)).toEqual([expect.objectContaining({ locked_by: 'another-process' })]);
    await query(`delete from graphile_worker._private_jobs where locked_by = 'another-process'`);
  });

  it('sweeps in a transaction of its own when the clock is moved inside another one', async () => {
    const { jobs, clock } = newProcess();
    const effect = jobs.define({
      name: 'test.survives.swept',
      payload: nothing,
      run: () => Promise.resolve(),
    });
    jobs.sweep({
      name: 'test.survives.sweep',
      everySeconds: 3600,
      run: async ({ trx, now }) => {
        if (now.getUTCFullYear() > 2030) await jobs.enqueue(trx, effect, {}, { runAfter: 3600 });
      },
    });
    await jobs.prepare();
    await jobs.startWorker();
    const undone = strapi.db.transaction(async () => {
      clock.moveTo(new Date('2031-01-01T00:00:00Z'));
      await jobs.sweepNow();
      throw new Error('the work around it failed');
    });
    await expect(undone).rejects.toThrow('the work around it failed');
    expect((await stored(effect.name)).length).toBeGreaterThan(0);
  });

  it('retries dead letters only, not a job that waits', async () => {
    const { jobs, job } = oneJob('test.survives.waiting');
    await jobs.prepare();
    await transaction((trx) => jobs.enqueue(trx, job, {}, { runAfter: 3600 }));
    const [waiting] = await stored(job.name);
    expect(await jobs.deadLetters.retry(String(waiting?.id))).toBe(false);
    expect(await stored(job.name)).toEqual([waiting]);
    expect(waiting).toMatchObject({ attempts: 0, waitsLong: true });
  });

  it('tells the database once about many jobs of one transaction', async () => {
    const { jobs, job } = oneJob('test.survives.many');
    await jobs.prepare();
    const statements: string[] = [];
    const note = ({ sql }: { sql: string }) => statements.push(sql);
    strapi.db.connection.on('query', note);
    await transaction((trx) =>
      jobs.enqueueAll(
        trx,
        Array.from({ length: 50 }, () => ({ job, payload: {} })),
      ),
    );
    strapi.db.connection.removeListener('query', note);
    expect(statements.filter((sql) => sql.includes('_private_jobs'))).toHaveLength(1);
    expect(await stored(job.name)).toHaveLength(50);
  });
});

describe('the lease of a pool', () => {
  it('is tried again until the session that still holds it is gone', async () => {
    const pool = 'pool-whose-older-session-lives-on';
    const older = new Client({ connectionString: databaseUrl });
    await older.connect();
    await older.query(holdLease, [pool]);
    const settings = { connectionString: databaseUrl, concurrency: 1, pollIntervalMs: 100 };
    const leases = await openLeases({ ...settings, transaction, log: silent });
    leases.hold(pool);
    await until(async () => (await triesOfLeases(older)) > 0);
    const before = await pidOf(older);
    expect(await holderOf(pool)).toBe(before);
    await older.end();
    await until(async () => ![before, undefined].includes((await holderOf(pool)) as number | undefined));
    leases.release(pool);
    await until(async () => (await holderOf(pool)) === undefined);
    await leases.stop();
  });
});
