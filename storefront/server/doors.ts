import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Agent } from 'node:http';
import type { Duplex } from 'node:stream';
import { createProxyServer } from 'httpxy';
import { callerAddress, memberOf } from './caller-address.ts';
import type { House } from './house.ts';
import { personHeaders } from './person-headers.ts';
import { refuse } from './refuse.ts';
import { isOwnPage } from './same-origin.ts';
import { setCookie, visitorOf } from './visitor-cookies.ts';

/** What of cms people may reach through the website; the back office and our own doors are not among it. */
const open =
  /^\/(api\/(?!admin(\/|$)|crm(\/|$)|internal(\/|$))|uploads\/|media\/|openapi\.json$|\.well-known\/gangway)/i;
const sockets = /^\/ws\//;
const beginsSession = /^\/api\/events\/[^/]+\/(seats\/lock|best-available)$/;
/** Nobody outside says who they are but by our cookies, and nobody sends their own address along. */
const notFromOutside = ['authorization', 'gangway-session', 'cookie', 'x-forwarded-for', 'x-forwarded-host'];

/**
 * How long cms may be silent while it owes an answer, milliseconds: longer than its slowest one, and less than the
 * silence after which the caller is cut (`socket-terms.ts`), so that they are told why.
 */
const patienceMs = 90_000;

export interface Doors {
  /** Answers what belongs to cms; everything else goes on to `next`. */
  handle: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

/** The website's own doors to cms, so that a browser knows one origin and scripts know no token. */
export function doorsTo(house: House, { patience = patienceMs }: { patience?: number } = {}): Doors {
  const isTrusted = memberOf(house.trustedProxies);
  const proxy = createProxyServer({
    ...{ target: house.cmsUrl, agent: new Agent({ keepAlive: true }) },
    ...{ proxyTimeout: patience, upgradeTimeout: patience },
  });
  proxy.on('proxyRes', ({ headers }) => {
    if (headers.vary) headers.vary = asBrowsersSay(headers.vary);
  });
  return {
    handle: (request, response, next) => {
      const path = pathOf(request);
      if (!open.test(path)) return next();
      if (!isOwnPage(request, house.siteUrl)) return refuse({ request, response, code: 'FOREIGN_PAGE' });
      const address = callerAddress(request, isTrusted);
      introduce({ request, response, path, house });
      request.headers['x-forwarded-for'] = address;
      proxy.web(request, response).catch(() => refuse({ request, response, code: 'UNAVAILABLE' }));
    },
    upgrade: (request, socket, head) => {
      if (!sockets.test(pathOf(request)) || !isOwnPage(request, house.siteUrl)) return socket.destroy();
      const address = callerAddress(request, isTrusted);
      // The origin has been compared here; cms knows the website by one name, people perhaps by another.
      for (const name of [...notFromOutside, 'origin']) Reflect.deleteProperty(request.headers, name);
      request.headers['x-forwarded-for'] = address;
      proxy.ws(request, socket as never, {}, head).catch(() => socket.destroy());
    },
  };
}

/** Who asks is told to cms by its header and to us by a cookie: what differs by the one differs by the other. */
const asBrowsersSay = (vary: string): string => vary.replace(/\bgangway-session\b/i, 'Cookie');

/** As cms will read it, so that no spelling leads past the list; what cannot be read is nobody's. */
function pathOf({ url = '/' }: IncomingMessage): string {
  const [path = '/'] = url.split('?', 1);
  try {
    return decodeURIComponent(path).replaceAll(/\/{2,}/g, '/');
  } catch {
    return '/';
  }
}

interface Introduction {
  request: IncomingMessage;
  response: ServerResponse;
  path: string;
  house: House;
}

/** Puts in who asks; whoever takes places for the first time gets a session. */
function introduce({ request, response, path, house: { secure } }: Introduction): void {
  const visitor = visitorOf({ header: request.headers.cookie, secure });
  for (const name of notFromOutside) Reflect.deleteProperty(request.headers, name);
  if (!visitor.session && beginsSession.test(path)) {
    visitor.session = randomBytes(24).toString('base64url');
    response.appendHeader('set-cookie', setCookie({ name: 'session', value: visitor.session, secure }));
  }
  Object.assign(request.headers, personHeaders({ visitor, path }));
}
