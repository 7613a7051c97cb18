import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Core } from '@strapi/strapi';
import { perStrapi } from '../../../frame/per-strapi.ts';
import type { DrawingTask } from './worker.ts';
import { createWorkerPool } from './worker-pool.ts';
import type { WorkerPool } from './worker-pool.ts';

const threads = 2;
const queueLimit = 100;
const timeLimitMs = 30_000;

/** Draws PDF, PNG and passes in threads of their own: a page blocks its thread for a tenth of a second and more. */
export const drawing: (strapi: Core.Strapi) => WorkerPool<DrawingTask, Uint8Array> = perStrapi(() =>
  createWorkerPool({
    open: () => new Worker(join(__dirname, 'worker.js')),
    ...{ size: threads, queueLimit, timeLimitMs },
  }),
);
