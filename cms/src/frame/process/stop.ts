import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { life } from './life.ts';
import { log } from '../log/log.ts';

export interface StopOptions {
  /** How long requests in flight may still take, and after them the rest of the work. */
  graceMs: number;
}

/**
 * Takes a process out of service: not ready from the first moment, requests in flight get their answers, then jobs,
 * rooms and the database close. Bounded: what is not done within the grace is cut off.
 */
export async function stopGracefully(strapi: Core.Strapi, { graceMs }: StopOptions): Promise<void> {
  log.info({ inFlight: life(strapi).inFlight }, 'stopping');
  const { httpServer } = strapi.server;
  const idle = life(strapi).drain();
  httpServer.closeIdleConnections();
  if (!(await within(graceMs, idle))) log.warn({ inFlight: life(strapi).inFlight }, 'requests were cut off');
  if (!(await within(graceMs, strapi.destroy()))) log.warn('the stop took too long and was cut short');
}

/** Whether the work was done in time. */
async function within(ms: number, work: Promise<void>): Promise<boolean> {
  const timer = new AbortController();
  const late = pause(ms, false, { signal: timer.signal }).catch(() => false);
  const inTime = await Promise.race([work.then(() => true), late]);
  timer.abort();
  return inTime;
}
