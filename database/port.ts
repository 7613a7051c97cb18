import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

const loopback = '127.0.0.1';

/** True when nobody on this machine listens on the port. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await portObstacle(port)) === undefined;
}

/** Why nobody could listen on the port now: somebody does, or this user may not (ports below 1024). */
export async function portObstacle(port: number): Promise<'taken' | 'forbidden' | undefined> {
  const outcome = await tryToListen(port);
  if (typeof outcome === 'number') return undefined;
  return outcome.code === 'EACCES' ? 'forbidden' : 'taken';
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const port = await tryToListen(0);
  if (typeof port !== 'number') throw new Error('This machine has no free port left.', { cause: port });
  return port;
}

function tryToListen(port: number): Promise<number | NodeJS.ErrnoException> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, loopback, () => {
      const { port: taken } = server.address() as AddressInfo;
      server.close(() => resolve(taken));
    });
  });
}
