import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { MountContext, SandboxService } from '@gangway/kit';
import { pino } from 'pino';
import { createSandbox } from './sandbox.ts';
import type { Sandbox } from './sandbox.ts';

const token = 'a-token-that-never-leaves-the-server';
const real = '2026-11-20T10:00:00.000Z';
const open: Server[] = [];
const sandboxes: Sandbox[] = [];

async function listen(server: Server): Promise<string> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  for (const sandbox of sandboxes.splice(0)) await sandbox.close();
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

type Asked = { method?: string; url?: string; authorization?: string; body: string };

/** cms as the sandbox meets it: GET and PUT /api/internal/clock. */
function fakeCms(answer: { status?: number; offsetMs?: number } = {}) {
  const asked: Asked[] = [];
  const listener: RequestListener = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { method, url, headers } = request;
    asked.push({ method, url, authorization: headers.authorization, body: Buffer.concat(chunks).toString() });
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ data: { now: real, offsetMs: answer.offsetMs ?? 0 } }));
  };
  return { asked, server: createServer(listener) };
}

const moves = ({ asked }: { asked: Asked[] }) => asked.filter(({ method }) => method === 'PUT');

async function house({
  status,
  offsetMs,
  services = [],
  folder,
}: { status?: number; offsetMs?: number; services?: SandboxService[]; folder?: string } = {}) {
  const cms = fakeCms({ status, offsetMs });
  const lines: string[] = [];
  const log = pino(new Writable({ write: (line, _, done) => (lines.push(String(line)), done()) }));
  const settings = { url: 'http://localhost:4400', internalToken: token, services, log };
  const sandbox = await createSandbox({ ...settings, folder, cmsUrl: await listen(cms.server) });
  sandboxes.push(sandbox);
  const url = await listen(sandbox.server);
  const post = (path: string, body: string, headers: Record<string, string> = { origin: url }) =>
    fetch(url + path, { method: 'POST', body: new URLSearchParams(body), headers, redirect: 'manual' });
  const page = async (path: string, headers: Record<string, string> = {}) =>
    (await fetch(url + path, { headers })).text();
  return { url, cms, lines, post, page };
}

describe('the first page of the sandbox', () => {
  it('shows the business time and that it is real', async () => {
    const { url, page } = await house();
    const html = await page('/?locale=en');
    expect(html).toMatch(/>13:00:00<\/time\s*>/);
    expect(html).toContain('Friday, November 20, 2026');
    expect(html).toContain('Running on real time');
    expect(html).not.toContain('Back to real time');
    expect((await fetch(url)).status).toBe(200);
  });

  it('says how far the time was moved and offers the way back', async () => {
    const { page } = await house({ offsetMs: 26 * 3_600_000 });
    const html = await page('/?locale=ru');
    expect(html).toContain('Впереди настоящего на 1 день 2 часа');
    expect(html).toContain('Вернуть настоящее время');
  });

  it('speaks the language that was asked for, and keeps it in its links and forms', async () => {
    const { page } = await house();
    expect(await page('/?locale=ru')).toContain('<html lang="ru">');
    expect(await page('/?locale=zh')).toContain('action="/clock?locale=zh"');
    expect(await page('/', { 'accept-language': 'zh-CN,en' })).toContain('<html lang="zh-Hans">');
  });

  it('says that nobody is stood in for yet, or lists who is', async () => {
    expect(await (await house()).page('/?locale=en')).toContain('Nobody yet');
    const { page } = await house({ services: [till] });
    const html = await page('/?locale=en');
    expect(html).toContain('<a href="/till/?locale=en">Till &amp; co</a>');
    expect(html).not.toContain('Nobody yet');
  });

  it.each([
    [401, 502, 'both need the same INTERNAL_TOKEN'],
    [503, 502, 'The back office does not answer'],
  ])('has a sentence for an answer of %i', async (status, shown, sentence) => {
    const { url } = await house({ status });
    const response = await fetch(`${url}/?locale=en`);
    expect(response.status).toBe(shown);
    expect(await response.text()).toContain(sentence);
  });

  it('has a sentence and 502 when cms cannot be reached at all', async () => {
    const { url, cms } = await house();
    cms.server.closeAllConnections();
    await new Promise((resolve) => cms.server.close(resolve));
    const response = await fetch(`${url}/?locale=en&moved`);
    const html = await response.text();
    expect(response.status).toBe(502);
    expect(html).toContain('Start it with npm start');
    expect(html).not.toContain('The clock has been moved');
  });
});

describe('moving the clock', () => {
  it.each([
    ['step=15m', { shiftMs: 900_000 }],
    ['step=1d', { shiftMs: 86_400_000 }],
    ['to=2026-12-31T23:59', { now: '2026-12-31T20:59:00.000Z' }],
    ['reset=yes', { reset: true }],
  ])('asks cms with the token and leads back to the page: %s', async (form, body) => {
    const { cms, post } = await house();
    const response = await post('/clock?locale=en', form);
    expect([response.status, response.headers.get('location')]).toEqual([303, '/?locale=en&moved']);
    const authorization = `Bearer ${token}`;
    expect(moves(cms)).toEqual([
      { method: 'PUT', url: '/api/internal/clock', authorization, body: JSON.stringify(body) },
    ]);
  });

  it.each([
    ['another site', { origin: 'http://evil.example' }],
    ['nowhere', {}],
  ])('refuses a form from %s and asks nobody', async (_, headers) => {
    const { cms, post } = await house();
    const response = await post('/clock?locale=en', 'step=1d', headers);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('came from another site');
    expect(moves(cms)).toEqual([]);
  });

  it.each(['to=2026-02-30T10:00', 'step=1y', '', `to=${'x'.repeat(10_000)}`])(
    'refuses a time that is none',
    async (form) => {
      const { cms, post } = await house();
      const response = await post('/clock?locale=en', form);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('There is no such time');
      expect(moves(cms)).toEqual([]);
    },
  );

  it.each([
    [403, 403, 'SANDBOX=off'],
    [400, 400, 'did not accept this time'],
    [500, 502, 'does not answer'],
  ])('has a sentence when cms answers %i', async (status, shown, sentence) => {
    const { post } = await house({ status });
    const response = await post('/clock?locale=en', 'step=1h');
    expect(response.status).toBe(shown);
    expect(await response.text()).toContain(sentence);
  });
});

