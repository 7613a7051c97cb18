import type { IncomingMessage, ServerResponse } from 'node:http';
import { refusePage } from './refuse.ts';

/** No form of ours comes near it. */
export const mostBytes = 1_000_000;
const methods = ['GET', 'HEAD', 'POST'];

interface Asked {
  request: IncomingMessage & { body?: Buffer };
  response: ServerResponse;
  next: () => void;
}

/** Goes on to `next` with what a page can answer: its methods, and a body that fits into memory. */
export function admit({ request, response, next }: Asked): void {
  if (!methods.includes(request.method ?? '')) {
    response.setHeader('allow', methods.join(', '));
    return refusePage({ request, response, code: 'NO_SUCH_METHOD' });
  }
  if (Number(request.headers['content-length'] ?? 0) > mostBytes)
    return refusePage({ request, response, code: 'TOO_LARGE' });
  if (request.headers['transfer-encoding'] === undefined) return next();
  collect({ request, response, next });
}

/** A body that does not say its length is counted while it comes. */
function collect({ request, response, next }: Asked): void {
  const chunks: Buffer[] = [];
  let length = 0;
  request.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length <= mostBytes) return void chunks.push(chunk);
    chunks.length = 0;
    // The rest is read and dropped: a connection that is cut now would take the answer along.
    if (!response.headersSent) refusePage({ request, response, code: 'TOO_LARGE' });
  });
  request.on('end', () => {
    if (length > mostBytes) return;
    // Astro takes the body from here when it is there.
    request.body = Buffer.concat(chunks);
    next();
  });
}
