import { strict as assert } from 'node:assert';
import { z } from '@gangway/kit';
import type { DeadLetter } from '../contract/dead-letter.ts';
import { giveUp } from '../contract/job.ts';
import { contractCase, open } from './harness.ts';
import type { ContractCase, TestProcess } from './harness.ts';
import { eventually, witness } from './witness.ts';

const payload = z.strictObject({ id: z.string() });
const quick = { firstSeconds: 0.2, factor: 1, maxSeconds: 0.2 };

async function lettersOf({ jobs }: TestProcess, job: string): Promise<DeadLetter[]> {
  const { letters } = await jobs.deadLetters.list({ pageSize: 1000 });
  return letters.filter((letter) => letter.job === job);
}

async function onlyLetter(process: TestProcess, job: string): Promise<DeadLetter> {
  await eventually(async () => (await lettersOf(process, job)).length > 0, `a dead letter of ${job}`);
  const [letter, ...others] = await lettersOf(process, job);
  assert.ok(letter && others.length === 0);
  return letter;
}

export const deadLetterCases: ContractCase[] = [
  contractCase(
    'a failing job is tried again and becomes a dead letter after its last attempt',
    async (world) => {
      const process = world.newProcess();
      const name = world.name('job');
      const attempts = witness<number>();
      process.jobs.define({
        name,
        payload,
        retries: { max: 3, backoff: quick },
        run: async ({ attempt }) => {
          attempts.note(attempt);
          throw new Error(`no luck at attempt ${attempt}`);
        },
      });
      await open(process);
      await world.transaction((trx) => process.jobs.enqueue(trx, name, { id: 'o1' }));
      const letter = await onlyLetter(process, name);
      assert.deepEqual(attempts.seen, [1, 2, 3]);
      assert.deepEqual(letter.payload, { id: 'o1' });
      assert.equal(letter.attempts, 3);
      assert.equal(letter.error, 'no luck at attempt 3');
      const beyond = await process.jobs.deadLetters.list({ page: 1000, pageSize: 10 });
      assert.deepEqual([beyond.letters.length, beyond.total > 0], [0, true]);
    },
  ),

  contractCase('a job that succeeds at a later attempt leaves no dead letter', async (world) => {
    const process = world.newProcess();
    const name = world.name('job');
    const done = witness<number>();
    process.jobs.define({
      name,
      payload,
      retries: { max: 2, backoff: quick },
      run: async ({ attempt }) => {
        if (attempt === 1) throw new Error('not yet');
        done.note(attempt);
      },
    });
    await open(process);
    await world.transaction((trx) => process.jobs.enqueue(trx, name, { id: 'o1' }));
    await done.until(1);
    await process.jobs.stop();
    assert.deepEqual(done.seen, [2]);
    assert.deepEqual(await lettersOf(process, name), []);
  }),

  contractCase('a dead letter that is retried gets all its attempts again', async (world) => {
    const process = world.newProcess();
    const name = world.name('job');
    const attempts = witness<number>();
    const outage = { over: false };
    process.jobs.define({
      name,
      payload,
      retries: { max: 1 },
      run: async ({ attempt }) => {
        if (!outage.over) throw new Error('they are closed');
        attempts.note(attempt);
      },
    });
    await open(process);
    await world.transaction((trx) => process.jobs.enqueue(trx, name, { id: 'o1' }));
    const { id } = await onlyLetter(process, name);
    outage.over = true;
    assert.equal(await process.jobs.deadLetters.retry(id), true);
    await attempts.until(1);
    await process.jobs.stop();
    assert.deepEqual(attempts.seen, [1]);
    assert.deepEqual(await lettersOf(process, name), []);
    assert.equal(await process.jobs.deadLetters.retry(id), false);
  }),

  contractCase('dead letters are listed and counted by name', async (world) => {
    const process = world.newProcess();
    const names = [world.name('first'), world.name('second')];
    for (const name of names)
      process.jobs.define({ name, payload, run: () => Promise.reject(giveUp('no luck')) });
    await open(process);
    const ordered = [...names, ...names.slice(1)];
    await world.transaction((trx) =>
      process.jobs.enqueueAll(
        trx,
        ordered.map((job) => ({ job, payload: { id: 'o1' } })),
      ),
    );
    const counted = async () =>
      (await process.jobs.deadLetters.count()).filter(({ job }) => names.includes(job));
    await eventually(
      async () => (await counted()).reduce((sum, { total }) => sum + total, 0) === 3,
      'three dead letters',
    );
    assert.deepEqual(
      await counted(),
      names.toSorted().map((job) => ({ job, total: job === names[1] ? 2 : 1 })),
    );
    const { letters, total } = await process.jobs.deadLetters.list({ job: names[1] });
    assert.deepEqual([letters.map(({ job }) => job), total], [[names[1], names[1]], 2]);
    assert.equal((await process.jobs.deadLetters.list({ job: 'nobody.' })).total, 0);
  }),

  contractCase('a retry is undone with the transaction that it is part of', async (world) => {
    const process = world.newProcess();
    const name = world.name('job');
    process.jobs.define({ name, payload, run: () => Promise.reject(giveUp('no luck')) });
    await open(process);
    await world.transaction((trx) => process.jobs.enqueue(trx, name, { id: 'o1' }));
    const letter = await onlyLetter(process, name);
    const undone = world.transaction(async (trx) => {
      assert.equal(await process.jobs.deadLetters.retry(letter.id, trx), true);
      throw new Error('the entry cannot be written');
    });
    await assert.rejects(undone, /cannot be written/);
    assert.deepEqual(await onlyLetter(process, name), letter);
  }),

  contractCase('there is no retrying what is no dead letter', async (world) => {
    const process = world.newProcess();
    await process.jobs.prepare();
    for (const id of ['0', '-1', 'x', '99999999999999999999', ''])
      assert.equal(await process.jobs.deadLetters.retry(id), false);
  }),

  contractCase('a job that gives up is not tried again', async (world) => {
    const process = world.newProcess();
    const name = world.name('job');
    const attempts = witness<number>();
    process.jobs.define({
      name,
      payload,
      run: async ({ attempt }) => {
        attempts.note(attempt);
        throw giveUp('the order is gone');
      },
    });
    await open(process);
    await world.transaction((trx) => process.jobs.enqueue(trx, name, { id: 'o1' }));
    const letter = await onlyLetter(process, name);
    assert.equal(letter.error, 'the order is gone');
    assert.deepEqual(attempts.seen, [1]);
  }),

  contractCase(
    'a stored payload that no longer fits becomes a dead letter without running',
    async (world) => {
      const [before, after] = [world.newProcess(), world.newProcess()];
      const name = world.name('job');
      const runs = witness<string>();
      before.jobs.define({ name, payload, run: async () => runs.note('before') });
      after.jobs.define({
        name,
        payload: z.strictObject({ orderId: z.string() }),
        run: async () => runs.note('after'),
      });
      await before.jobs.prepare();
      await world.transaction((trx) => before.jobs.enqueue(trx, name, { id: 'o1' }));
      await open(after);
      const letter = await onlyLetter(after, name);
      assert.match(letter.error, /does not fit the schema/);
      assert.deepEqual(runs.seen, []);
    },
  ),
];
