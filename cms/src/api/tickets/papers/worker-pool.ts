import type { Worker } from 'node:worker_threads';
import { ticketErrors } from '../errors.ts';

export interface PoolOptions {
  open: () => Worker;
  /** The most threads at a time; they are opened when there is work. */
  size: number;
  /** The most tasks that wait for a thread. */
  queueLimit: number;
  /** Longer than this, a thread counts as stuck and is replaced. */
  timeLimitMs: number;
  /** A thread that has had nothing to do for so long is ended, and its memory goes back. */
  restMs: number;
}

/** What a thread answers for each message. */
export type Outcome<Result> = { result: Result } | { problem: string };

export interface WorkerPool<Task, Result> {
  /**
   * The thread's answer. A thread that crashes or is stuck is replaced, and its task alone fails.
   * @throws PAPERS_BUSY when the queue is full, the task took too long, or the pool was stopped
   */
  run(task: Task): Promise<Result>;
  stop(): Promise<void>;
}

interface Waiting<Task, Result> {
  task: Task;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/** Threads that take one task at a time, in the order of the calls. */
export function createWorkerPool<Task, Result>(options: PoolOptions): WorkerPool<Task, Result> {
  const waiting: Waiting<Task, Result>[] = [];
  const state = { stopped: false };
  const open = new Set<Worker>();
  const idle = restingWorkers(options.restMs, (worker) => {
    open.delete(worker);
    void worker.terminate();
  });

  function next(): void {
    if (waiting.length === 0) return;
    const worker = idle.first() ?? (open.size < options.size ? opened() : undefined);
    const job = worker && waiting.shift();
    if (!worker || !job) return;
    idle.delete(worker);
    void answerOf(worker, { task: job.task, timeLimitMs: options.timeLimitMs })
      .then((answer) => settle(job, answer as Outcome<Result>))
      .then(
        () => void (open.has(worker) && idle.add(worker)),
        (error: unknown) => retire({ worker, job, error }),
      )
      .finally(next);
  }

  function opened(): Worker {
    const worker = options.open();
    // Papers alone do not keep a process alive.
    worker.unref();
    worker.once('exit', () => void (open.delete(worker), idle.delete(worker)));
    worker.on('error', () => undefined);
    open.add(worker);
    return worker;
  }

  async function retire({
    worker,
    job,
    error,
  }: {
    worker: Worker;
    job: Waiting<Task, Result>;
    error: unknown;
  }) {
    open.delete(worker);
    job.reject(error);
    await worker.terminate();
  }

  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        if (state.stopped || waiting.length >= options.queueLimit) return reject(ticketErrors.PAPERS_BUSY());
        waiting.push({ task, resolve, reject });
        next();
      }),
    async stop() {
      state.stopped = true;
      for (const { reject } of waiting.splice(0)) reject(ticketErrors.PAPERS_BUSY());
      await Promise.all([...open].map((worker) => worker.terminate()));
    },
  };
}

/** Threads with nothing to do, each for `restMs` at most. */
function restingWorkers(restMs: number, end: (worker: Worker) => void) {
  const timers = new Map<Worker, NodeJS.Timeout>();
  const remove = (worker: Worker) => {
    clearTimeout(timers.get(worker));
    timers.delete(worker);
  };
  const over = (worker: Worker) => {
    remove(worker);
    end(worker);
  };
  return {
    first: (): Worker | undefined => timers.keys().next().value,
    add: (worker: Worker) => void timers.set(worker, setTimeout(over, restMs, worker).unref()),
    delete: remove,
  };
}

function settle<Result>(job: Waiting<unknown, Result>, answer: Outcome<Result>): void {
  if ('result' in answer) job.resolve(answer.result);
  else job.reject(new Error(`A ticket could not be drawn: ${answer.problem}`));
}

/** The thread's next message; rejects when it ends or hangs. */
function answerOf(worker: Worker, { task, timeLimitMs }: { task: unknown; timeLimitMs: number }) {
  return new Promise<unknown>((resolve, reject) => {
    const listeners = {
      message: (answer: unknown) => finish(() => resolve(answer)),
      error: (error: unknown) => finish(() => reject(error)),
      exit: () => finish(() => reject(new Error('The thread that draws tickets ended.'))),
    };
    const timer = setTimeout(() => finish(() => reject(ticketErrors.PAPERS_BUSY())), timeLimitMs);
    const finish = (then: () => void) => {
      clearTimeout(timer);
      for (const [event, listener] of Object.entries(listeners)) worker.off(event, listener);
      then();
    };
    for (const [event, listener] of Object.entries(listeners)) worker.on(event, listener);
    worker.postMessage(task);
  });
}
