import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { type WebSocket, WebSocketServer } from 'ws';
import { readEnv } from '@gangway/config/env';
import { perStrapi } from '../../../frame/per-strapi.ts';
import { life } from '../../../frame/process/life.ts';
import { ownOrigins } from '../../../frame/request/own-origins.ts';
import { pathOf, querystringOf } from '../../../frame/request/request-path.ts';
import { addressKey, believeOnly } from '../../../frame/request/trusted-proxies.ts';
import { followLiveMaps, liveMaps } from './live-maps.ts';
import { mapFrames, mapReaders, mapsCut } from './map-metrics.ts';
import { counted } from './open-maps.ts';
import type { Reader } from './stream.ts';
import { type Farewell, farewells, liveTerms } from './terms.ts';

const openServer = perStrapi((): { close?: () => void } => ({}));

/** Opens `WS /ws/seatmap?event=:id` on Strapi's own server; a worker has no door. */
export function serveLiveMaps(strapi: Core.Strapi): void {
  if (readEnv().role === 'worker') return;
  const server = new WebSocketServer({
    ...{ noServer: true, maxPayload: liveTerms.messageBytes, clientTracking: true },
    // Frames are compressed once for all readers, so nothing may be remembered from one to the next.
    perMessageDeflate: { serverNoContextTakeover: true, clientNoContextTakeover: true },
  });
  const upgrade = upgrades(strapi, server);
  const unfollow = followLiveMaps(strapi);
  const pings = pinging(server);
  strapi.server.httpServer.on('upgrade', upgrade);
  openServer(strapi).close = () => {
    strapi.server.httpServer.off('upgrade', upgrade);
    clearInterval(pings);
    unfollow();
    for (const socket of server.clients) socket.close(farewells.stopping.code, farewells.stopping.reason);
    server.close();
  };
}

/** Says good-bye to everybody; whoever does not answer is cut with the server's last connections. */
export function closeLiveMaps(strapi: Core.Strapi): void {
  openServer(strapi).close?.();
}

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

function upgrades(strapi: Core.Strapi, server: WebSocketServer): Upgrade {
  const { trustedProxies, returnOrigins } = readEnv();
  const addressOf = believeOnly(trustedProxies);
  const origins = new Set([...ownOrigins(), ...returnOrigins]);
  const open = counted({ all: liveTerms.readers, perAddress: liveTerms.perAddress });
  return (request, socket, head) => {
    // Node took its own listener away: an error that nobody hears, of a caller who has gone, would end the process.
    socket.on('error', () => socket.destroy());
    const { origin } = request.headers;
    if (pathOf(request.url) !== liveTerms.path) return leaveToOthers(strapi, socket);
    if (origin !== undefined && !origins.has(origin)) return refuse(socket, '403 Forbidden');
    if (life(strapi).draining) return refuse(socket, '503 Service Unavailable', retryLater);
    const address = addressKey(addressOf(request));
    if (!open.enter(address)) return refuse(socket, '429 Too Many Requests', retryLater);
    mapReaders.inc();
    socket.once('close', () => {
      mapReaders.dec();
      open.leave(address);
    });
    const eventId = new URLSearchParams(querystringOf(request.url)).get('event') ?? '';
    server.handleUpgrade(request, socket, head, (client) => {
      server.emit('connection', client);
      watchMap({ strapi, client, socket, eventId, deflated: isDeflated(client, request) });
    });
  };
}

/** In development the panel has a socket of its own; where nobody else listens a stray one would hang. */
function leaveToOthers({ server: { httpServer } }: Core.Strapi, socket: Duplex): void {
  if (httpServer.listenerCount('upgrade') === 1) refuse(socket, '404 Not Found');
}

/** Seconds; maps are closed and opened all the time. */
const retryLater = 'Retry-After: 5\r\n';

function refuse(socket: Duplex, status: string, more = ''): void {
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\n${more}Connection: close\r\nContent-Length: 0\r\n\r\n`);
}

type Watching = {
  strapi: Core.Strapi;
  client: WebSocket;
  socket: Duplex;
  eventId: string;
  deflated: boolean;
};

function watchMap({ strapi, eventId, ...door }: Watching): void {
  const { client } = door;
  const reader = readerOf(door);
  client.on('error', () => client.terminate());
  const place = liveMaps(strapi).join(eventId, reader);
  if (!place) return;
  client.once('close', place.leave);
  client.on('message', (data) =>
    isResync(String(data)) ? place.repeat() : reader.leave(farewells.badMessage),
  );
}

const isResync = (text: string): boolean => /^\s*\{\s*"resync"\s*:\s*true\s*\}\s*$/.test(text);

/** Frames are compressed in the common way: who asks for a smaller window gets them plain. */
const isDeflated = ({ extensions }: WebSocket, { headers }: IncomingMessage): boolean =>
  extensions.includes('permessage-deflate') &&
  !/server_max_window_bits\s*=/.test(headers['sec-websocket-extensions'] ?? '');

/**
 * Frames are ready: they are written past the socket's own sender, which would copy and frame them for each reader.
 * Whoever does not keep up is cut: a stale map is worse than a new beginning.
 */
function readerOf({ client, socket, deflated }: Omit<Watching, 'strapi' | 'eventId'>): Reader {
  const allowed = { bytes: liveTerms.waitingBytes as number };
  return {
    send: (frame) => {
      if (client.readyState !== client.OPEN) return;
      if (client.bufferedAmount > allowed.bytes) return cut(client, 'slow');
      const bytes = frame.bytes(deflated);
      // The whole map of a hall may still be on its way when the next frame comes.
      allowed.bytes = Math.max(allowed.bytes, liveTerms.waitingBytes + bytes.length);
      mapFrames.inc();
      socket.write(bytes);
    },
    leave: ({ code, reason }: Farewell) => client.close(code, reason),
  };
}

function cut(client: WebSocket, reason: 'slow' | 'silent'): void {
  mapsCut.inc({ reason });
  client.terminate();
}

/** Ends connections whose other end is gone without a word. */
function pinging(server: WebSocketServer): NodeJS.Timeout {
  const answered = new WeakSet<WebSocket>();
  server.on('connection', (client: WebSocket) => answered.add(client));
  return setInterval(() => {
    for (const client of server.clients) {
      if (!answered.delete(client)) cut(client, 'silent');
      else client.once('pong', () => answered.add(client)).ping();
    }
  }, liveTerms.pingMs).unref();
}
