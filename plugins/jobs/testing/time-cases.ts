import { strict as assert } from 'node:assert';
import { z } from '@gangway/kit';
import type { Transaction } from '@gangway/kit';
import type { SweepDefinition } from '../contract/jobs.ts';
import { contractCase, open } from './harness.ts';
import type { ContractCase, TestProcess, World } from './harness.ts';
import { witness } from './witness.ts';

const hour = 3_600_000;
const nothing = z.strictObject({});

/** The transaction goes well until it is to be kept. */
async function failAtCommit(trx: Transaction): Promise<void> {
  await trx.raw(
    'create temp table fails_late (id int primary key deferrable initially deferred) on commit drop',
  );
  await trx.raw('insert into fails_late values (1), (1)');
}

/** So far from the full hour that none strikes by itself during a case. */
const halfPast = (now: number) => new Date(Math.floor(now / hour) * hour + hour / 2);

/** Processes that share one hourly cron, and what its job saw in any of them. */
function hourly(world: World, count: number) {
  const job = world.name('hourly');
  const runs = witness<Date>();
  const note = ({ now }: { now: Date }) => Promise.resolve(runs.note(now));
  const processes = Array.from({ length: count }, () => world.newProcess());
  const start = halfPast(Date.now());
  for (const { jobs, clock } of processes) {
    clock.moveTo(start);
    jobs.define({ name: job, payload: nothing, run: note });
    jobs.cron({ name: job, schedule: '0 * * * *', job });
  }
  return { processes, runs, finish: () => finish(world, { processes, job, note }) };
}

type Ending = { processes: TestProcess[]; job: string; note(run: { now: Date }): Promise<void> };

/** Lets a last process run whatever the others left: jobs run in their order, so behind the last one there is none. */
async function finish(world: World, { processes, job, note }: Ending): Promise<void> {
  await Promise.all(processes.map(({ jobs }) => jobs.stop()));
  const last = world.newProcess();
  const end = witness<'reached'>();
  last.jobs.define({ name: job, payload: nothing, run: note });
  const marker = last.jobs.define({
    name: world.name('end'),
    payload: nothing,
    run: async () => end.note('reached'),
  });
  await open(last);
  await world.transaction((trx) => last.jobs.enqueue(trx, marker, {}));
  await end.until(1);
}

async function moveAll(processes: TestProcess[], ms: number): Promise<void> {
  for (const { clock } of processes) clock.shiftBy(ms);
  await Promise.all(processes.map(({ jobs }) => jobs.sweepNow()));
}

/** A sweep that only its start and its callers run. */
const rare = (name: string, run: SweepDefinition['run']): SweepDefinition => ({
  name,
  everySeconds: 3600,
  run,
});

