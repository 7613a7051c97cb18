import { listen } from '@gangway/database/listen';
import type { Client } from 'pg';
import { messageOf } from '../../services/message-of.ts';
import type { PostgresDriverSettings } from './driver-settings.ts';
import { endLease, holdLease } from './recovery.ts';

/** Nobody notifies it: the connection is there for what it holds. */
const channel = 'jobs_leases';
const tryEveryMs = 500;

/** The signs of life of the worker pools of one process. */
export type Leases = {
  /** From now on, also after the connection was lost; tried again until it is had. */
  hold(pool: string): void;
  release(pool: string): void;
  stop(): Promise<void>;
};

type Session = { client: Client; asked: Set<string> };

/**
 * They lie on a connection of their own, which is asked every second and is back within seconds: graphile-worker mends its
 * own one with pauses that grow to a minute, in which its jobs would be taken for those of a dead process.
 */
export async function openLeases({ connectionString, log }: PostgresDriverSettings): Promise<Leases> {
  const wanted = new Set<string>();
  const current: { session?: Session } = {};
  const look = () => {
    for (const pool of wanted) if (current.session) void take(current.session, pool);
  };
  const listener = await listen({
    connectionString,
    channels: [channel],
    onMessage: () => undefined,
    onReset: (client) => {
      current.session = { client, asked: new Set() };
      look();
    },
    onTrouble: (error) => log.debug(`Jobs: the connection of the leases is mended: ${messageOf(error)}`),
  });
  const timer = setInterval(look, tryEveryMs);
  return {
    hold: (pool) => {
      wanted.add(pool);
      look();
    },
    release: (pool) => {
      wanted.delete(pool);
      void current.session?.client.query(endLease, [pool]).catch(() => undefined);
    },
    stop: async () => {
      clearInterval(timer);
      await listener.stop();
    },
  };
}

/** Never twice in one session, where a lock counts how often it was taken. */
async function take({ client, asked }: Session, pool: string): Promise<void> {
  if (asked.has(pool)) return;
  asked.add(pool);
  const answer = await client.query<{ held: boolean }>(holdLease, [pool]).catch(() => undefined);
  if (!answer?.rows[0]?.held) asked.delete(pool);
}
