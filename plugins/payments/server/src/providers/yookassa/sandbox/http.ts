import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request on its way through the service; `url.pathname` begins behind the service's own address. */
export type Visit = { request: IncomingMessage; response: ServerResponse; url: URL };

const mostBytes = 1024 * 1024;

/** The body as text; undefined when it is larger than anything this API takes. */
export async function readText(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  const size = { bytes: 0 };
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size.bytes += chunk.length;
    if (size.bytes <= mostBytes) chunks.push(chunk);
  }
  return size.bytes > mostBytes ? undefined : Buffer.concat(chunks).toString('utf8');
}

export function sendJson(response: ServerResponse, status: number, body: string): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(body);
}

export const header = (request: IncomingMessage, name: string): string | undefined =>
  [request.headers[name]].flat()[0];