export const timeCases: ContractCase[] = [
  contractCase('a cron runs once for all processes', async (world) => {
    const { processes, runs, finish } = hourly(world, 2);
    await open(...processes);
    await moveAll(processes, 0);
    await moveAll(processes, hour);
    await runs.until(1);
    await moveAll(processes, hour);
    await finish();
    assert.equal(runs.seen.length, 2);
  }),

  contractCase('slots that nobody was there for are made up for by one run', async (world) => {
    const { processes, runs, finish } = hourly(world, 2);
    const [early, late] = processes as [TestProcess, TestProcess];
    await open(early);
    await early.jobs.sweepNow();
    await early.jobs.stop();
    late.clock.shiftBy(5 * hour);
    await open(late);
    await late.jobs.sweepNow();
    await finish();
    assert.equal(runs.seen.length, 1);
  }),

  contractCase('a cron goes on after the clock was moved back', async (world) => {
    const { processes, runs, finish } = hourly(world, 1);
    await open(...processes);
    await moveAll(processes, 0);
    await moveAll(processes, 24 * hour);
    await moveAll(processes, -24 * hour);
    await moveAll(processes, hour);
    await finish();
    assert.equal(runs.seen.length, 2);
  }),

  contractCase(
    'a sweep runs at the start and when the clock is moved, on the time it was moved to',
    async (world) => {
      const process = world.newProcess();
      const sweeps = witness<Date>();
      process.jobs.sweep(rare(world.name('sweep'), async ({ now }) => sweeps.note(now)));
      await open(process);
      await sweeps.until(1);
      process.clock.moveTo(new Date('2031-01-01T00:00:00Z'));
      await sweeps.until(2);
      assert.deepEqual(
        sweeps.seen.map((now) => now.getUTCFullYear() >= 2031),
        [false, true],
      );
    },
  ),

  contractCase('a sweep with more to do is called again at once', async (world) => {
    const process = world.newProcess();
    const batches = witness<number>();
    const sweep = async () => {
      batches.note(batches.seen.length);
      return { more: batches.seen.length < 3 };
    };
    process.jobs.sweep(rare(world.name('sweep'), sweep));
    await open(process);
    await process.jobs.sweepNow();
    assert.ok(batches.seen.length >= 3);
  }),

  contractCase('a sweep goes on without the item that it failed on, until its next round', async (world) => {
    const process = world.newProcess();
    const done = witness<string>();
    const broken = { tries: 0 };
    const sweep: SweepDefinition['run'] = async ({ aside, at }) => {
      const item = ['broken', 'whole'].find((one) => !aside.has(one) && !done.seen.includes(one));
      if (item) at(item);
      if (item === 'broken' && (broken.tries += 1) < 4) throw new Error('not yet');
      if (item) done.note(item);
      return { more: item !== undefined };
    };
    process.jobs.sweep(rare(world.name('sweep'), sweep));
    await open(process);
    await process.jobs.sweepNow();
    await process.jobs.sweepNow();
    assert.deepEqual(done.seen, ['whole', 'broken']);
  }),

  contractCase('a sweep that fails only at its commit goes on without the one item', async (world) => {
    const process = world.newProcess();
    const done = witness<string>();
    const items = ['first', 'broken', 'next', 'last'];
    const sizes = witness<number>();
    const sweep: SweepDefinition['run'] = async ({ trx, aside, careful, at }) => {
      const due = items.filter((one) => !aside.has(one) && !done.seen.includes(one));
      const taken = due.slice(0, careful ? 1 : due.length);
      taken.forEach(at);
      sizes.note(taken.length);
      if (taken.includes('broken')) await failAtCommit(trx);
      else taken.forEach(done.note);
      return { more: taken.length > 0 };
    };
    process.jobs.sweep(rare(world.name('sweep'), sweep));
    await open(process);
    await process.jobs.sweepNow();
    assert.deepEqual(done.seen, ['first', 'next', 'last']);
    // All of them, one and one, then the rest together again.
    assert.deepEqual(sizes.seen.slice(0, 5), [4, 1, 1, 2, 0]);
  }),

  contractCase('a sweep ends its round when it fails on an item that is aside', async (world) => {
    const process = world.newProcess();
    const tries = witness<[boolean, number]>();
    const sweep: SweepDefinition['run'] = async ({ aside, careful, at }) => {
      tries.note([careful, aside.size]);
      at('deaf');
      throw new Error('never');
    };
    process.jobs.sweep(rare(world.name('sweep'), sweep));
    await open(process);
    await process.jobs.sweepNow();
    assert.deepEqual(tries.seen.slice(0, 4), [
      [false, 0],
      [true, 0],
      [false, 1],
      [true, 1],
    ]);
  }),

  contractCase('a sweep runs in one process at a time', async (world) => {
    const processes = [world.newProcess(), world.newProcess()];
    const name = world.name('sweep');
    const inside = { now: 0, most: 0, runs: 0 };
    const run: SweepDefinition['run'] = async ({ trx }) => {
      inside.now += 1;
      inside.runs += 1;
      inside.most = Math.max(inside.most, inside.now);
      await trx.raw('select pg_advisory_xact_lock(1)');
      inside.now -= 1;
    };
    for (const { jobs } of processes) jobs.sweep(rare(name, run));
    await open(...processes);
    for (let round = 0; round < 10; round += 1) await moveAll(processes, hour);
    assert.ok(inside.runs >= 20);
    assert.equal(inside.most, 1);
  }),

  contractCase('a sweep that failed runs again, and a failing one leaves nothing', async (world) => {
    const process = world.newProcess();
    const effects = witness<string>();
    const effect = process.jobs.define({
      name: world.name('effect'),
      payload: z.strictObject({ sweep: z.string() }),
      run: async ({ payload }) => effects.note(payload.sweep),
    });
    const outage = { over: false };
    const sweep: SweepDefinition['run'] = async ({ trx }) => {
      await process.jobs.enqueue(trx, effect, { sweep: outage.over ? 'good' : 'failed' });
      if (!outage.over) throw new Error('not yet');
    };
    process.jobs.sweep(rare(world.name('sweep'), sweep));
    await open(process);
    await process.jobs.sweepNow();
    outage.over = true;
    await process.jobs.sweepNow();
    await effects.until(1);
    assert.deepEqual(effects.seen, ['good']);
  }),
];
