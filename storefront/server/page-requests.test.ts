import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { admit, mostBytes } from './page-requests.ts';

const at = { port: 0 };
let page: Server;

beforeAll(async () => {
  // As Astro reads a body: from `body` when it is there.
  page = createServer((request: IncomingMessage & { body?: Buffer }, response) =>
    admit({
      ...{ request, response },
      next: () =>
        void buffer((request.body ? [request.body] : request) as AsyncIterable<Buffer>).then(({ length }) =>
          response.end(`${length} bytes`),
        ),
    }),
  ).listen(0, '127.0.0.1');
  await once(page, 'listening');
  at.port = (page.address() as AddressInfo).port;
});
afterAll(() => {
  page.closeAllConnections();
  page.close();
});

interface Sent {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  chunks?: string[];
}

async function send({ path = '/en/checkout', method = 'POST', headers = {}, chunks = [] }: Sent) {
  const outgoing = ask({ host: '127.0.0.1', port: at.port, path, method, headers });
  const answered = once(outgoing, 'response') as Promise<[IncomingMessage]>;
  for (const chunk of chunks) outgoing.write(chunk);
  outgoing.end();
  const [answer] = await answered;
  return { status: answer.statusCode, headers: answer.headers, text: await text(answer) };
}

const half = 'x'.repeat(mostBytes / 2);
const length = (bytes: number) => ({ 'content-length': String(bytes) });

describe('a page', () => {
  it.each([
    ['with its length', length(mostBytes)],
    ['in pieces', { 'transfer-encoding': 'chunked' }],
  ])('gets a form that is as large as one may be, %s', async (_, headers) => {
    const answer = await send({ headers, chunks: [half, half] });
    expect([answer.status, answer.text]).toEqual([200, `${mostBytes} bytes`]);
  });

  it.each([
    ['with its length', length(mostBytes + 1)],
    ['in pieces', { 'transfer-encoding': 'chunked' }],
  ])('gets no larger one, %s, and the sender gets the answer', async (_, headers) => {
    const answer = await send({ headers, chunks: [half, half, 'x'] });
    expect([answer.status, answer.text]).toEqual([
      413,
      'The form holds too much. Please shorten it and send it again.',
    ]);
  });

  it('is not asked for a body whose length alone is too much', async () => {
    const outgoing = ask({ host: '127.0.0.1', port: at.port, method: 'POST', headers: length(12_000_000) });
    outgoing.flushHeaders();
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(413);
    outgoing.on('error', () => undefined).destroy();
  });

  it.each([
    ['/zh/events', {}, '该页面不支持此类请求。'],
    ['/', { 'accept-language': 'en-GB,ru;q=0.5' }, 'The page does not answer this kind of request.'],
    ['/', {}, 'Страница не отвечает на такой запрос.'],
  ])('answers odd methods at %s in the language of the visitor', async (path, headers, sentence) => {
    for (const method of ['TRACE', 'PUT', 'PROPFIND', 'OPTIONS']) {
      const answer = await send({ path, method, headers });
      expect([answer.status, answer.headers.allow, answer.text]).toEqual([405, 'GET, HEAD, POST', sentence]);
    }
  });

  it.each(['GET', 'HEAD'])('answers %s', async (method) => {
    expect((await send({ method })).status).toBe(200);
  });
});
