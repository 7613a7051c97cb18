import type { Server, ServerOptions } from 'node:http';

/**
 * How long a caller of cms or of the website may take, milliseconds. Node gives nobody an end for reading an answer, and keeps an idle
 * connection for 5 s, less than proxies do: they would send into a connection that is just being closed.
 */
export const socketTerms = {
  /** From the opening of a connection, or the first byte of the next request, to the end of its header: then 408. */
  headersTimeout: 15_000,
  /** To the end of its body: a picture of 25 MB over a slow line. Then 408. */
  requestTimeout: 120_000,
  /** Longer than the 60 s of nginx and of the load balancers of Amazon and Google. */
  keepAliveTimeout: 65_000,
  /** How often the two limits above are looked at. */
  connectionsCheckingInterval: 5_000,
} as const satisfies ServerOptions;

/** How long nothing may move on a connection that owes or is owed an answer, milliseconds; live seat maps ping instead. */
const silenceMs = 120_000;

/** What the options of a server cannot say: who reads nothing is cut. */
export function limitSockets(server: Server, { silence = silenceMs }: { silence?: number } = {}): void {
  server.setTimeout(silence);
}
