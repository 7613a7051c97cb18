import type { RequestListener } from 'node:http';
import type { Server } from 'node:http';
import type { Life } from '../process/life.ts';
import type { Log } from '../log/create-log.ts';
import { originHeaders, varyFor } from '../request/own-origins.ts';
import { accompany } from '../request/request-frame.ts';
import type { KnownReplies } from './known-replies.ts';
import { send } from './send.ts';

export interface KnownOptions {
  known: KnownReplies;
  life: Life;
  log: Log;
  origins: string[];
}

/** Puts known answers before everything else that the server does with a request. */
export function answerKnownFirst(server: Server, options: KnownOptions): void {
  const others = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (answerKnown(options, request, response)) return;
    for (const listener of others) listener.call(server, request, response);
  });
}

/**
 * Answers a question that was answered before and whose answer still holds, with the bytes, headers, log line and
 * metrics that it would have had on its long way.
 */
function answerKnown(
  { known, life, log, origins }: KnownOptions,
  ...[request, response]: Parameters<RequestListener>
): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const found = known.find(request);
  if (!found) return false;
  const exchange = { request, response };
  const framed = accompany(exchange, { life, log, templateOf: () => found.route });
  const { origin } = request.headers;
  send(exchange, found.reply, [...framed.headers, ...varyFor(origin), ...originHeaders(origin, origins)]);
  return true;
}
