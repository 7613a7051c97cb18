import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { httpLines } from './http-lines.ts';
import { cutReply } from './http-reply.ts';

const reply = (text: string) => {
  const cut = cutReply(Buffer.from(text));
  return typeof cut === 'number' ? cut : { status: cut.status, body: cut.body.toString() };
};

describe('an answer in a stream', () => {
  it('is cut by its length, and the rest is asked for', () => {
    expect(reply('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc')).toEqual({ status: 200, body: 'abc' });
    expect(reply('HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\na')).toBe(41);
    expect(reply('HTTP/1.1 200')).toBe(13);
  });

  it('is cut by its chunks', () => {
    const head = 'HTTP/1.1 404 X\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect(reply(`${head}2\r\nab\r\n1\r\nc\r\n0\r\n\r\n`)).toEqual({ status: 404, body: 'abc' });
    expect(reply(`${head}2\r\nab\r\n`)).toBe(head.length + 8);
  });

  it('may have no body', () => {
    expect(reply('HTTP/1.1 304 Not Modified\r\n\r\n')).toEqual({ status: 304, body: '' });
  });
});

describe('lines', () => {
  it('keep their connections, wait for a free one, and say when one was cut', async () => {
    const sockets = new Set<unknown>();
    const server = createServer((request, response) => {
      sockets.add(request.socket);
      if (request.url === '/cut') request.socket.destroy();
      else response.end(`at ${request.url}`);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const lines = httpLines(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { most: 2 });
    const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => lines.ask({ path: `/${n}` })));
    expect(answers.map(({ body }) => body.toString())).toEqual(['at /1', 'at /2', 'at /3', 'at /4', 'at /5']);
    expect(sockets.size).toBe(2);
    await expect(lines.ask({ path: '/cut' })).rejects.toThrow(/hung up|reset/i);
    expect((await lines.ask({ path: '/again' })).status).toBe(200);
    lines.close();
    server.closeAllConnections();
    server.close();
  });
});
