import { hash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { pathOf } from '../request/request-path.ts';
import { metrics } from './registry.ts';

export interface MetricsDoor {
  /** The text that Prometheus reads. */
  text: () => Promise<string>;
  host: string;
  port: number;
  /** What callers from other machines must show; undefined: they may not ask. */
  token: string | undefined;
  failed: (error: unknown) => void;
}

/** Rejects with what the system says when it cannot listen there. */
export function openMetrics(door: MetricsDoor): Promise<Server> {
  const server = createServer((request, response) => void answer(door, request, response));
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(door.port, door.host, () => done(server.off('error', fail)));
  });
}

async function answer(door: MetricsDoor, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (pathOf(request.url) !== '/metrics') return void response.writeHead(404).end();
  if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end();
  const { socket, headers } = request;
  if (!mayRead(door.token, { address: socket.remoteAddress, authorization: headers.authorization }))
    return void response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
  try {
    const text = await door.text();
    response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(text);
  } catch (error) {
    door.failed(error);
    response.writeHead(500).end();
  }
}

const loopback = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

/** This machine may always ask; others with the token, where there is one. */
export function mayRead(token: string | undefined, { address = '', authorization = '' }: Reader): boolean {
  return loopback.test(address) || (token !== undefined && same(authorization, `Bearer ${token}`));
}

interface Reader {
  address: string | undefined;
  authorization: string | undefined;
}

/** Of digests, which are equally long whatever was given. */
const same = (given: string, expected: string): boolean =>
  timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', expected, 'buffer'));
