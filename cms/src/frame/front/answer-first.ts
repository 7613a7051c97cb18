import type { RequestListener, Server } from 'node:http';
import type { Life } from '../process/life.ts';
import { originHeaders, varyFor } from '../request/own-origins.ts';
import { accompany, arrived, type Exchange } from '../request/request-frame.ts';
import { pathOf } from '../request/request-path.ts';
import { answer, reply } from './answer-route.ts';
import type { FrontOptions } from './front-middleware.ts';
import { takeTurns } from './take-turns.ts';
import { send } from './send.ts';

export interface FirstOptions extends FrontOptions {
  life: Life;
}

/**
 * Puts reads that are the same for all before everything else that the server does with a request: what was answered
 * before, and what follows from address and language alone. They get the headers, log line and metrics that they would
 * have had on the long way. What was answered before goes out at once; every other read takes its turn behind those who
 * are changing something.
 */
export function answerFirst(server: Server, options: FirstOptions): void {
  const others = server.listeners('request') as RequestListener[];
  const inTurn = takeTurns();
  const onTheLongWay: RequestListener = (...exchange) => {
    for (const listener of others) listener.call(server, ...exchange);
  };
  const read: RequestListener = (...exchange) => {
    if (options.healthOnly || !answerAnew(options, ...exchange)) onTheLongWay(...exchange);
  };
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (!isRead(request)) return onTheLongWay(request, response);
    if (!options.healthOnly && answerKnown(options, request, response)) return;
    inTurn(whileHere(options.life, { request, response }, () => read(request, response)));
  });
}

const isRead = ({ method }: { method?: string | undefined }) => method === 'GET' || method === 'HEAD';

/** A stop waits for those who stand in line; of whoever has hung up nothing is asked any more. */
function whileHere(life: Life, { request, response }: Exchange, work: () => void): () => void {
  life.enter();
  arrived(request);
  return () => {
    try {
      if (!response.destroyed) work();
    } finally {
      life.leave();
    }
  };
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
