import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * A way to the database of this test worker. What was opened can stop carrying anything and goes on looking open at
 * both ends; what is opened later carries again.
 */
export async function silentWay() {
  const ends: Socket[][] = [];
  const server = createServer((near) => ends.push(joined(near))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    opened: () => ends.length,
    fallSilent: () => ends.flat().forEach((end) => end.pause()),
    close: () => {
      server.close();
      for (const end of ends.flat()) end.destroy();
    },
  };
}

function joined(near: Socket): Socket[] {
  const { hostname, port } = new URL(databaseUrl);
  const far = connect(Number(port), hostname);
  const ways = [
    [near, far],
    [far, near],
  ] as const;
  for (const [from, to] of ways)
    from
      .on('data', (data) => to.write(data))
      .on('close', () => to.destroy())
      .on('error', () => undefined);
  return [near, far];
}
