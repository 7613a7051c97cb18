import { Client } from 'pg';
import { until } from '../house/proof-house.ts';
import { points, room } from './points.ts';
import type { StopName } from './points.ts';

/** A commit that waits at a point of the way, for one order or one payment of the gateway. */
export interface Stop {
  point: StopName;
  about: string;
}

/** A connection that holds commits up. */
export interface Barrier {
  raise(stop: Stop): Promise<void>;
  /** Resolves with the server's process that waits there. */
  waiting(stop: Stop, signal: AbortSignal): Promise<number>;
  /** Resolves when some process of the server waits at a stop. */
  anyWaiting(signal: AbortSignal): Promise<void>;
  /** What the server does when it finds the other end of a connection gone: the transaction is undone. */
  abandon(pids: readonly number[]): Promise<void>;
  /** Lets everything through that waits. */
  lower(): Promise<void>;
  /** Resolves when these processes of the server have ended. */
  gone(pids: readonly number[], signal: AbortSignal): Promise<void>;
  /** Whether the transaction of the stop has committed. */
  happened(stop: Stop): Promise<boolean>;
  close(): Promise<void>;
}

export async function barrierAt(databaseUrl: string): Promise<Barrier> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  const count = async (sql: string, values: unknown[]) => (await client.query(sql, values)).rows;
  const pidAt = async ({ point, about }: Stop): Promise<number | undefined> => {
    const sql = `select pid from pg_locks where locktype = 'advisory' and not granted and classid = $1::bigint::oid
                    and objid = (hashtext($2)::bigint & 4294967295)::oid`;
    return (await count(sql, [room, `${point} ${about}`]))[0]?.pid as number | undefined;
  };
  return {
    raise: async ({ point, about }) => {
      await client.query('select pg_advisory_lock($1, hashtext($2))', [room, `${point} ${about}`]);
    },
    waiting: async (stop, signal) => {
      const seen: { pid?: number | undefined } = {};
      await until(async () => (seen.pid = await pidAt(stop)) !== undefined, { signal, everyMs: 50 });
      return seen.pid ?? 0;
    },
    anyWaiting: (signal) => {
      const sql = `select pid from pg_locks where locktype = 'advisory' and not granted and classid = $1::bigint::oid`;
      return until(async () => (await count(sql, [room])).length > 0, { signal, everyMs: 10 });
    },
    abandon: async (pids) => {
      await client.query('select pg_terminate_backend(pid, 10000) from unnest($1::int[]) pid', [pids]);
    },
    lower: async () => void (await client.query('select pg_advisory_unlock_all()')),
    gone: (pids, signal) => {
      const sql = 'select pid from pg_stat_activity where pid = any($1)';
      return until(async () => (await count(sql, [pids])).length === 0, { signal, everyMs: 50 });
    },
    happened: async ({ point, about }) => ((await count(points[point].trace, [about]))[0]?.traces ?? 0) > 0,
    close: () => client.end(),
  };
}
