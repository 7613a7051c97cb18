import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** The frame of a WebSocket that says 1001, going away (RFC 6455, sections 5.5.1 and 7.4.1). */
export const goingAway = Buffer.from([0x88, 0x02, 0x03, 0xe9]);

/** Takes nothing new when it is asked to stop, finishes what it has begun, and goes. */
export function stopOnSignals(server: Server, graceMs: number): void {
  const close = closing(server, graceMs);
  const stop = () => void close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/**
 * How a server closes: requests in flight get their answers, live sockets are told that we go, and who is still there
 * after the grace is cut off. From now on it remembers the sockets, of which the server itself knows nothing more.
 */
export function closing(server: Server, graceMs: number): () => Promise<void> {
  const live = liveSockets(server);
  return async () => {
    // A connection whose last answer is on its way would stay open for the next question, and be waited for.
    server.keepAliveTimeout = 1;
    const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
    server.closeIdleConnections();
    for (const socket of live) socket.end(goingAway);
    const limit = setTimeout(() => cutOff(server, live), graceMs);
    await closed;
    clearTimeout(limit);
  };
}

function liveSockets(server: Server): ReadonlySet<Duplex> {
  const live = new Set<Duplex>();
  server.on('upgrade', (_, socket) => {
    live.add(socket);
    socket.once('close', () => live.delete(socket));
  });
  return live;
}

function cutOff(server: Server, live: ReadonlySet<Duplex>): void {
  server.closeAllConnections();
  for (const socket of live) socket.destroy();
}
