import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { clock } from '@gangway/kit';
import type { ProviderLog, ServiceHandler } from '@gangway/kit';
import type { Control } from './control.ts';
import { openYookassa } from './open.ts';
import type { Shop } from './world.ts';

export type StartSettings = {
  /** 0 or none: a free one. */
  port?: number;
  /** Where notifications go; none: nowhere. */
  notifyUrl?: string;
  shop?: Shop;
  folder?: string;
  now?: () => Date;
  onMove?: (listener: () => void) => () => void;
  journal?: (entry: Record<string, unknown>) => void;
  log?: ProviderLog;
};

export type StartedYookassa = {
  url: string;
  /** The base URL for a client. */
  apiUrl: string;
  shop: Shop;
  control: Control;
  close(): Promise<void>;
};

const testShop: Shop = { shopId: '100500', secretKey: 'test_demo-for-tests-and-nothing-else' };
const silent: ProviderLog = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const path = '/yookassa';

/** The sandbox of YooKassa alone on a port of 127.0.0.1, at `/yookassa` as in the house. */
export async function startYookassaSandbox(settings: StartSettings = {}): Promise<StartedYookassa> {
  const { shop = testShop, notifyUrl, port = 0 } = settings;
  const held: { handler?: ServiceHandler } = {};
  const server = createServer((request, response) => void serve(held.handler, request, response));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  const { now = clock.now, onMove = clock.onMove, journal = () => {}, log = silent, folder } = settings;
  const opened = openYookassa({ shop, notifyUrl, path, url, folder, log, now, onMove, journal });
  held.handler = opened.handler;
  const close = async () => {
    opened.close();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { url, apiUrl: `${url}/v3`, shop, control: opened.control, close };
}

async function serve(
  handler: ServiceHandler | undefined,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const inside = (request.url ?? '').startsWith(`${path}/`);
  if (!handler || !inside) return void response.writeHead(404).end();
  try {
    await handler(Object.assign(request, { url: (request.url ?? '').slice(path.length) }), response);
  } catch (error) {
    if (!response.headersSent) response.writeHead(500);
    response.end(String(error));
  }
}
