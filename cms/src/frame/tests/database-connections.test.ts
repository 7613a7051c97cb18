import { existsSync, readFileSync } from 'node:fs';
import type { Socket } from 'node:net';

interface Pool {
  acquireConnection(): Promise<{ connection: { stream: Socket } }>;
  releaseConnection(connection: object): Promise<void>;
}

const established = '01';
const portHex = (port = 0) => `:${port.toString(16).toUpperCase().padStart(4, '0')}`;

/** The timer of our end of a connection, as Linux calls it (proc(5), `/proc/net/tcp`): 02 is "ask whether it is there". */
function timerOf({ localPort, remotePort }: Socket): string | undefined {
  const tables = ['/proc/net/tcp', '/proc/net/tcp6'].filter((path) => existsSync(path));
  const lines = tables.flatMap((path) => readFileSync(path, 'utf8').split('\n'));
  const own = lines
    .map((line) => line.trim().split(/\s+/))
    .find(
      ([, from, to, state]) =>
        from?.endsWith(portHex(localPort)) && to?.endsWith(portHex(remotePort)) && state === established,
    );
  return own?.[5]?.split(':')[0];
}

const onLinux = process.platform === 'linux' ? it : it.skip;

describe('a connection to the database', () => {
  onLinux('that says nothing is asked whether the other end is still there', async () => {
    const pool = strapi.db.connection.client as Pool;
    const connection = await pool.acquireConnection();
    try {
      expect(timerOf(connection.connection.stream)).toBe('02');
    } finally {
      await pool.releaseConnection(connection);
    }
  });
});
