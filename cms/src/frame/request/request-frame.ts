import type { Context, Middleware } from 'koa';
import type { Life } from '../process/life.ts';
import type { Log } from '../log/create-log.ts';
import { pathOf } from './request-path.ts';
import { requestId } from './request-id.ts';
import { scrub } from '../log/scrub.ts';
import { believeOnly } from './trusted-proxies.ts';

export interface FrameOptions {
  life: Life;
  log: Log;
  /** Addresses and networks whose `X-Forwarded-For` is believed. */
  trustedProxies: readonly string[];
}

/** Around everything: the request's id, its line in the log, and the count that a stop waits for. */
export function requestFrame({ life, log, trustedProxies }: FrameOptions): Middleware {
  const believe = believeOnly(trustedProxies);
  return async (ctx, next) => {
    ctx.state.ip = believe(ctx.req);
    const startedAt = performance.now();
    ctx.state.requestId = requestId(ctx.req.headers['x-request-id']);
    ctx.res.setHeader('X-Request-Id', ctx.state.requestId);
    if (life.draining) ctx.res.setHeader('Connection', 'close');
    life.enter();
    ctx.res.once('close', () => {
      life.leave();
      log.info(accessLine(ctx, startedAt), 'request');
    });
    await next();
  };
}

function accessLine(ctx: Context, startedAt: number) {
  const { req, res } = ctx;
  return {
    requestId: ctx.state.requestId,
    method: req.method,
    route: routeOf(ctx),
    status: res.statusCode,
    ms: Math.round((performance.now() - startedAt) * 10) / 10,
    ...(res.writableFinished ? {} : { aborted: true }),
  };
}

/** The route's template; where none answered, the path. Strapi's router calls its catch-alls by patterns. */
function routeOf({ req, state, _matchedRoute: matched }: Context): string {
  if (typeof state.routePath === 'string') return state.routePath;
  if (typeof matched === 'string' && /^\/[\w/:-]+$/.test(matched)) return matched;
  return scrub(pathOf(req.url)).slice(0, 200);
}
