import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Core } from '@strapi/strapi';
import { perStrapi } from '../../../frame/per-strapi.ts';
import type { DrawingTask } from './worker.ts';
import { createWorkerPool } from './worker-pool.ts';
import type { WorkerPool } from './worker-pool.ts';

const threads = 1;
const queueLimit = 100;
const timeLimitMs = 30_000;
const restMs = 60_000;

/** A page of a PDF takes 0.2 MB while it is drawn, the parsed fonts 30: a thread that wants more is ended. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

/**
 * Draws PDF, PNG and passes in a thread of its own, one after the other, for everybody who wants papers. The thread is
 * opened when there is work and ended when there is none any more.
 */
export const drawing: (strapi: Core.Strapi) => WorkerPool<DrawingTask, Uint8Array> = perStrapi(() =>
  createWorkerPool({
    open: () => new Worker(join(__dirname, 'worker.js'), { resourceLimits }),
    ...{ size: threads, queueLimit, timeLimitMs, restMs },
  }),
);
