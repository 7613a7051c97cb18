import { Pool } from 'pg';
import type { JobLog } from '../../../contract/job.ts';
import { messageOf } from '../services/message-of.ts';

export type PoolSettings = { connectionString: string; max: number; log: JobLog };

/**
 * Connections that may be lost at any time, at rest, in use, or while the pool is being closed: the question that was
 * under way says so, and a loss that nobody hears of would be the end of the process.
 */
export function openPool({ connectionString, max, log }: PoolSettings): Pool {
  const pool = new Pool({ connectionString, max, keepAlive: true, keepAliveInitialDelayMillis: 10_000 });
  const tell = (error: Error) => log.debug(`Jobs: a connection was lost: ${messageOf(error)}`);
  return pool.on('error', tell).on('connect', (client) => client.on('error', tell));
}
