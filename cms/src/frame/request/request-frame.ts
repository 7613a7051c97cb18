import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context, Middleware } from 'koa';
import type { Life } from '../process/life.ts';
import type { Log } from '../log/create-log.ts';
import { countRequest } from '../metrics/requests.ts';
import { pathOf } from './request-path.ts';
import { requestId } from './request-id.ts';
import { loggedPath } from '../log/logged-path.ts';
import { believeOnly } from './trusted-proxies.ts';

export interface FrameOptions {
  life: Life;
  log: Log;
  /** Addresses and networks whose `X-Forwarded-For` is believed. */
  trustedProxies: readonly string[];
}

/** Around everything that Koa answers. */
export function requestFrame({ life, log, trustedProxies }: FrameOptions): Middleware {
  const believe = believeOnly(trustedProxies);
  return async (ctx, next) => {
    ctx.state.ip = believe(ctx.req);
    const exchange = { request: ctx.req, response: ctx.res };
    const { id, headers } = accompany(exchange, { life, log, templateOf: () => templateOf(ctx) });
    ctx.state.requestId = id;
    for (let at = 0; at < headers.length; at += 2)
      ctx.res.setHeader(headers[at] ?? '', headers[at + 1] ?? '');
    await next();
  };
}

export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

export interface Accompaniment {
  life: Life;
  log: Log;
  /** The route's template, undefined where none answered; asked when the answer has gone. */
  templateOf: () => string | undefined;
}

/**
 * What goes along with every request, whoever answers it: its id, its line in the log, its place in the metrics, and
 * the count that a stop waits for.
 * @returns the request's id, and what the answer's headers say of it: names and values by turns
 */
export function accompany(
  exchange: Exchange,
  { life, log, templateOf }: Accompaniment,
): { id: string; headers: string[] } {
  const { request, response } = exchange;
  const startedAt = performance.now();
  const id = requestId(request.headers['x-request-id']);
  life.enter();
  response.once('close', () => {
    life.leave();
    tell(exchange, { log, id, route: templateOf(), ms: performance.now() - startedAt });
  });
  const headers = ['X-Request-Id', id];
  return { id, headers: life.draining ? [...headers, 'Connection', 'close'] : headers };
}

const waits = new WeakMap<ServerResponse, number>();

/** What of an answer's time its caller asked for (`Prefer: wait`): metrics leave it out, the log names it. */
export const wasAskedToWait = (response: ServerResponse, ms: number): void => void waits.set(response, ms);

/** The caller hung up before the answer was written: nginx' word for it. */
const hungUp = 499;

type Told = { log: Log; id: string; route: string | undefined; ms: number };

function tell({ request, response }: Exchange, { log, id, route, ms }: Told): void {
  const finished = response.writableFinished;
  const waitedMs = waits.get(response) ?? 0;
  countRequest(route, request.method, finished ? response.statusCode : hungUp, (ms - waitedMs) / 1_000);
  if (!log.isLevelEnabled('info')) return;
  const line = {
    requestId: id,
    method: request.method,
    route: route ?? loggedPath(pathOf(request.url)),
    status: response.statusCode,
    ms: tenths(ms),
    ...(waitedMs > 0 && { waitedMs: tenths(waitedMs) }),
  };
  log.info(finished ? line : { ...line, aborted: true }, 'request');
}

const tenths = (ms: number) => Math.round(ms * 10) / 10;

/** The route's template, undefined where none answered. Strapi's router calls its catch-alls by patterns. */
function templateOf({ state, _matchedRoute: matched }: Context): string | undefined {
  if (typeof state.routePath === 'string') return state.routePath;
  return typeof matched === 'string' && /^\/[\w/:-]+$/.test(matched) ? matched : undefined;
}
