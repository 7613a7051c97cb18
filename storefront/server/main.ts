import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import compression from 'compression';
import sirv from 'sirv';
import { callerAddress, memberOf } from './caller-address.ts';
import { doorsTo } from './doors.ts';
import { house as readHouse } from './house.ts';
import { admit } from './page-requests.ts';
import { isOwnPage } from './same-origin.ts';
import { secure } from './security-headers.ts';
import { stopOnSignals } from './stop.ts';

const house = readHouse();
const doors = doorsTo(house);
const isTrusted = memberOf(house.trustedProxies);
const entry = new URL('../dist/server/entry.mjs', import.meta.url).href;
const { handler } = (await import(entry)) as { handler: (...args: unknown[]) => void };
const assets = sirv(fileURLToPath(new URL('../dist/client', import.meta.url)), {
  etag: true,
  setHeaders: (response, path) => {
    if (path.startsWith('/_astro/'))
      response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    if (path.endsWith('.ico')) response.setHeader('content-type', 'image/x-icon');
  },
});

const pack = compression();

const server = createServer((request, response) => {
  secure(response, house);
  if (request.url === '/healthz') return void response.end('ok');
  // What cms answers comes packed already.
  doors.handle(request, response, () =>
    pack(request as never, response as never, () =>
      admit({ request, response, next: () => serve(request, response) }),
    ),
  );
});

function serve(request: IncomingMessage, response: ServerResponse): void {
  if (!isOwnPage(request, house.siteUrl)) return void response.writeHead(403).end();
  const locals = { address: callerAddress(request, isTrusted) };
  assets(request, response, () => handler(request, response, undefined, locals));
}

server.on('upgrade', doors.upgrade);
server.listen(house.port, house.host, () => {
  stopOnSignals(server);
  process.stdout.write(
    `${JSON.stringify({ level: 'info', msg: 'the website is open', port: house.port })}\n`,
  );
});
