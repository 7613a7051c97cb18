import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import type { Exchange } from '../request/request-frame.ts';
import { formOf, type HeaderList, steady } from './forms.ts';
import type { Reply } from './reply.ts';

/**
 * Runs what it is given outside of any request. The timer that a connection gets when an answer has gone remembers the
 * request in which it was made, with all that belongs to it: on 150 open connections every answer grew old in memory.
 */
const outside = AsyncLocalStorage.snapshot();

/**
 * Writes a prepared reply: 304 when the caller has it already, compressed when accepted, no body for HEAD. `more` are
 * headers of this exchange alone.
 */
export function send({ request, response }: Exchange, reply: Reply, more: HeaderList = []): void {
  const { etag, cacheControl } = reply;
  if (etag && isRead(request) && hasEtag(request.headers['if-none-match'], etag)) {
    const own = Object.entries(reply.headers ?? {}).flat();
    const headers = [...own, 'ETag', etag, 'Cache-Control', cacheControl, ...steady, ...more];
    return void outside(() => response.writeHead(304, headers).end());
  }
  const { bytes, headers } = formOf(reply, request.headers['accept-encoding']);
  response.writeHead(reply.status, more.length > 0 ? [...headers, ...more] : [...headers]);
  outside(() => response.end(request.method === 'HEAD' ? undefined : bytes));
}

const isRead = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD';

function hasEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((known) => strong(known.trim()) === strong(etag));
}

const strong = (etag: string) => etag.replace(/^W\//, '');
