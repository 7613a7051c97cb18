import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { socketTerms } from '@gangway/config/socket-terms';
import { doorsTo } from './doors.ts';
import { websiteServer } from './website-server.ts';

/** Nothing moves for so long only where nobody wants to say anything. */
const silence = 50;
const answersNobody: RequestListener = () => undefined;
const opened: { servers: Server[]; sockets: Socket[] } = { servers: [], sockets: [] };

afterEach(() => {
  for (const socket of opened.sockets.splice(0)) socket.destroy();
  for (const server of opened.servers.splice(0)) server.close().closeAllConnections();
});

async function listening(server: Server): Promise<number> {
  opened.servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function saying(port: number, words: string): Socket {
  const socket = connect(port, '127.0.0.1');
  opened.sockets.push(socket.on('error', () => undefined));
  socket.write(words);
  return socket;
}

const asking = (port: number) => saying(port, 'GET /ru HTTP/1.1\r\nhost: localhost\r\n\r\n');

/** A cms whose seat map says again what it hears. */
function echoingCms(): Server {
  const server = createServer();
  server.on('upgrade', (_, socket: Socket) => {
    opened.sockets.push(socket.on('error', () => undefined));
    socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n');
    socket.pipe(socket);
  });
  return server;
}

describe('connections of strangers to the website', () => {
  it('have the terms of cms', () => {
    const { headersTimeout, requestTimeout, keepAliveTimeout, timeout } = websiteServer(answersNobody);
    const { connectionsCheckingInterval: _, ...terms } = socketTerms;
    expect({ headersTimeout, requestTimeout, keepAliveTimeout }).toEqual(terms);
    expect(timeout).toBeGreaterThan(0);
  });

  it('are cut when nothing moves, live seat maps are not', async () => {
    const cmsUrl = `http://127.0.0.1:${await listening(echoingCms())}`;
    const doors = doorsTo({
      ...{ cmsUrl, siteUrl: 'https://tickets.example.org', port: 0, host: '', secure: true },
      ...{ demo: true, trustedProxies: [], graceMs: 0 },
    });
    const site = websiteServer(answersNobody, { silence });
    site.on('upgrade', doors.upgrade);
    const port = await listening(site);
    const map = saying(
      port,
      'GET /ws/seatmap HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
    );
    const [head] = (await once(map, 'data')) as [Buffer];
    expect(head.toString()).toMatch(/^HTTP\/1\.1 101 /);
    const unanswered = asking(port);
    await once(unanswered.resume(), 'close');
    map.write('still here');
    expect(String((await once(map, 'data'))[0])).toBe('still here');
  });

  it('are cut when the answer is not read', async () => {
    const site = websiteServer((_, response) => response.end(Buffer.alloc(16 * 1024 * 1024)), { silence });
    const cut = once(site, 'connection').then(([socket]) => once(socket as Socket, 'close'));
    asking(await listening(site)).pause();
    await cut;
  });
});
