/** Where connections come from and go back to. */
export interface Pool<Connection> {
  acquireConnection(): Promise<Connection>;
  releaseConnection(connection: Connection): Promise<void>;
}

/** Work on a connection that others use at the same time: what it sends travels behind what they have sent. */
export type Share<Connection> = <Answer>(
  work: (connection: Connection) => Promise<Answer>,
) => Promise<Answer>;

interface Lane<Connection> {
  connection: Promise<Connection>;
  working: number;
}

/**
 * Lets many work on few connections of a pool, `most` of them: each piece of work has one of its own while there are
 * enough, and joins those who wait least when there are not. A connection on which something failed takes nobody any
 * more, and goes back when those who are on it have ended.
 */
export function shareConnections<Connection>(pool: Pool<Connection>, most: number): Share<Connection> {
  const open = new Set<Lane<Connection>>();
  const enter = () => {
    const lane = open.size < most ? { connection: pool.acquireConnection(), working: 0 } : emptiest(open);
    open.add(lane);
    lane.working += 1;
    return lane;
  };
  const leave = async (lane: Lane<Connection>) => {
    lane.working -= 1;
    if (lane.working > 0) return;
    open.delete(lane);
    await lane.connection.then((connection) => pool.releaseConnection(connection), noConnection);
  };
  return async (work) => {
    const lane = enter();
    try {
      return await work(await lane.connection);
    } catch (error) {
      open.delete(lane);
      throw error;
    } finally {
      await leave(lane);
    }
  };
}

function emptiest<Connection>(open: ReadonlySet<Lane<Connection>>): Lane<Connection> {
  return [...open].reduce((best, lane) => (lane.working < best.working ? lane : best));
}

const noConnection = () => undefined;
