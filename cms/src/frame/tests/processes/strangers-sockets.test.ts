import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { limitSockets, socketTerms } from '../../../../../config/socket-terms.ts';
import { openHouse, patience, startReadyCms, until } from './cms-process.ts';
import type { CmsProcess, House } from './cms-process.ts';

jest.setTimeout(patience);

const open: Socket[] = [];
afterEach(() => open.splice(0).forEach((socket) => socket.destroy()));

/** A connection that says this and then nothing; `said` is what came back until it was closed. */
function stranger(port: number, words = ''): { socket: Socket; said: Promise<string> } {
  const socket = connect(port, '127.0.0.1');
  open.push(socket);
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  socket.on('error', () => undefined);
  const said = once(socket, 'close').then(() => Buffer.concat(parts).toString());
  if (words !== '') socket.write(words);
  return { socket, said };
}

describe('connections of strangers to the shop', () => {
  const most = 150;
  let house: House;
  let cms: CmsProcess;
  let port: number;
  beforeAll(async () => {
    house = await openHouse();
    cms = await startReadyCms({ databaseUrl: house.databaseUrl, env: { CONNECTIONS_MAX: String(most) } });
    port = Number(new URL(cms.url).port);
  });
  afterAll(() => house.close());

  const answers = async () =>
    (await fetch(`${cms.url}/healthz`, { headers: { connection: 'close' } })).status;

  /** Until the shop has noticed that strangers left, whoever comes is sent away like those before. */
  const untilAnswered = () =>
    until(
      () => answers().catch(() => 0),
      (status) => status === 200,
    );

  it('that say nothing keep nobody else from being answered, and too many are not let in', async () => {
    const quiet = Array.from({ length: most - 10 }, () => stranger(port));
    await Promise.all(quiet.map(({ socket }) => once(socket, 'connect')));
    expect(await Promise.all(Array.from({ length: 5 }, answers))).toEqual([200, 200, 200, 200, 200]);
    const more = Array.from({ length: 40 }, () => stranger(port));
    expect(await more.at(-1)?.said).toBe('');
    for (const { socket } of [...quiet, ...more]) socket.destroy();
    await untilAnswered();
  });

  it('find room at the door, a thousand of them, while the shop is busy with something else', async () => {
    cms.kill('SIGSTOP');
    try {
      const crowd = Array.from({ length: 1_000 }, () => stranger(port));
      await Promise.all(crowd.map(({ socket }) => once(socket, 'connect')));
    } finally {
      cms.kill('SIGCONT');
    }
    for (const socket of open.splice(0)) socket.destroy();
    await untilAnswered();
  });

  it('that ask for another protocol and are gone before the answer harm nobody', async () => {
    const asks = ['/nowhere', '/ws/seatmap?event=e', '/ws/seatmap'].map(
      (path) => `GET ${path} HTTP/1.1\r\nHost: shop\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    );
    cms.kill('SIGSTOP');
    try {
      const gone = Array.from({ length: 30 }, (_, place) => stranger(port, asks[place % asks.length]));
      await Promise.all(gone.map(({ socket }) => once(socket, 'connect')));
      await until(
        async () => gone.every(({ socket }) => socket.bytesWritten > 0 && socket.writableLength === 0),
        (sent) => sent,
      );
      for (const { socket } of gone) socket.resetAndDestroy();
    } finally {
      cms.kill('SIGCONT');
    }
    await untilAnswered();
    expect((await fetch(`${cms.url}/readyz`, { headers: { connection: 'close' } })).status).toBe(200);
    expect(cms.output()).not.toContain('uncaughtException');
  });

  it('with a flood of headers are refused', async () => {
    const { said } = stranger(
      port,
      `GET /api/events HTTP/1.1\r\nHost: shop\r\nX-Flood: ${'x'.repeat(20_000)}\r\n\r\n`,
    );
    expect(await said).toMatch(/^HTTP\/1\.1 431 /);
    expect(await answers()).toBe(200);
  });
});

describe('a server with short terms', () => {
  const servers: Server[] = [];
  afterEach(() => servers.splice(0).forEach((server) => server.close().closeAllConnections()));

  /** The terms of the shop, a hundred times faster. */
  async function impatient(answer: RequestListener): Promise<number> {
    const terms = Object.fromEntries(Object.entries(socketTerms).map(([name, ms]) => [name, ms / 100]));
    const server = createServer(terms, answer);
    limitSockets(server, { silence: 500 });
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return (server.address() as AddressInfo).port;
  }

  it.each([
    ['nothing at all', ''],
    ['half a header', 'GET / HTTP/1.1\r\nHost: shop\r\nX-Slow:'],
    ['half a body', 'POST / HTTP/1.1\r\nHost: shop\r\nContent-Length: 100\r\n\r\nhalf'],
  ])('gives up on a caller that sends %s', async (_, words) => {
    const port = await impatient((request, response) => {
      request.resume().on('end', () => response.end('all of it'));
    });
    expect(await stranger(port, words).said).toMatch(/^(HTTP\/1\.1 408 .*)?$/s);
  });

  /** Asks so often and reads nothing; resolves with how many answers were begun once the server has cut it. */
  async function deaf(questions: number): Promise<number> {
    const answer = Buffer.alloc(16 * 1024 * 1024);
    const begun = { count: 0 };
    const port = await impatient((_, response) => {
      begun.count++;
      response.end(answer);
    });
    const [server] = servers;
    const cut = new Promise<void>((done) =>
      server?.once('connection', (one: Socket) => one.once('close', () => done())),
    );
    const { socket } = stranger(port);
    socket.pause();
    socket.write('GET / HTTP/1.1\r\nHost: shop\r\n\r\n'.repeat(questions));
    await cut;
    return begun.count;
  }

  it('cuts who never reads what they asked for', async () => {
    expect(await deaf(1)).toBe(1);
  });

  it('begins no more for who never reads than it has read at once', async () => {
    const sent = 100_000;
    // What stands in the 64 kB that Node reads at once; the rest is never taken.
    expect(await deaf(sent)).toBeLessThan(sent / 20);
  });
});
