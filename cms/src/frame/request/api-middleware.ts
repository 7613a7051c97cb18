import type { Context, Middleware } from 'koa';
import { commonErrors } from '@gangway/kit';
import { callerLocale, messageLocale } from './caller-locale.ts';
import { frameErrors } from './errors.ts';
import { failureOf, failureOfAnswer } from './failure.ts';
import type { Failure } from './failure.ts';
import type { Log } from '../log/create-log.ts';
import type { Person } from '../people/person.ts';
import { readQuery } from './request-input.ts';
import { isPublicApi } from './request-path.ts';

export interface ApiOptions {
  person: (request: { path: string; authorization: string | undefined }) => Promise<Person>;
  log: Log;
}

/**
 * Around `/api` and `/octo`: who asks and in which language, and every failure in our shape, whether it was thrown by
 * us, by Strapi or by a parser, or written as an answer. The panel's own routes pass untouched.
 */
export function apiMiddleware(options: ApiOptions): Middleware {
  return async (ctx, next) => {
    if (!isPublicApi(ctx.path)) return next();
    try {
      await prepare(ctx, options);
      await next();
      if (isForeignFailure(ctx)) render(ctx, failureOfAnswer(foreignAnswer(ctx), contextOf(ctx)));
    } catch (thrown) {
      const failure = failureOf(thrown, contextOf(ctx));
      const { requestId } = ctx.state;
      if (failure.cause !== undefined) options.log.error({ err: failure.cause, requestId }, 'request failed');
      render(ctx, failure);
    }
  };
}

async function prepare(ctx: Context, { person }: ApiOptions): Promise<void> {
  if (!isDecodable(ctx.path)) throw commonErrors.NOT_FOUND();
  const { locale: asked } = readQuery(ctx.querystring);
  ctx.state.locale = callerLocale({ asked, acceptLanguage: ctx.get('accept-language') });
  // The parser would write the files of anyone to our disk before a route looks at them.
  if (ctx.is('multipart')) throw frameErrors.UNSUPPORTED_MEDIA_TYPE();
  ctx.state.person = await person({ path: ctx.path, authorization: ctx.headers.authorization });
}

/** The router would call a path with broken percent signs a bad request; to us nothing stands there. */
function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
}

/** koa's status is 404 until somebody sets one. Bytes that stand are not looked into: a kept refusal stays as it was. */
const isForeignFailure = (ctx: Context) =>
  ctx.status >= 400 && ctx.state.isReady !== true && !isOurs(ctx.body);

const isOurs = (body: unknown) =>
  typeof body === 'object' && body !== null && 'error' in body && hasTraceId(body.error);

const hasTraceId = (error: unknown) => typeof error === 'object' && error !== null && 'traceId' in error;

const foreignAnswer = ({ status, body }: Context) => ({ status, body });

function contextOf(ctx: Context) {
  const { locale: asked } = readQuery(ctx.querystring);
  const locale = messageLocale({ asked, acceptLanguage: ctx.get('accept-language') });
  return { locale, traceId: String(ctx.state.requestId) };
}

function render(ctx: Context, { status, body, headers }: Failure): void {
  ctx.status = status;
  ctx.body = body;
  ctx.set({ ...headers, 'Cache-Control': 'no-store' });
}
