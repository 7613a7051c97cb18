import type { RequestListener, Server } from 'node:http';
import type { Life } from '../process/life.ts';
import { originHeaders, varyFor } from '../request/own-origins.ts';
import { accompany } from '../request/request-frame.ts';
import { pathOf } from '../request/request-path.ts';
import { answer, reply } from './answer-route.ts';
import type { FrontOptions } from './front-middleware.ts';
import { send } from './send.ts';

export interface FirstOptions extends FrontOptions {
  life: Life;
}

/**
 * Puts reads that are the same for all before everything else that the server does with a request: what was answered
 * before, and what follows from address and language alone. They get the headers, log line and metrics that they would
 * have had on the long way.
 */
export function answerFirst(server: Server, options: FirstOptions): void {
  const others = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (isRead(request) && !options.healthOnly && answerRead(options, request, response)) return;
    for (const listener of others) listener.call(server, request, response);
  });
}

const isRead = ({ method }: { method?: string | undefined }) => method === 'GET' || method === 'HEAD';

function answerRead(options: FirstOptions, ...exchange: Parameters<RequestListener>): boolean {
  return answerKnown(options, ...exchange) || answerAnew(options, ...exchange);
}

/** A question that was answered before and whose answer still holds. */
function answerKnown(
  { known, life, log, origins }: FirstOptions,
  ...[request, response]: Parameters<RequestListener>
): boolean {
  const found = known.find(request);
  if (!found) return false;
  const exchange = { request, response };
  const framed = accompany(exchange, { life, log, templateOf: () => found.route });
  const { origin } = request.headers;
  send(exchange, found.reply, [...framed.headers, ...varyFor(origin), ...originHeaders(origin, origins)]);
  return true;
}

function answerAnew(options: FirstOptions, ...[request, response]: Parameters<RequestListener>): boolean {
  const match = options.table.find('GET', pathOf(request.url));
  if (!match?.entry.sameForAll) return false;
  const exchange = { request, response };
  const { route } = match.entry;
  const { id: requestId, headers } = accompany(exchange, { ...options, templateOf: () => route.path });
  const asked = { exchange, requestId, ip: '', headers };
  void reply(asked, options, () => answer({ asked, match, options }));
  return true;
}
