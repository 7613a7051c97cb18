import { strict as assert } from 'node:assert';
import { z } from '@gangway/kit';
import { contractCase, open } from './harness.ts';
import type { ContractCase, TestProcess } from './harness.ts';
import { witness } from './witness.ts';

const payload = z.strictObject({ n: z.int() });

/** A job that notes the number it was given. */
function noting({ jobs }: TestProcess, name: string) {
  const runs = witness<number>();
  const job = jobs.define({ name, payload, run: async ({ payload: { n } }) => runs.note(n) });
  return { runs, job };
}

export const deliveryCases: ContractCase[] = [
  contractCase('a job becomes visible when its transaction commits, not before', async (world) => {
    const process = world.newProcess();
    const { runs, job } = noting(process, world.name('job'));
    await open(process);
    await world.transaction(async (trx) => {
      await process.jobs.enqueue(trx, job, { n: 1 });
      await world.transaction((other) => process.jobs.enqueue(other, job, { n: 2 }));
      await runs.until(1);
      assert.deepEqual(runs.seen, [2]);
    });
    await runs.until(2);
    assert.deepEqual(runs.seen, [2, 1]);
  }),

  contractCase('a job of a rolled back transaction never runs', async (world) => {
    const process = world.newProcess();
    const { runs, job } = noting(process, world.name('job'));
    const failing = world.transaction(async (trx) => {
      await process.jobs.enqueue(trx, job, { n: 1 });
      throw new Error('the deed failed');
    });
    await assert.rejects(failing, /the deed failed/);
    await open(process);
    await world.transaction((trx) => process.jobs.enqueue(trx, job, { n: 2 }));
    await runs.until(1);
    assert.deepEqual(runs.seen, [2]);
  }),

  contractCase('jobs of one transaction run in their order', async (world) => {
    const process = world.newProcess();
    const { runs, job } = noting(process, world.name('job'));
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    await process.jobs.prepare();
    await world.transaction((trx) =>
      process.jobs.enqueueAll(
        trx,
        numbers.map((n) => ({ job, payload: { n } })),
      ),
    );
    await open(process);
    await runs.until(20);
    assert.deepEqual(runs.seen, numbers);
  }),

  contractCase('a waiting job gives way to the next one with its key', async (world) => {
    const process = world.newProcess();
    const { runs, job } = noting(process, world.name('job'));
    const key = world.name('key');
    await process.jobs.prepare();
    await world.transaction((trx) => process.jobs.enqueue(trx, job, { n: 1 }, { key }));
    await world.transaction((trx) =>
      process.jobs.enqueueAll(trx, [
        { job, payload: { n: 2 }, key },
        { job, payload: { n: 3 }, key },
        { job, payload: { n: 4 } },
      ]),
    );
    await open(process);
    await runs.until(2);
    assert.deepEqual(runs.seen.toSorted(), [3, 4]);
  }),

  contractCase('a running job is followed by the next one with its key', async (world) => {
    const process = world.newProcess();
    const runs = witness<number>();
    const key = world.name('key');
    const name = world.name('job');
    process.jobs.define({
      name,
      payload,
      run: async ({ payload: { n } }) => {
        if (n === 1) await world.transaction((trx) => process.jobs.enqueue(trx, name, { n: 2 }, { key }));
        runs.note(n);
        if (n === 1) throw new Error('replaced while it ran, it is not tried again');
      },
    });
    await open(process);
    await world.transaction((trx) => process.jobs.enqueue(trx, name, { n: 1 }, { key }));
    await runs.until(2);
    assert.deepEqual(runs.seen, [1, 2]);
    const { letters } = await process.jobs.deadLetters.list({ pageSize: 1000 });
    assert.deepEqual(
      letters.filter((letter) => letter.job === name),
      [],
    );
  }),

  contractCase('an announcement makes one job for each subscriber, and none without', async (world) => {
    const process = world.newProcess();
    const mail = noting(process, world.name('mail'));
    const receipt = noting(process, world.name('receipt'));
    const event = world.name('paid');
    process.jobs.subscribe(event, mail.job);
    process.jobs.subscribe(event, receipt.job.name);
    await open(process);
    await world.transaction(async (trx) => {
      await process.jobs.announce(trx, world.name('unheard'), { n: 1 });
      await process.jobs.announce(trx, event, { n: 7 });
    });
    await Promise.all([mail.runs.until(1), receipt.runs.until(1)]);
    await world.transaction((trx) =>
      process.jobs.enqueueAll(
        trx,
        [mail, receipt].map(({ job }) => ({ job, payload: { n: 8 } })),
      ),
    );
    await Promise.all([mail.runs.until(2), receipt.runs.until(2)]);
    assert.deepEqual(
      [mail.runs.seen, receipt.runs.seen],
      [
        [7, 8],
        [7, 8],
      ],
    );
  }),

  contractCase('a payload that does not fit is refused at once, with everything beside it', async (world) => {
    const process = world.newProcess();
    const { runs, job } = noting(process, world.name('job'));
    await open(process);
    const wrong = world.transaction((trx) =>
      process.jobs.enqueueAll(trx, [
        { job, payload: { n: 1 } },
        { job, payload: { n: 'two' } },
      ]),
    );
    await assert.rejects(wrong, /does not fit its schema/);
    await assert.rejects(
      world.transaction((trx) => process.jobs.enqueue(trx, 'nobody', {})),
      /No job is called "nobody"/,
    );
    await world.transaction((trx) => process.jobs.enqueue(trx, job, { n: 3 }));
    await runs.until(1);
    assert.deepEqual(runs.seen, [3]);
  }),

  contractCase('two processes share the jobs, and each job runs once', async (world) => {
    const [left, right] = [world.newProcess(), world.newProcess()];
    const name = world.name('job');
    const runs = witness<number>();
    for (const { jobs } of [left, right])
      jobs.define({ name, payload, run: async (context) => runs.note(context.payload.n) });
    const numbers = Array.from({ length: 100 }, (_, index) => index);
    await open(left, right);
    await world.transaction((trx) =>
      left.jobs.enqueueAll(
        trx,
        numbers.map((n) => ({ job: name, payload: { n } })),
      ),
    );
    await runs.until(100);
    await Promise.all([left.jobs.stop(), right.jobs.stop()]);
    assert.deepEqual(
      runs.seen.toSorted((a, b) => a - b),
      numbers,
    );
  }),

  contractCase('a transactional job leaves no effects of a failed attempt', async (world) => {
    const process = world.newProcess();
    const effects = noting(process, world.name('effect'));
    const name = world.name('job');
    process.jobs.define({
      name,
      payload,
      transaction: true,
      retries: { max: 2, backoff: { firstSeconds: 0.2, factor: 1, maxSeconds: 1 } },
      run: async ({ trx, attempt }) => {
        await process.jobs.enqueue(trx, effects.job, { n: attempt });
        if (attempt === 1) throw new Error('not yet');
      },
    });
    await open(process);
    await world.transaction((trx) => process.jobs.enqueue(trx, name, { n: 0 }));
    await effects.runs.until(1);
    assert.deepEqual(effects.runs.seen, [2]);
  }),

  contractCase('work in the background keeps no other job waiting', async (world) => {
    const process = world.newProcess();
    const gate = witness<'open'>();
    const [begun, light] = [witness<number>(), noting(process, world.name('light'))];
    const heavy = process.jobs.define({
      ...{ name: world.name('heavy'), payload, background: true },
      run: ({ payload: { n } }) => {
        begun.note(n);
        return gate.until(1);
      },
    });
    await open(process);
    const numbers = Array.from({ length: 10 }, (_, index) => index);
    await world.transaction((trx) =>
      process.jobs.enqueueAll(
        trx,
        numbers.map((n) => ({ job: heavy, payload: { n } })),
      ),
    );
    await begun.until(2);
    await world.transaction((trx) => process.jobs.enqueue(trx, light.job, { n: 1 }));
    await light.runs.until(1);
    assert.equal(begun.seen.length, 2);
    gate.note('open');
    await begun.until(numbers.length);
  }),

  contractCase('every attempt is told of when it has ended, with what came of it', async (world) => {
    const process = world.newProcess();
    const told = witness<string>();
    process.jobs.watchAttempts(({ job, outcome, seconds }) => told.note(`${job} ${outcome} ${seconds >= 0}`));
    const [good, bad] = [noting(process, world.name('good')), world.name('bad')];
    process.jobs.define({
      ...{ name: bad, payload },
      retries: { max: 2, backoff: { firstSeconds: 0.2, factor: 1, maxSeconds: 1 } },
      run: () => Promise.reject(new Error('never')),
    });
    await open(process);
    await world.transaction((trx) => process.jobs.enqueue(trx, good.job, { n: 1 }));
    await told.until(1);
    await world.transaction((trx) => process.jobs.enqueue(trx, bad, { n: 1 }));
    await told.until(3);
    const said = [`${good.job.name} done`, `${bad} again`, `${bad} dead`];
    assert.deepEqual(
      told.seen,
      said.map((words) => `${words} true`),
    );
  }),

  contractCase('stopping waits for the job that runs and takes no other', async (world) => {
    const process = world.newProcess();
    const steps = witness<string>();
    const gate = witness<'open'>();
    const name = world.name('job');
    const run = async ({ payload: { n } }: { payload: { n: number } }) => {
      steps.note(`begin ${n}`);
      await gate.until(1);
      steps.note(`end ${n}`);
    };
    process.jobs.define({ name, payload, run });
    await open(process);
    await world.transaction((trx) =>
      process.jobs.enqueueAll(
        trx,
        [1, 2].map((n) => ({ job: name, payload: { n } })),
      ),
    );
    await steps.until(1);
    const stopped = process.jobs.stop().then(() => steps.note('stopped'));
    gate.note('open');
    await stopped;
    assert.deepEqual(steps.seen, ['begin 1', 'end 1', 'stopped']);
  }),
];
