import type { Pool } from 'pg';
import { openPool } from '../pool.ts';
import type { PoolSettings } from '../pool.ts';
import { messageOf } from '../../services/message-of.ts';

const notConnected = 'NotConnected';

/**
 * A pool whose errors graphile-worker hears at once. Where the code of one says that a connection was lost, 0.18 asks
 * again by itself, and goes to sleep for up to two minutes before it does: without a code it is told, and asks again after
 * a second.
 */
export function openPlainPool(settings: PoolSettings): Pool {
  const pool = openPool(settings);
  pool.on('connect', (client) => client.on('error', (error) => Reflect.deleteProperty(error, 'code')));
  const connect = pool.connect.bind(pool);
  const connectPlainly = (done?: Connected) => {
    if (!done) return connect().catch((error: unknown) => Promise.reject(plain(error)));
    return connect((error, client, release) => done(error && plain(error), client, once(release)));
  };
  return Object.assign(pool, { connect: connectPlainly as Pool['connect'] });
}

type Connected = Parameters<Pool['connect']>[0];

type Release = Parameters<Connected>[2];

/**
 * graphile-worker 0.18 gives a connection back twice that is lost before it listens while the worker stops; pg-pool throws
 * then, in a promise that nobody waits for. Where there is no connection there is nothing to give back.
 */
function once(release: Release | undefined): Release {
  const given = { back: false };
  return (error) => {
    if (!given.back) release?.(error);
    given.back = true;
  };
}

const plain = (cause: unknown): Error =>
  Object.assign(new Error(`no connection: ${messageOf(cause)}`, { cause }), { name: notConnected });

// Connection exceptions, and what a server says that is on its way out or has crashed.
const endOfConnection = /^(08|57P)/;

/**
 * Whether the connection was lost with a question under way: the answer may be a job that is ours now, and that nobody
 * knows of. Where the database has answered, or was never asked, nothing was taken.
 */
export function isLostTake(error: Error & { severity?: string; code?: string }): boolean {
  if (error.name === notConnected) return false;
  return error.severity === undefined || endOfConnection.test(error.code ?? '');
}
