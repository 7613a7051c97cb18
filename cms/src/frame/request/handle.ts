import type { Context } from 'koa';
import { clock } from '@gangway/kit';
import type { AnyRoute, Locale, z } from '@gangway/kit';
import { requireAccess } from '../people/access.ts';
import type { RouteRequest } from '../front/front.ts';
import type { Person } from '../people/person.ts';
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
 * (200, or what the handler sets on `ctx.status`). Thrown kit errors become answers.
 */
export function handle<R extends AnyRoute>(route: R, answer: RouteHandler<R>) {
  return async (ctx: Context): Promise<void> => {
    const { locale, person } = ctx.state as { locale: Locale; person: Person };
    requireAccess(route, person);
    const raw = { params: ctx.params, query: readQuery(ctx.querystring), body: ctx.request.body };
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
