import type { IncomingMessage, ServerResponse } from 'node:http';
import { encode } from './encoding.ts';
import type { Reply } from './reply.ts';

export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

/** Writes a prepared reply: 304 when the caller has it already, compressed when accepted, no body for HEAD. */
export function send({ request, response }: Exchange, reply: Reply): void {
  const cached = isRead(request) && hasEtag(request.headers['if-none-match'], reply.etag);
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  if (reply.etag) response.setHeader('ETag', reply.etag);
  response.setHeader('Cache-Control', reply.cacheControl);
  response.appendHeader('Vary', 'Accept-Encoding, Accept-Language');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (cached) return void response.writeHead(304).end();
  const { bytes, coding } = encode(reply, request.headers['accept-encoding']);
  if (coding) response.setHeader('Content-Encoding', coding);
  response.writeHead(reply.status, { 'Content-Type': reply.contentType, 'Content-Length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

const isRead = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD';

function hasEtag(ifNoneMatch: string | undefined, etag: string | undefined): boolean {
  if (!ifNoneMatch || !etag) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((known) => strong(known.trim()) === strong(etag));
}

const strong = (etag: string) => etag.replace(/^W\//, '');
