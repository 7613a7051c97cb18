import type { Context } from 'koa';
import { clock, type AnyRoute, type z } from '@gangway/kit';
import { requireAccess } from './access.ts';
import { callerLocale } from './caller-locale.ts';
import type { RouteRequest } from './front.ts';
import { nobody } from './person.ts';
import { readInput, readQuery } from './request-input.ts';

/** Answers with the value that the contract's `response` describes: `{ data }`, lists `{ data, meta }`. */
export type RouteHandler<R extends AnyRoute> = (
  request: RouteRequest<R>,
  ctx: Context,
) => Promise<z.input<R['response']>> | z.input<R['response']>;

/** A route as Strapi's `routes/*.ts` list it. */
export interface StrapiRoute {
  method: AnyRoute['method'];
  path: string;
  handler: (ctx: Context) => Promise<void>;
  config: { auth: false };
}

/**
 * A koa controller that does what the contract says: checks access, reads params, query and body, renders the answer
 * (201 for what a handler sets on `ctx.status`, else 200). Thrown kit errors become answers.
 */
export function handle<R extends AnyRoute>(route: R, answer: RouteHandler<R>) {
  return async (ctx: Context): Promise<void> => {
    const query = readQuery(ctx.querystring);
    const locale = callerLocale({ asked: query['locale'], acceptLanguage: ctx.get('accept-language') });
    const person = ctx.state.person ?? nobody;
    requireAccess(route, person);
    const raw = { params: ctx.params, query, body: ctx.request.body };
    const request = { ...readInput(route, raw, locale), ...circumstances(ctx), locale, person };
    ctx.body = await answer(request, ctx);
  };
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
});
