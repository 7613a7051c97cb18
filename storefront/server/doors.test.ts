import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { doorsTo, type Doors } from './doors.ts';
import type { House } from './house.ts';

interface Seen {
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

const seen: Seen[] = [];
const servers: Server[] = [];
const at = { cms: '', site: '' };

async function listening(server: Server): Promise<string> {
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const houseAt = (cmsUrl: string): House => ({
  ...{ cmsUrl, siteUrl: 'https://tickets.example.org', port: 0, host: '', secure: true },
  ...{ demo: true, trustedProxies: [], graceMs: 0 },
});

function siteAt(doors: Doors): Promise<string> {
  const site = createServer((request, response) =>
    doors.handle(request, response, () => void response.end('the website')),
  );
  return listening(site.on('upgrade', doors.upgrade));
}

beforeAll(async () => {
  const cms = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      seen.push({ url: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.setHeader('content-type', 'application/json');
      response.setHeader('vary', ['Gangway-Session', 'Accept-Encoding']);
      response.end('{"data":"cms"}');
    });
  });
  at.cms = await listening(cms);
  at.site = await siteAt(doorsTo(houseAt(at.cms)));
});
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});
beforeEach(() => void seen.splice(0));

const get = (path: string, headers: Record<string, string> = {}) => fetch(at.site + path, { headers });
const post = (path: string, headers: Record<string, string> = {}) =>
  fetch(at.site + path, {
    ...{ method: 'POST', body: '{"seats":["1A"]}' },
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('the doors of the website', () => {
  it('say that an answer differs by cookie where cms says by session', async () => {
    const { headers } = await get('/api/events/e1/seats');
    expect(headers.get('vary')).toBe('Cookie, Accept-Encoding');
  });

  it.each([
    '/api/events?page=2',
    '/uploads/a.webp',
    '/media/a.webp',
    '/openapi.json',
    '/.well-known/gangway-ticket-keys.json',
  ])('lead to cms at %s', async (path) => {
    expect(await (await get(path)).text()).toBe('{"data":"cms"}');
    expect(seen.map(({ url }) => url)).toEqual([path]);
  });

  it.each([
    '/api/admin/orders',
    '/api/crm/orders',
    '/api/internal/clock',
    '/api/%61dmin/orders',
    '/api//admin/orders',
    '/API/Admin',
    '/admin',
    '/content-manager/x',
    '/healthz',
    '/api/%E0%A4%A',
  ])('do not lead to cms at %s', async (path) => {
    expect(await (await get(path)).text()).toBe('the website');
    expect(seen).toEqual([]);
  });

  it('say who asks by the cookies alone, whatever the caller claims', async () => {
    await get('/api/orders/o2w4e6r8t0y2u4i6o8p0a2s4', {
      cookie:
        '__Host-gangway-session=Wm8Q2xkT4n0ZbV7cYp3L; __Host-gangway-account=account.token; other=1; ' +
        '__Host-gangway-orders=o2w4e6r8t0y2u4i6o8p0a2s4:token-of-this-order',
      authorization: 'Bearer stolen',
      'gangway-session': 'somebody-elses-session',
      'x-forwarded-for': '198.51.100.1',
    });
    const { headers } = seen[0]!;
    expect(headers['gangway-session']).toBe('Wm8Q2xkT4n0ZbV7cYp3L');
    expect(headers.authorization).toBe('Bearer token-of-this-order');
    expect(headers['x-forwarded-for']).toBe('127.0.0.1');
    expect(headers.cookie).toBeUndefined();
  });

  it('show the account where no order is named', async () => {
    const cookie =
      '__Host-gangway-account=account.token; __Host-gangway-orders=o2w4e6r8t0y2u4i6o8p0a2s4:token-of-order';
    await get('/api/me', { cookie });
    await get('/api/orders/anotherorderid0000000000', { cookie });
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer account.token',
      'Bearer account.token',
    ]);
  });

  it('give whoever takes places for the first time a session, and keep the one there is', async () => {
    const first = await post('/api/events/e1/seats/lock');
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(cookie).toMatch(/^__Host-gangway-session=[\w-]{32}$/);
    const second = await post('/api/events/e1/best-available', { cookie });
    expect(second.headers.get('set-cookie')).toBeNull();
    expect(new Set(seen.map(({ headers }) => headers['gangway-session'])).size).toBe(1);
    expect(seen[0]?.body).toBe('{"seats":["1A"]}');
  });

  it('give nobody a session for looking', async () => {
    expect((await get('/api/events/e1/seats')).headers.get('set-cookie')).toBeNull();
    expect(seen[0]?.headers['gangway-session']).toBeUndefined();
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['an older browser on another site', { origin: 'https://evil.example' }],
    ['nowhere', { origin: 'null' }],
  ])('are closed to what changes something from %s', async (_, headers) => {
    const response = await post('/api/events/e1/seats/lock', headers as Record<string, string>);
    expect(response.status).toBe(403);
    expect(((await response.json()) as { error: { code: string } }).error.code).toBe('FOREIGN_PAGE');
    expect(seen).toEqual([]);
  });

  it.each([
    ['our own page', { 'sec-fetch-site': 'same-origin' }],
    ['an older browser on our page', { origin: 'https://tickets.example.org' }],
    ['a program', {}],
  ])('are open to %s', async (_, headers) => {
    expect((await post('/api/events/e1/seats/lock', headers as Record<string, string>)).status).toBe(200);
  });

  it('close a socket that another site opens', async () => {
    const { port } = new URL(at.site);
    const socket = ask({
      ...{ host: '127.0.0.1', port, path: '/ws/seatmap?event=e1' },
      headers: { connection: 'upgrade', upgrade: 'websocket', origin: 'https://evil.example' },
    }).end();
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNRESET');
    expect(seen).toEqual([]);
  });

  it('say in the visitor’s language that sales are away', async () => {
    const nowhere = createServer();
    const cmsUrl = await listening(nowhere);
    nowhere.close();
    const url = await siteAt(doorsTo(houseAt(cmsUrl)));
    const response = await fetch(`${url}/api/events?locale=en`);
    expect(response.status).toBe(503);
    expect(((await response.json()) as { error: { message: string } }).error.message).toMatch(
      /^Sales are away/,
    );
  });

  it('say the same while cms takes questions and answers none, and open no seat map there', async () => {
    const silent = createServer(() => undefined).on('upgrade', () => undefined);
    const url = await siteAt(doorsTo(houseAt(await listening(silent)), { patience: 50 }));
    const response = await fetch(`${url}/api/events`);
    expect(response.status).toBe(503);
    const { port } = new URL(url);
    const headers = { connection: 'upgrade', upgrade: 'websocket' };
    const map = ask({ host: '127.0.0.1', port, path: '/ws/seatmap?event=e1', headers }).end();
    const [error] = (await once(map, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNRESET');
  });
});
