import type { Context, Middleware } from 'koa';
import type { Life } from './life.ts';
import type { Log } from './create-log.ts';
import { pathOf } from './request-path.ts';
import { requestId } from './request-id.ts';
import { scrub } from './scrub.ts';

/** Around everything: the request's id, its line in the log, and the count that a stop waits for. */
export function requestFrame({ life, log }: { life: Life; log: Log }): Middleware {
  return async (ctx, next) => {
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
  const { req, res, state } = ctx;
  return {
    requestId: state.requestId,
    method: req.method,
    route: state.routePath ?? ctx._matchedRoute ?? scrub(pathOf(req.url)).slice(0, 200),
    status: res.statusCode,
    ms: Math.round((performance.now() - startedAt) * 10) / 10,
    ...(res.writableFinished ? {} : { aborted: true }),
  };
}
