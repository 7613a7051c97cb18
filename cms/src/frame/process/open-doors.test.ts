import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { connect, createServer as createDoor } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { openDoors } from './open-doors.ts';

const host = '127.0.0.1';
const servers: Server[] = [];
const sockets: Socket[] = [];

async function opened({ most = 1_000 }: { most?: number } = {}) {
  const server = createServer((_, response) => void response.end('come in'));
  servers.push(server);
  await openDoors(server, { host, port: 0, most });
  return { server, port: (server.address() as AddressInfo).port };
}

/** Connections that are asked for in one turn of the event loop. */
function crowd(port: number, size: number): Socket[] {
  const made = Array.from({ length: size }, () => connect(port, host).on('error', () => undefined));
  sockets.push(...made);
  return made;
}

const count = (server: Server) =>
  new Promise<number>((done) => server.getConnections((_, connections) => done(connections)));

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  const open = servers.splice(0).filter(({ listening }) => listening);
  await Promise.all(open.map((server) => once(server.close(), 'close')));
});

describe('the doors of a server', () => {
  it('let in several callers each time the event loop goes round', async () => {
    const { server, port } = await opened();
    const turns = { now: 0, used: new Set<number>() };
    const size = 160;
    const everybody = new Promise<void>((done) => {
      const inside = { count: 0 };
      server.on('connection', () => {
        turns.used.add(turns.now);
        if ((inside.count += 1) === size) done();
      });
    });
    const watch = () => {
      turns.now += 1;
      turning.next = setImmediate(watch);
    };
    const turning = { next: setImmediate(watch) };
    crowd(port, size);
    await everybody;
    clearImmediate(turning.next);
    // Elsewhere than on Linux sockets do not share a port.
    expect(turns.used.size).toBeLessThanOrEqual(process.platform === 'linux' ? size / 3 : size);
  });

  it('lead to the same answers', async () => {
    const { port } = await opened();
    const answers = await Promise.all(
      Array.from({ length: 64 }, async () => {
        const response = await fetch(`http://${host}:${port}/`, { headers: { connection: 'close' } });
        return response.text();
      }),
    );
    expect(new Set(answers)).toEqual(new Set(['come in']));
  });

  it('let in no more together than one would, and are counted together', async () => {
    const { server, port } = await opened({ most: 40 });
    const all = crowd(port, 120);
    for (const socket of all) socket.resume();
    await until(() => refused(all) >= 80);
    expect([refused(all), await count(server)]).toEqual([80, 40]);
  });

  it('are closed together', async () => {
    const { server, port } = await opened();
    await once(server.close(), 'close');
    const outcomes = await Promise.all(
      Array.from({ length: 64 }, () => once(connect(port, host), 'connect').catch(({ code }) => code)),
    );
    expect(new Set(outcomes)).toEqual(new Set(['ECONNREFUSED']));
  });

  it('are not opened beside those of somebody else, not even when both would share', async () => {
    const { port } = await opened();
    await expect(openDoors(createServer(), { host, port, most: 10 })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    const alone = createDoor().listen(0, host);
    await once(alone, 'listening');
    const taken = (alone.address() as AddressInfo).port;
    await expect(openDoors(createServer(), { host, port: taken, most: 10 })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    await once(alone.close(), 'close');
  });
});

const refused = (all: readonly Socket[]): number => all.filter(({ destroyed }) => destroyed).length;

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
