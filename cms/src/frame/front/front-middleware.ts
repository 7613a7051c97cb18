import type { Context, Middleware } from 'koa';
import { clock, commonErrors } from '@gangway/kit';
import type { AnyRoute, Locale } from '@gangway/kit';
import { requireAccess } from '../people/access.ts';
import { refuseNulQuery } from '../request/clean-input.ts';
import { callerLocale, messageLocale } from '../request/caller-locale.ts';
import { failureOf } from '../request/failure.ts';
import type { FrontEntry } from './front.ts';
import { readJsonBody, readRawBody } from '../request/json-body.ts';
import type { Log } from '../log/create-log.ts';
import { originHeaders, varyFor } from '../request/own-origins.ts';
import { nobody } from '../people/person.ts';
import type { Person } from '../people/person.ts';
import type { KnownReplies } from './known-replies.ts';
import { privateReply } from './reply.ts';
import type { Reply } from './reply.ts';
import { readInput, readQuery } from '../request/request-input.ts';
import type { Input, RawQuery } from '../request/request-input.ts';
import { pathOf, querystringOf } from '../request/request-path.ts';
import type { Match, RouteTable } from './route-table.ts';
import { send } from './send.ts';

export interface FrontOptions {
  table: RouteTable<FrontEntry>;
  known: KnownReplies;
  /** Methods that a path takes in the whole API; empty for paths that are not ours. */
  methods: (path: string) => string[];
  person: (request: { path: string; authorization: string | undefined }) => Promise<Person>;
  origins: string[];
  log: Log;
  /** A worker runs jobs and says how it is; it answers nothing else. */
  healthOnly: boolean;
}

/** Answers hot routes before Strapi's chain, and refuses verbs that a known path does not take. */
export function frontMiddleware(options: FrontOptions): Middleware {
  return async (ctx, next) => {
    const path = pathOf(ctx.req.url);
    const match = options.table.find(lookupMethod(ctx.req.method), path);
    if (options.healthOnly && match?.entry.route.tag !== 'system') return reply(ctx, options, refuseAll);
    if (match) return reply(ctx, options, () => answer({ ctx, path, match, options }));
    const allowed = options.methods(path);
    if (allowed.length === 0 || isTaken(ctx.req.method, allowed)) return next();
    return reply(ctx, options, () => refuseMethod(ctx, allowed));
  };
}

const lookupMethod = (method = 'GET') => (method === 'HEAD' ? 'GET' : method);

/** OPTIONS is a browser's question, which `strapi::cors` answers. */
const isTaken = (method: string | undefined, allowed: string[]) =>
  method === 'OPTIONS' || allowed.includes(lookupMethod(method));

function refuseAll(): never {
  throw commonErrors.NOT_FOUND();
}

function refuseMethod(ctx: Context, allowed: string[]): never {
  const verbs = allowed.includes('GET') ? [...allowed, 'HEAD'] : allowed;
  ctx.res.setHeader('Allow', [...verbs, 'OPTIONS'].join(', '));
  throw commonErrors.METHOD_NOT_ALLOWED({ allowed: verbs });
}

async function reply(ctx: Context, { origins, log }: FrontOptions, make: () => Reply | Promise<Reply>) {
  ctx.respond = false;
  const { origin } = ctx.req.headers;
  const more = [...varyFor(origin), ...originHeaders(origin, origins)];
  const exchange = { request: ctx.req, response: ctx.res };
  try {
    send(exchange, await make(), more);
  } catch (thrown) {
    send(exchange, failureReply(ctx, thrown, log), more);
  }
}

interface Answering {
  ctx: Context;
  path: string;
  match: Match<FrontEntry>;
  options: FrontOptions;
}

async function answer({ ctx, path, match, options }: Answering): Promise<Reply> {
  const { route, handler, rawBody, sameForAll } = match.entry;
  ctx.state.routePath = route.path;
  const { headers } = ctx.req;
  refuseNulQuery(querystringOf(ctx.req.url));
  const query = readQuery(querystringOf(ctx.req.url));
  const locale = callerLocale({ asked: query['locale'], acceptLanguage: headers['accept-language'] });
  const person = sameForAll ? nobody : await options.person({ path, authorization: headers.authorization });
  requireAccess(route, person);
  const raw = rawBody ? await readRawBody(ctx.req) : undefined;
  const input = await inputOf({ ctx, match, query, locale });
  const reply = await handler({ ...input, ...circumstances(ctx), locale, person, headers, raw });
  return sameForAll ? options.known.keep(ctx.req, { reply, route: route.path }) : reply;
}

interface Reading {
  ctx: Context;
  match: Match<FrontEntry>;
  query: RawQuery;
  locale: Locale;
}

async function inputOf({ ctx, match, query, locale }: Reading): Promise<Input<AnyRoute>> {
  const { route, rawBody } = match.entry;
  const read = rawBody ? { ...route, body: undefined } : route;
  const body = read.body && (await readJsonBody(ctx.req));
  return readInput(read, { params: match.params, query, body }, locale);
}

const circumstances = ({ state }: Context) => ({
  now: clock.now(),
  requestId: String(state.requestId),
  ip: String(state.ip ?? ''),
});

function failureReply(ctx: Context, thrown: unknown, log: Log): Reply {
  const { locale: asked } = readQuery(querystringOf(ctx.req.url));
  const locale = messageLocale({ asked, acceptLanguage: ctx.req.headers['accept-language'] });
  const { status, body, headers, cause } = failureOf(thrown, { locale, traceId: ctx.state.requestId });
  if (cause !== undefined) log.error({ err: cause, requestId: ctx.state.requestId }, 'request failed');
  return { ...privateReply(body, status), headers };
}
