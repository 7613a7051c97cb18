import type { JobsEngine } from '@gangway/jobs/contract';
import { witness } from '@gangway/jobs/testing';
import { z } from '@gangway/kit';
import { postgresHarness, transaction } from './postgres-harness.ts';

const opened: JobsEngine[] = [];
const payload = z.strictObject({ number: z.int() });

afterEach(async () => {
  await Promise.all(opened.splice(0).map((jobs) => jobs.stop()));
});

describe('work in the background', () => {
  it('does not keep other jobs waiting, however much of it there is', async () => {
    const { jobs } = postgresHarness().newProcess();
    opened.push(jobs);
    const { promise: mayEnd, resolve: letEnd } = Promise.withResolvers<void>();
    const [begun, done] = [witness<number>(), witness<number>()];
    const heavy = jobs.define({
      ...{ name: 'test.heavy', payload, background: true },
      run: ({ payload: { number } }) => {
        begun.note(number);
        return mayEnd;
      },
    });
    const light = jobs.define({
      ...{ name: 'test.light', payload },
      run: async ({ payload: { number } }) => done.note(number),
    });
    jobs.seal();
    await jobs.prepare();
    await transaction((trx) =>
      jobs.enqueueAll(
        trx,
        Array.from({ length: 20 }, (_, number) => ({ job: heavy, payload: { number } })),
      ),
    );
    await jobs.startWorker();
    await begun.until(2);
    await transaction((trx) => jobs.enqueue(trx, light, { number: 1 }));
    await done.until(1);
    expect(begun.seen).toHaveLength(2);
    letEnd();
    await begun.until(20);
  });
});
