import type { Context } from 'koa';
import { clock } from '@gangway/kit';
import type { AnyRoute, Locale, z } from '@gangway/kit';
import { requireAccess } from '../people/access.ts';
import type { RouteRequest } from '../front/front.ts';
import { isReady } from '../idempotency/ready-answer.ts';
import type { ReadyAnswer } from '../idempotency/ready-answer.ts';
import type { Person } from '../people/person.ts';
import { readInput, readQuery } from './request-input.ts';

/**
 * Answers with the value that the contract's `response` describes (`{ data }`, lists `{ data, meta }`), or with bytes
 * that stand, as `idempotently` makes them.
 */
export type RouteHandler<R extends AnyRoute> = (
  request: RouteRequest<R>,
  ctx: Context,
) => Promise<z.input<R['response']> | ReadyAnswer> | z.input<R['response']> | ReadyAnswer;

/** A route as Strapi's `routes/*.ts` list it. */
export interface StrapiRoute {
  method: AnyRoute['method'];
  path: string;
  handler: (ctx: Context) => Promise<void>;
  config: { auth: false };
}

/**
 * A koa controller that does what the contract says: checks access, reads params, query and body, renders the answer
 * (200, or what the handler sets on `ctx.status`). Thrown kit errors become answers.
 */
export function handle<R extends AnyRoute>(route: R, answer: RouteHandler<R>) {
  return async (ctx: Context): Promise<void> => {
    const { locale, person } = ctx.state as { locale: Locale; person: Person };
    requireAccess(route, person);
    const raw = {
      params: ownParams(route, ctx.params),
      query: readQuery(ctx.querystring),
      body: ctx.request.body,
    };
    const request = { ...readInput(route, raw, locale), ...circumstances(ctx), locale, person };
    write(ctx, await answer(request, ctx));
  };
}

/** On GET the router also hands over what other routes on the way have caught, such as the one for public files. */
function ownParams({ params }: AnyRoute, caught: Record<string, string>): Record<string, string> {
  const names = Object.keys(params?.shape ?? {}).filter((name) => name in caught);
  return Object.fromEntries(names.map((name) => [name, caught[name] ?? '']));
}

function write(ctx: Context, answer: unknown): void {
  if (!isReady(answer)) return void (ctx.body = answer);
  ctx.state.isReady = true;
  ctx.status = answer.status;
  ctx.set({ ...answer.headers, 'Content-Type': answer.contentType, 'Cache-Control': answer.cacheControl });
  ctx.body = answer.bytes;
}

const apiPrefix = /^\/api(?=\/)/;

/** The row for a room's `routes/*.ts`: `export default { routes: [strapiRoute(readOrder, controller)] }`. */
export function strapiRoute<R extends AnyRoute>(route: R, answer: RouteHandler<R>): StrapiRoute {
  return {
    method: route.method,
    path: route.path.replace(apiPrefix, ''),
    handler: handle(route, answer),
    config: { auth: false },
  };
}

const circumstances = (ctx: Context) => ({
  now: clock.now(),
  headers: ctx.headers,
  requestId: String(ctx.state.requestId),
  ip: String(ctx.state.ip ?? ''),
  raw: undefined,
});
