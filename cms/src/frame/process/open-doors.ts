import type { Server } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo, ListenOptions, Server as Door } from 'node:net';

/**
 * A listening socket lets in one caller each time the event loop goes round (libuv, since 1.45), thirty a second when
 * it is busy: the last of a crowd of six hundred waited twenty seconds for the first byte. Linux spreads callers over
 * several sockets on one port, and each of them lets one in.
 */
const doors = process.platform === 'linux' ? 16 : 1;

/** Node's 511 at each door would be too few where there is only one. */
const waitingAtTheDoor = 4_096;

type Place = { host: string; port: number };

export type Opening = Place & {
  /** The most connections at a time, through all doors together. */
  most: number;
  /** Opens the server itself. */
  open?: (options: ListenOptions, opened: () => void) => unknown;
  /** Told what goes wrong at a door that is open. */
  onTrouble?: (error: Error) => void;
};

/**
 * Opens the server, with more doors beside its own; whoever closes or counts it does so with all of them.
 * @throws what `listen` says, EADDRINUSE too where the port belongs to another process of ours
 */
export async function openDoors(server: Server, { host, port, most, ...opening }: Opening): Promise<void> {
  const { open = server.listen.bind(server), onTrouble = () => undefined } = opening;
  if (port !== 0) await beAlone({ host, port });
  const options = { host, backlog: waitingAtTheDoor, ...(doors > 1 && { reusePort: true }) };
  await opened(server, (done) => void open({ ...options, port }, done));
  const place = { ...options, port: (server.address() as AddressInfo).port };
  const others = Array.from({ length: doors - 1 }, () => doorTo(server));
  shareLimit([server, ...others], most);
  actAsOne(server, others);
  await Promise.all(others.map((door) => opened(door, (done) => void door.listen(place, done))));
  for (const door of [server, ...others]) door.on('error', onTrouble);
}

/** Sockets that may share a port would share it with those of another process as well. */
async function beAlone(place: Place): Promise<void> {
  const probe = createServer();
  await opened(probe, (done) => void probe.listen(place, done));
  await new Promise((done) => probe.close(done));
}

function opened(server: Door, listen: (done: () => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    listen(() => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** With the socket options that node:http gives to its own. */
const doorTo = (server: Server): Door =>
  createServer({ allowHalfOpen: true, noDelay: true }, (socket) => void server.emit('connection', socket));

/** Node compares what came through a door with its limit: that is what the others leave over. */
function shareLimit(all: readonly Door[], most: number): void {
  const inside = { all: 0 };
  for (const door of all) {
    const own = { count: 0 };
    Object.defineProperty(door, 'maxConnections', { get: () => most - (inside.all - own.count) });
    countAt(door, (by) => {
      inside.all += by;
      own.count += by;
    });
  }
}

/** A door hands its connections on to the server, which hears of all of them: it counts those with its own handle. */
function countAt(door: Door, count: (by: 1 | -1) => void): void {
  door.prependListener('connection', (socket) => {
    if (socketsSeen.has(socket)) return;
    socketsSeen.add(socket);
    count(1);
    socket.once('close', () => count(-1));
  });
}

const socketsSeen = new WeakSet<object>();

function actAsOne(server: Server, others: readonly Door[]): void {
  const [close, countOwn] = [server.close.bind(server), server.getConnections.bind(server)];
  const countOf = (door: Door) =>
    new Promise<number>((done) => door.getConnections((_, count) => done(count)));
  server.close = (closed) => {
    const rest = Promise.all(others.map((door) => new Promise((done) => door.close(done))));
    return close((error) => void rest.then(() => closed?.(error)));
  };
  server.getConnections = (counted) => {
    countOwn((error, own) => {
      void Promise.all(others.map(countOf)).then((counts) =>
        counted(
          error,
          counts.reduce((sum, count) => sum + count, own),
        ),
      );
    });
    return server;
  };
}
