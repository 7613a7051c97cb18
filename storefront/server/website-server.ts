import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { limitSockets, socketTerms } from '@gangway/config/socket-terms';

/** The server of the website: who comes to it may take as long as at cms. Live seat maps have their pings alone. */
export function websiteServer(answer: RequestListener, options: { silence?: number } = {}): Server {
  const server = createServer(socketTerms, answer);
  limitSockets(server, options);
  return server;
}
