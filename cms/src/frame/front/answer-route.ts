import { clock } from '@gangway/kit';
import type { AnyRoute, Locale } from '@gangway/kit';
import type { Log } from '../log/create-log.ts';
import { requireAccess } from '../people/access.ts';
import { nobody } from '../people/person.ts';
import type { Person } from '../people/person.ts';
import { callerLocale, messageLocale } from '../request/caller-locale.ts';
import { refuseNulQuery } from '../request/clean-input.ts';
import { failureOf } from '../request/failure.ts';
import { readJsonBody, readRawBody } from '../request/json-body.ts';
import { originHeaders, varyFor } from '../request/own-origins.ts';
import { type Exchange, wasAskedToWait } from '../request/request-frame.ts';
import { readInput, readQuery } from '../request/request-input.ts';
import type { Input, RawQuery } from '../request/request-input.ts';
import { pathOf, querystringOf } from '../request/request-path.ts';
import type { HeaderList } from './forms.ts';
import type { FrontEntry } from './front.ts';
import type { KnownReplies } from './known-replies.ts';
import { privateReply } from './reply.ts';
import type { Reply } from './reply.ts';
import type { Match } from './route-table.ts';
import { send } from './send.ts';

export interface AnswerOptions {
  known: KnownReplies;
  person: (request: { path: string; authorization: string | undefined }) => Promise<Person>;
  origins: string[];
  log: Log;
}

/** A request on its way through the front; `ip` is empty where nobody looked. */
export interface Asked {
  exchange: Exchange;
  requestId: string;
  ip: string;
}

/** Sends what `make` answers, or the failure that it ends in, with the headers of this exchange. */
export async function reply(
  asked: Asked & { headers?: HeaderList },
  { origins, log }: Pick<AnswerOptions, 'origins' | 'log'>,
  make: () => Reply | Promise<Reply>,
): Promise<void> {
  const { exchange, headers = [] } = asked;
  const { origin } = exchange.request.headers;
  const more = [...headers, ...varyFor(origin), ...originHeaders(origin, origins)];
  try {
    const made = await make();
    if (made.waitedMs) wasAskedToWait(exchange.response, made.waitedMs);
    send(exchange, made, more);
  } catch (thrown) {
    send(exchange, failureReply(asked, thrown, log), more);
  }
}

export interface Answering {
  asked: Asked;
  match: Match<FrontEntry>;
  options: AnswerOptions;
}

/** What the route's handler answers to a request that its contract lets through. */
export async function answer({ asked, match, options }: Answering): Promise<Reply> {
  const { route, handler, rawBody, sameForAll } = match.entry;
  const { request } = asked.exchange;
  const { headers, url } = request;
  refuseNulQuery(querystringOf(url));
  const query = readQuery(querystringOf(url));
  const locale = callerLocale({ asked: query['locale'], acceptLanguage: headers['accept-language'] });
  const whoAsks = { path: pathOf(url), authorization: headers.authorization };
  const person = sameForAll ? nobody : await options.person(whoAsks);
  requireAccess(route, person);
  const raw = rawBody ? await readRawBody(request) : undefined;
  const input = await inputOf({ asked, match, query, locale });
  const reply = await handler({ ...input, ...circumstances(asked), locale, person, headers, raw });
  return sameForAll ? options.known.keep(request, { reply, route: route.path }) : reply;
}

interface Reading {
  asked: Asked;
  match: Match<FrontEntry>;
  query: RawQuery;
  locale: Locale;
}

async function inputOf({ asked, match, query, locale }: Reading): Promise<Input<AnyRoute>> {
  const { route, rawBody } = match.entry;
  const read = rawBody ? { ...route, body: undefined } : route;
  const body = read.body && (await readJsonBody(asked.exchange.request));
  return readInput(read, { params: match.params, query, body }, locale);
}

const circumstances = ({ requestId, ip }: Asked) => ({ now: clock.now(), requestId, ip });

function failureReply({ exchange: { request }, requestId }: Asked, thrown: unknown, log: Log): Reply {
  const { locale: asked } = readQuery(querystringOf(request.url));
  const locale = messageLocale({ asked, acceptLanguage: request.headers['accept-language'] });
  const { status, body, headers, cause } = failureOf(thrown, { locale, traceId: requestId });
  if (cause !== undefined) log.error({ err: cause, requestId }, 'request failed');
  return { ...privateReply(body, status), headers };
}
