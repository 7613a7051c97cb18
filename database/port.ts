import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const loopback = '127.0.0.1';
/** Below those that the system hands out by itself: what is given here is not taken before its owner listens. */
const given = { from: 20_000, to: 30_000 };

/** True when nobody on this machine listens on the port. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await portObstacle(port)) === undefined;
}

/** Why nobody could listen on the port now: somebody does, or this user may not (ports below 1024). */
export async function portObstacle(port: number): Promise<'taken' | 'forbidden' | undefined> {
  const error = await tryToListen(port);
  if (error) return error.code === 'EACCES' ? 'forbidden' : 'taken';
  return undefined;
}

/** A port nobody listens on at this moment, and that nobody else is given while this process lives. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < given.to - given.from; tried += 1) {
    const port = randomInt(given.from, given.to);
    if ((await isPortFree(port)) && (await claim(port))) return port;
  }
  throw new Error('This machine has no free port left.');
}

/** By a name that is no file: the system has one owner for it, and forgets it when the owner ends. */
function claim(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const name = `\0gangway-port-${port}`;
    const server = createServer().once('error', () => resolve(false));
    server.listen(name, () => resolve(true)).unref();
  });
}

/** Resolves with what is in the way. */
function tryToListen(port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, loopback, () => server.close(() => resolve(undefined)));
  });
}
