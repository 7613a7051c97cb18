import { once } from 'node:events';
import { Agent, createServer, request as ask } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { closing, goingAway } from './stop.ts';

/** Nobody who is asked to go waits for so long. */
const longGraceMs = 100_000;
const shortGraceMs = 20;

const opened: { server?: Server; sockets: Socket[] } = { sockets: [] };

afterEach(() => {
  for (const socket of opened.sockets.splice(0)) socket.destroy();
  opened.server?.closeAllConnections();
  opened.server?.close();
});

async function website(graceMs: number, answer: Parameters<typeof createServer>[1] = () => {}) {
  const server = createServer({}, answer as () => void);
  opened.server = server;
  const close = closing(server, graceMs);
  server.on('upgrade', (_, socket: Socket) => {
    opened.sockets.push(socket);
    socket.on('error', () => {}).write('HTTP/1.1 101 Switching Protocols\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, close, port: (server.address() as AddressInfo).port };
}

/** A seat map that stays open; `allowHalfOpen` makes it one that never closes its side. */
async function seatMap(port: number, { allowHalfOpen = false } = {}): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen });
  opened.sockets.push(socket.on('error', () => {}));
  socket.write(
    'GET /ws/seatmap HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
  );
  const [head] = (await once(socket, 'data')) as [Buffer];
  expect(head.toString()).toMatch(/^HTTP\/1\.1 101 /);
  return socket;
}

describe('a website that is asked to stop', () => {
  it('tells live seat maps that it goes, and waits for none of them', async () => {
    const { close, port } = await website(longGraceMs);
    const socket = await seatMap(port);
    const told = once(socket, 'data') as Promise<[Buffer]>;
    await close();
    expect((await told)[0]).toEqual(goingAway);
  });

  it('cuts off a seat map that does not go', async () => {
    const { close, port } = await website(shortGraceMs);
    const socket = await seatMap(port, { allowHalfOpen: true });
    const gone = once(socket, 'close');
    socket.resume();
    await close();
    socket.end('too late');
    await gone;
  });

  it('answers what was asked before', async () => {
    const asked = Promise.withResolvers<void>();
    const answers: (() => void)[] = [];
    const { close, port } = await website(longGraceMs, (_, response) => {
      answers.push(() => void response.end('a page'));
      asked.resolve();
    });
    const outgoing = ask({ host: '127.0.0.1', port, agent: false }).end();
    const answered = once(outgoing, 'response') as Promise<[IncomingMessage]>;
    await asked.promise;
    const closed = close();
    for (const answer of answers) answer();
    expect((await answered)[0].statusCode).toBe(200);
    (await answered)[0].resume();
    await closed;
  });

  it('waits for no connection that the answer left open', async () => {
    const asked = Promise.withResolvers<void>();
    const answers: (() => void)[] = [];
    const { server, close, port } = await website(longGraceMs, (_, response) => {
      answers.push(() => void response.end('a page'));
      asked.resolve();
    });
    server.keepAliveTimeout = longGraceMs;
    const agent = new Agent({ keepAlive: true });
    const answered = once(ask({ host: '127.0.0.1', port, agent }).end(), 'response');
    await asked.promise;
    const closed = close();
    for (const answer of answers) answer();
    ((await answered) as [IncomingMessage])[0].resume();
    await closed;
    agent.destroy();
  });

  it('cuts off what gets no answer', async () => {
    const asked = Promise.withResolvers<void>();
    const { close, port } = await website(shortGraceMs, () => asked.resolve());
    const outgoing = ask({ host: '127.0.0.1', port, agent: false }).end();
    const failed = once(outgoing, 'error') as Promise<[NodeJS.ErrnoException]>;
    await asked.promise;
    await close();
    expect((await failed)[0].code).toBe('ECONNRESET');
  });
});
