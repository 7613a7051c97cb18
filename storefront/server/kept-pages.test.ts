import { once } from 'node:events';
import { createServer, request as ask, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { keptPages, type Rendered } from './kept-pages.ts';

interface Stage {
  get: (path?: string, headers?: OutgoingHttpHeaders, method?: string) => Promise<Answer>;
  /** Milliseconds that have passed. */
  clock: { now: number };
  rendered: string[];
  answer: {
    status: number;
    body: string;
    headers?: Record<string, string>;
    broken?: boolean;
    wait?: Promise<void>;
  };
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

async function onStage(work: (stage: Stage) => Promise<void>): Promise<void> {
  const clock = { now: 1_000 };
  const rendered: string[] = [];
  const answer: Stage['answer'] = { status: 200, body: 'first' };
  const render = async (url: string): Promise<Rendered> => {
    rendered.push(url);
    const { status, body, headers = {}, broken } = { ...answer };
    await answer.wait;
    if (broken) throw new Error('cms is away');
    return { status, body: Buffer.from(body), headers: { 'content-type': 'text/html', ...headers } };
  };
  const isForEverybody = ({ headers }: { headers: IncomingHttpHeaders }) => headers.cookie === undefined;
  const pages = keptPages({ render, isForEverybody, now: () => clock.now });
  const server = createServer((request, response) =>
    pages({ request, response, next: () => response.end('alone') }),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const get: Stage['get'] = (path = '/ru', headers = {}, method = 'GET') =>
    new Promise((done, failed) => {
      const options = { ...{ port, path, headers, method }, host: '127.0.0.1' };
      ask(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      })
        .on('error', failed)
        .end();
    });
  try {
    await work({ get, clock, rendered, answer });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const textOf = async (asked: Promise<Answer>) => String((await asked).body);

describe('pages that are the same for everybody', () => {
  it('are rendered once for all who ask at the same time, and each address for itself', () =>
    onStage(async ({ get, rendered }) => {
      const all = await Promise.all([...Array.from({ length: 20 }, () => get('/ru')), get('/en')]);
      expect(new Set(all.map(({ body }) => String(body)))).toEqual(new Set(['first']));
      expect(rendered.toSorted()).toEqual(['/en', '/ru']);
    }));

  it('are given while they are rendered anew, and never older than half a second', () =>
    onStage(async ({ get, clock, rendered, answer }) => {
      await get();
      answer.body = 'second';
      clock.now += 249;
      expect(await textOf(get())).toBe('first');
      expect(rendered).toHaveLength(1);
      clock.now += 100;
      expect(await textOf(get())).toBe('first');
      expect(rendered).toHaveLength(2);
      expect(await textOf(get())).toBe('second');
      answer.body = 'third';
      clock.now += 500;
      expect(await textOf(get())).toBe('third');
    }));

  it('stay when rendering fails, and when it answers with a failure', () =>
    onStage(async ({ get, clock, answer }) => {
      await get();
      clock.now += 60_000;
      answer.broken = true;
      expect(await textOf(get())).toBe('first');
      Object.assign(answer, { broken: false, status: 500, body: 'sorry' });
      expect(await textOf(get())).toBe('first');
      Object.assign(answer, { status: 200, body: 'back' });
      expect(await textOf(get())).toBe('back');
    }));

  it('are forgotten when they were withdrawn', () =>
    onStage(async ({ get, clock, answer }) => {
      await get();
      clock.now += 60_000;
      Object.assign(answer, { status: 404, body: 'withdrawn' });
      expect((await get()).status).toBe(404);
      clock.now += 60_000;
      answer.broken = true;
      expect(await textOf(get())).toBe('alone');
    }));

  it('are rendered for each alone when nothing is there and rendering fails', () =>
    onStage(async ({ get, answer }) => {
      answer.broken = true;
      expect(await textOf(get())).toBe('alone');
    }));

  it('are not what somebody gets of whom something is known, nor what they ask to be done', () =>
    onStage(async ({ get, rendered }) => {
      expect(await textOf(get('/ru', { cookie: 'gangway-session=abc' }))).toBe('alone');
      expect(await textOf(get('/ru', {}, 'POST'))).toBe('alone');
      expect(await textOf(get(`/ru?q=${'a'.repeat(1_000)}`))).toBe('alone');
      expect(rendered).toEqual([]);
    }));

  it('are not kept when they hand out a cookie or are not there', () =>
    onStage(async ({ get, answer, rendered }) => {
      answer.headers = { 'set-cookie': 'a=b' };
      const first = await get();
      expect([String(first.body), first.headers['set-cookie']]).toEqual(['alone', undefined]);
      Object.assign(answer, { headers: {}, status: 404, body: 'nothing' });
      expect((await get()).status).toBe(404);
      await get();
      expect(rendered).toHaveLength(3);
    }));

  it('are packed as accepted, and not sent again to whom has them', () =>
    onStage(async ({ get }) => {
      const { headers, body } = await get('/ru', { 'accept-encoding': 'gzip' });
      expect([headers['content-encoding'], headers.vary, String(gunzipSync(body))]).toEqual([
        'gzip',
        'accept-encoding',
        'first',
      ]);
      expect((await get('/ru', { 'accept-encoding': 'gzip, br' })).headers['content-encoding']).toBe('br');
      const again = await get('/ru', { 'if-none-match': headers.etag });
      expect([again.status, again.body.length]).toEqual([304, 0]);
      const head = await get('/ru', {}, 'HEAD');
      expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '5', 0]);
    }));
});
