import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../../../database/port.ts';

const root = join(__dirname, '..', '..', '..');
const title = 'Rivers and canals of St Petersburg';

interface Api {
  paths: Record<string, { get?: { responses: Record<string, { content: Record<string, Recorded> }> } }>;
}
interface Recorded {
  example: { data: object; meta: object };
}

/** What cms says by its own description, on the day before the departure there. */
function recordings(): Map<string, string> {
  const { paths } = JSON.parse(readFileSync(join(root, 'docs/api/openapi.json'), 'utf8')) as Api;
  const said = (path: string) => paths[path]?.get?.responses['200']?.content['application/json']?.example;
  const site = { ...said('/api/site'), meta: { now: '2026-11-30T09:00:00.000Z' } };
  return new Map([
    ['/api/site', JSON.stringify(site)],
    ['/api/events', JSON.stringify(said('/api/events'))],
  ]);
}

async function recordedCms(): Promise<Server> {
  const answers = recordings();
  const server = createServer((request, response) => {
    const answer = answers.get(request.url?.split('?', 1)[0] ?? '');
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    response.end(answer ?? '{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function closed(server: Server): Promise<void> {
  if (!server.listening) return;
  const end = once(server.close(), 'close');
  server.closeAllConnections();
  await end;
}

interface Website {
  child: ChildProcess;
  url: string;
}

async function website(cms: Server): Promise<Website> {
  const port = String(await freePort());
  const env = {
    ...{ PATH: '', GANGWAY_ENV_FILE: 'off', NODE_ENV: 'production', SANDBOX: 'on' },
    ...{ STOREFRONT_PORT: port, CMS_URL: `http://127.0.0.1:${(cms.address() as AddressInfo).port}` },
  };
  const child = spawn(process.execPath, [join(root, 'storefront/server/main.ts')], { env, stdio: 'pipe' });
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`The website ended with ${code}`)));
  });
  return { child, url: `http://127.0.0.1:${port}` };
}

const open: { cms?: Server; site?: Website } = {};

beforeAll(async () => {
  open.cms = await recordedCms();
  open.site = await website(open.cms);
});

afterAll(async () => {
  if (open.cms) await closed(open.cms);
  const child = open.site?.child;
  if (!child || child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
});

async function page(path: string): Promise<{ status: number; text: string }> {
  const headers = { cookie: 'gangway-session=abcdefghijklmnopqrstuvwx' };
  const response = await fetch(`${open.site?.url}${path}`, { headers });
  return { status: response.status, text: await response.text() };
}

const isStale = ({ text }: { text: string }) => text.includes('data-stale=');

/** What was asked for within the last second is given again without asking, so cms is not missed at once. */
async function missed(path: string): Promise<{ status: number; text: string }> {
  const answer = await page(path);
  return isStale(answer) ? answer : missed(path);
}

it('the website keeps idle connections longer than proxies do', async () => {
  const { headers } = await fetch(`${open.site?.url}/healthz`);
  expect(headers.get('keep-alive')).toBe('timeout=65');
});

describe('the website while cms is away', () => {
  it('keeps the catalogue readable and says how old it is', async () => {
    for (const path of ['/en', '/en/events']) {
      const before = await page(path);
      expect([before.status, isStale(before)]).toEqual([200, false]);
      expect(before.text).toContain(title);
    }
    await closed(open.cms as Server);
    for (const path of ['/en/events', '/en']) {
      const after = await missed(path);
      expect(after.status).toBe(200);
      expect(after.text).toContain(title);
    }
  });

  it('shows what was kept in place of what nobody has asked before, and says so', async () => {
    for (const path of ['/en/events?category=never-asked', '/en/timetable?day=2026-12-01']) {
      const answer = await page(path);
      expect([path, answer.status, isStale(answer)]).toEqual([path, 503, true]);
      expect(answer.text).toContain(title);
    }
  });

  it('says so where nothing was kept', async () => {
    for (const path of ['/en/timetable', '/en/calendar', '/ru/events']) {
      const { status, text } = await page(path);
      expect([path, status, text.includes('data-away')]).toEqual([path, 503, true]);
    }
  });

  it('says at the checkout that nothing can be sold now', async () => {
    const { status, text } = await page('/en/checkout');
    expect([status, text.includes('data-refusal="UNAVAILABLE"')]).toEqual([503, true]);
  });

  it('answers for the API in its own words', async () => {
    const response = await fetch(`${open.site?.url}/api/events`);
    const { error } = (await response.json()) as { error: { code: string } };
    expect([response.status, error.code]).toEqual([503, 'UNAVAILABLE']);
  });
});
