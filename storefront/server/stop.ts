import type { Server } from 'node:http';

/** Takes nothing new when it is asked to stop, finishes what it has begun, and goes. */
export function stopOnSignals(server: Server): void {
  const stop = () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
