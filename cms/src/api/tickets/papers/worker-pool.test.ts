import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { createWorkerPool } from './worker-pool.ts';
import type { PoolOptions, WorkerPool } from './worker-pool.ts';

/** A thread that does what the task names. */
const source = `
  const { parentPort, threadId } = require('node:worker_threads');
  parentPort.on('message', (task) => {
    if (task === 'die') process.exit(1);
    if (task === 'throw') throw new Error('broken');
    if (task === 'hang') { for (;;); }
    if (task === 'wait') return;
    parentPort.postMessage(task === 'refuse' ? { problem: 'RangeError' } : { result: threadId });
  });`;

type Task = 'die' | 'throw' | 'hang' | 'wait' | 'refuse' | 'who';

const pools: WorkerPool<Task, number>[] = [];

function poolOf(options: Partial<PoolOptions> = {}) {
  const pool = createWorkerPool<Task, number>({
    open: () => new Worker(source, { eval: true }),
    ...{ size: 2, queueLimit: 10, timeLimitMs: 20_000, restMs: 20_000, ...options },
  });
  pools.push(pool);
  return pool;
}

describe('the threads that draw', () => {
  afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.stop())));

  it('are no more than allowed and take one task after the other', async () => {
    const pool = poolOf({ size: 2, queueLimit: 50 });
    const threads = await Promise.all(Array.from({ length: 40 }, () => pool.run('who')));
    expect(new Set(threads).size).toBeLessThanOrEqual(2);
  });

  it.each(['die', 'throw'] as const)('are replaced when they %s, and only that task fails', async (task) => {
    const pool = poolOf({ size: 1 });
    const before = await pool.run('who');
    const [failed, next] = await Promise.allSettled([pool.run(task), pool.run('who')]);
    expect(failed.status).toBe('rejected');
    expect(next.status === 'fulfilled' && next.value !== before).toBe(true);
  });

  it('are replaced when they hang', async () => {
    const pool = poolOf({ size: 1, timeLimitMs: 300 });
    const [stuck, next] = await Promise.allSettled([pool.run('hang'), pool.run('who')]);
    expect(stuck).toMatchObject({ status: 'rejected', reason: { code: 'PAPERS_BUSY', status: 503 } });
    expect(next.status).toBe('fulfilled');
  });

  it('go on after a task that they refuse', async () => {
    const pool = poolOf({ size: 1 });
    await expect(pool.run('refuse')).rejects.toThrow('RangeError');
    expect(await pool.run('who')).toEqual(expect.any(Number));
  });

  it('end when there is nothing to do, and are opened again when there is', async () => {
    const opened: Worker[] = [];
    const open = () => {
      const worker = new Worker(source, { eval: true });
      opened.push(worker);
      return worker;
    };
    const pool = poolOf({ open, size: 1, restMs: 1 });
    const before = await pool.run('who');
    await Promise.all(opened.map((worker) => once(worker, 'exit')));
    expect(await pool.run('who')).not.toBe(before);
    expect(opened).toHaveLength(2);
  });

  it('end with the work that they were at when they are stopped, and take no other', async () => {
    const pool = poolOf({ size: 1 });
    await pool.run('who');
    const begun = Promise.allSettled([pool.run('hang'), pool.run('who')]);
    await pool.stop();
    expect((await begun).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(pool.run('who')).rejects.toMatchObject({ code: 'PAPERS_BUSY' });
  });

  it('refuse more than the queue holds', async () => {
    const pool = poolOf({ size: 1, queueLimit: 2 });
    const waiting = Promise.allSettled([pool.run('wait'), pool.run('who'), pool.run('who')]);
    await expect(pool.run('who')).rejects.toMatchObject({ code: 'PAPERS_BUSY' });
    await pool.stop();
    expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });
});