const till: SandboxService = {
  id: 'till',
  title: { ru: 'Касса', en: 'Till & co', zh: '收银台' },
  summary: { ru: 'Платит.', en: 'Pays.', zh: '付款。' },
  mount:
    ({ path }) =>
    (request, response) => {
      if (request.url === '/broken') throw new Error('the till is broken');
      response.end(`${path} ${request.method} ${request.url}`);
    },
};

describe('the server', () => {
  it('hands requests below a service to it, with the rest of the address', async () => {
    const { url } = await house({ services: [till] });
    expect(await (await fetch(`${url}/till`)).text()).toBe('/till GET /');
    expect(await (await fetch(`${url}/till/pay/7?sum=1`, { method: 'POST' })).text()).toBe(
      '/till POST /pay/7?sum=1',
    );
  });

  it('tells a service the business time, where it stands and where it may keep things', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gangway-sandbox-'));
    const told: MountContext[] = [];
    const opened = jest.fn();
    const service: SandboxService = {
      ...till,
      mount: async (context) => {
        context.onMove(opened);
        told.push(context);
        context.journal({ what: 'opened' });
        return till.mount(context);
      },
      close: async () => opened('closed'),
    };
    const { page } = await house({ services: [service], offsetMs: 3_600_000, folder });
    await page('/?locale=en');
    const [context] = told;
    expect(context?.now().getTime()).toBeGreaterThan(Date.now() + 3_500_000);
    expect(opened).toHaveBeenCalledTimes(1);
    expect([context?.url, context?.folder]).toEqual(['http://localhost:4400/till', join(folder, 'till')]);
    expect(JSON.parse(readFileSync(join(folder, 'journal.jsonl'), 'utf8'))).toEqual({
      service: 'till',
      at: expect.stringMatching(/^\d{4}-/),
      what: 'opened',
    });
    for (const sandbox of sandboxes.splice(0)) await sandbox.close();
    expect(opened).toHaveBeenLastCalledWith('closed');
    rmSync(folder, { recursive: true });
  });

  it('asks cms for the time when a service is asked, and goes on with the last word while cms is away', async () => {
    const service: SandboxService = {
      ...till,
      mount:
        ({ now }) =>
        (_, response) =>
          void response.end(now().toISOString()),
    };
    const { url, cms } = await house({ services: [service], offsetMs: 86_400_000 });
    const shown = async () => Date.parse(await (await fetch(`${url}/till`)).text());
    while ((await shown()) < Date.now() + 80_000_000);
    cms.server.closeAllConnections();
    await new Promise((resolve) => cms.server.close(resolve));
    expect(await shown()).toBeGreaterThan(Date.now() + 80_000_000);
  });

  it('outlives a service that fails', async () => {
    const { url, lines } = await house({ services: [till] });
    expect((await fetch(`${url}/till/broken`)).status).toBe(500);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(lines.join('')).toContain('the till is broken');
  });

  it('is alive while cms is not', async () => {
    const { url } = await house({ status: 500 });
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' });
  });

  it('answers 404 with a page to what it does not have', async () => {
    const { url } = await house();
    for (const path of ['/nothing', '//evil.example/', '/clock', '/%'])
      expect((await fetch(url + path)).status).toBe(404);
    expect((await fetch(url, { method: 'POST' })).status).toBe(404);
  });

  it('never shows the token, and logs neither it nor a query string', async () => {
    const { page, post, lines } = await house();
    const shown = (await page('/?locale=en&secret=1')) + (await (await post('/clock', 'step=1h')).text());
    expect(shown).not.toContain(token);
    expect(lines.join('')).toContain('"path":"/clock"');
    expect(lines.join('')).not.toMatch(/secret|locale=|a-token/);
  });

  it('lets pages load nothing from elsewhere and nobody frame them', async () => {
    const { url } = await house();
    const policy = (await fetch(url)).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    for (const [path, type] of [
      ['/assets/style.css', 'text/css'],
      ['/assets/clock.js', 'text/javascript'],
    ] as const) {
      const asset = await fetch(url + path);
      expect([asset.status, asset.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
    }
  });
});

describe('the words of the sandbox', () => {
  it('are different in each language, Chinese in Chinese', async () => {
    const { texts } = await import('./page/texts.ts');
    for (const key of Object.keys(texts.ru) as (keyof typeof texts.ru)[]) {
      const three = [texts.ru[key], texts.en[key], texts.zh[key]];
      expect(new Set(three).size).toBe(3);
      expect(three[1]).not.toMatch(/[а-яё]/i);
      expect(three[2]).toMatch(/\p{Script=Han}/u);
    }
  });
});
