import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

const loopback = '127.0.0.1';

/** True when nobody on this machine listens on the port. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await tryToListen(port)) !== undefined;
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const port = await tryToListen(0);
  if (port === undefined) throw new Error('This machine has no free port left.');
  return port;
}

function tryToListen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, loopback, () => {
      const { port: taken } = server.address() as AddressInfo;
      server.close(() => resolve(taken));
    });
  });
}
