import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { life } from './life.ts';
import { log } from '../log/log.ts';

export interface StopOptions {
  /** How long requests are still taken, so that a proxy sees `/readyz` say no before a connection is closed. */
  delayMs: number;
  /** How long requests in flight may still take, and after them the rest of the work. */
  graceMs: number;
  /** What must outlast everything else. */
  last?: () => Promise<void> | undefined;
}

/**
 * Takes a process out of service: not ready from the first moment, requests are taken until the delay is over, those in
 * flight get their answers, then jobs, rooms and the database close. Bounded: what is not done within the grace is cut
 * off.
 */
export async function stopGracefully(strapi: Core.Strapi, options: StopOptions): Promise<void> {
  const { delayMs, graceMs, last } = options;
  log.info({ inFlight: life(strapi).inFlight }, 'stopping');
  life(strapi).retire();
  await pause(delayMs);
  strapi.server.httpServer.closeIdleConnections();
  const idle = life(strapi).drain();
  if (!(await within(graceMs, idle))) log.warn({ inFlight: life(strapi).inFlight }, 'requests were cut off');
  if (!(await within(graceMs, strapi.destroy()))) log.warn('the stop took too long and was cut short');
  await last?.();
}

/** Whether the work was done in time. */
async function within(ms: number, work: Promise<void>): Promise<boolean> {
  const timer = new AbortController();
  const late = pause(ms, false, { signal: timer.signal }).catch(() => false);
  const inTime = await Promise.race([work.then(() => true), late]);
  timer.abort();
  return inTime;
}
