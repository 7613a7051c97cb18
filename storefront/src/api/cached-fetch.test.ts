import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cachedFetch } from './cached-fetch.ts';

interface Answer {
  status: number;
  body: string;
  /** Takes the question and never answers. */
  silent?: true;
}

const open: { server?: Server; url: string; asked: number; answer: Answer } = {
  url: '',
  asked: 0,
  answer: { status: 200, body: '' },
};

beforeEach(async () => {
  const server = createServer((_request, response) => {
    open.asked += 1;
    if (open.answer.silent) return;
    response.writeHead(open.answer.status, { 'content-type': 'application/json', 'set-cookie': 'a=b' });
    response.end(open.answer.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  Object.assign(open, { server, asked: 0, url: `http://127.0.0.1:${port}/api/events` });
  open.answer = { status: 200, body: '{"data":1}' };
});

afterEach(async () => {
  jest.restoreAllMocks();
  await stop();
});

async function stop(): Promise<void> {
  const { server } = open;
  if (!server?.listening) return;
  const closed = once(server.close(), 'close');
  server.closeAllConnections();
  await closed;
}

/** The process is so many seconds older. */
function later(seconds: number): void {
  const before = performance.now();
  jest.spyOn(performance, 'now').mockReturnValue(before + seconds * 1_000);
}

const get = (path = '') => cachedFetch(new Request(open.url + path));

describe('what is the same for everybody', () => {
  it('is asked for once a second', async () => {
    await get();
    expect(await (await get()).text()).toBe('{"data":1}');
    expect(open.asked).toBe(1);
    later(1.1);
    open.answer.body = '{"data":2}';
    expect(await (await get()).text()).toBe('{"data":2}');
  });

  it('stays readable when cms goes away, and says how old it is', async () => {
    await get();
    await stop();
    later(90);
    const answer = await get();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('gangway-stale')).toBe('90');
    expect(await answer.json()).toEqual({ data: 1 });
  });

  it('stays when cms has nothing but failures to say', async () => {
    await get();
    open.answer = { status: 500, body: 'no' };
    later(5);
    const answer = await get();
    expect([answer.status, answer.headers.get('gangway-stale')]).toEqual([200, '5']);
  });

  it('stays when cms takes its time', async () => {
    await get('/slow');
    later(5);
    open.answer.silent = true;
    const answer = await get('/slow');
    expect([await answer.text(), answer.headers.get('gangway-stale')]).toEqual(['{"data":1}', '5']);
    expect(open.asked).toBe(2);
  });

  it('is fresh again as soon as cms is back', async () => {
    await get();
    open.answer = { status: 503, body: '' };
    later(2);
    await get();
    open.answer = { status: 200, body: '{"data":3}' };
    const answer = await get();
    expect(answer.headers.has('gangway-stale')).toBe(false);
    expect(await answer.json()).toEqual({ data: 3 });
  });

  it('cannot be read when nobody has read it before', async () => {
    await stop();
    await expect(get('?q=never-asked')).rejects.toThrow();
  });

  it('is forgotten when it was withdrawn', async () => {
    await get('/withdrawn');
    open.answer = { status: 404, body: '{"error":1}' };
    later(2);
    expect((await get('/withdrawn')).status).toBe(404);
    await stop();
    await expect(get('/withdrawn')).rejects.toThrow();
  });

  it('keeps no refusals and nobody’s cookies', async () => {
    open.answer = { status: 404, body: '{"error":1}' };
    const refused = await get('/nothing');
    expect([refused.status, refused.headers.get('set-cookie')]).toEqual([404, null]);
    await stop();
    await expect(get('/nothing')).rejects.toThrow();
  });
});
