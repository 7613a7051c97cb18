import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import compression from 'compression';
import inject from 'light-my-request';
import sirv from 'sirv';
import { callerAddress, memberOf } from './caller-address.ts';
import { doorsTo } from './doors.ts';
import { forEverybody } from './for-everybody.ts';
import { house as readHouse } from './house.ts';
import { keptPages, type Rendered } from './kept-pages.ts';
import { admit } from './page-requests.ts';
import { refusePage } from './refuse.ts';
import { isOwnPage } from './same-origin.ts';
import { secure } from './security-headers.ts';
import { stopOnSignals } from './stop.ts';
import { websiteServer } from './website-server.ts';

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
const pages = keptPages({ render: renderForNobody, isForEverybody: forEverybody(house) });

const server = websiteServer((request, response) => {
  secure(response, house);
  if (request.url === '/healthz') return void response.end('ok');
  // What cms answers comes packed already, and so do pages that are kept.
  doors.handle(request, response, () =>
    pages({ request, response, next: () => serveAlone(request, response) }),
  );
});

function serveAlone(request: IncomingMessage, response: ServerResponse): void {
  pack(request as never, response as never, () =>
    admit({ request, response, next: () => serve(request, response) }),
  );
}

/** Asks Astro as a browser would that comes for the first time. */
async function renderForNobody(url: string): Promise<Rendered> {
  const dispatch = (request: unknown, response: unknown) =>
    handler(request, response, undefined, { address: '127.0.0.1' });
  const headers = { host: new URL(house.siteUrl).host, accept: 'text/html' };
  const { statusCode: status, rawPayload: body, headers: sent } = await inject(dispatch, { url, headers });
  return { status, body, headers: pageHeaders(sent) };
}

/** Without what belongs to one connection. */
const pageHeaders = (sent: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sent)
      .filter(
        ([name]) =>
          !['connection', 'date', 'content-length', 'transfer-encoding', 'keep-alive'].includes(name),
      )
      .map(([name, value]) => [name, String(value)]),
  );

function serve(request: IncomingMessage, response: ServerResponse): void {
  if (!isOwnPage(request, house.siteUrl)) return refusePage({ request, response, code: 'FOREIGN_PAGE' });
  const locals = { address: callerAddress(request, isTrusted) };
  assets(request, response, () => handler(request, response, undefined, locals));
}

/** As cms does it: more callers than Node's 511 may come while a page is being made. */
const waitingAtTheDoor = 4_096;

server.on('upgrade', doors.upgrade);
server.listen(house.port, house.host, waitingAtTheDoor, () => {
  stopOnSignals(server, house.graceMs);
  process.stdout.write(
    `${JSON.stringify({ level: 'info', msg: 'the website is open', port: house.port })}\n`,
  );
});
