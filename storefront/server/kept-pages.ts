import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';

/** A page as it was rendered for nobody in particular. */
export interface Rendered {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

interface Page extends Rendered {
  etag: string;
  at: number;
  packed: Partial<Record<Coding, Promise<Buffer>>>;
}

export interface KeptPagesSettings {
  /** Renders an address, which begins with its path, for a visitor of whom nothing is known. */
  render: (url: string) => Promise<Rendered>;
  /** Whether the answer is the same for everybody who asks for this address as this visitor does. */
  isForEverybody: (request: IncomingMessage) => boolean;
  /** Milliseconds. */
  now?: () => number;
}

interface Asked {
  request: IncomingMessage;
  response: ServerResponse;
  next: () => void;
}

/** Milliseconds in which a page is given as it is, and then while it is rendered anew behind it. */
const freshMs = 250;
const staleMs = 500;
const longestUrl = 1_000;
const budgetBytes = 64 * 1024 * 1024;

/**
 * Pages that are the same for everybody are rendered once for all who ask at the same time, and are at most half
 * a second old. When rendering fails, the last good one stays. What is not for everybody goes on to `next`.
 */
export function keptPages({ render, isForEverybody, now = () => performance.now() }: KeptPagesSettings) {
  const kept = new LRUCache<string, Page>({
    maxSize: budgetBytes,
    sizeCalculation: ({ body }) => 2 * body.length,
  });
  const underWay = new Map<string, Promise<Page>>();
  const renew = (url: string): Promise<Page> => {
    const running = underWay.get(url) ?? renderOnce(url).finally(() => underWay.delete(url));
    underWay.set(url, running);
    return running;
  };
  const renderOnce = async (url: string): Promise<Page> => {
    const rendered = await render(url);
    const page = { ...rendered, etag: tagOf(rendered.body), at: now(), packed: {} };
    if (isGood(rendered)) kept.set(url, page);
    else if (isGone(rendered)) kept.delete(url);
    return page;
  };
  const pageFor = async (url: string): Promise<Page> => {
    const known = kept.get(url);
    const age = known ? now() - known.at : Infinity;
    if (known && age < freshMs) return known;
    const next = renew(url);
    if (known && age < staleMs) return whateverBecomesOf(next, known);
    const page = await next.catch((error: unknown) => known ?? Promise.reject(error));
    return page.status < 500 ? page : (known ?? page);
  };
  return ({ request, response, next }: Asked): void => {
    const url = request.url ?? '/';
    if (url.length > longestUrl || !isRead(request) || !isForEverybody(request)) return next();
    const give = (page: Page) => (isPersonal(page) ? next() : send({ request, response, page }));
    pageFor(url)
      .then(give, next)
      .catch(() => response.destroy());
  };
}

export type KeptPages = ReturnType<typeof keptPages>;

const isRead = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD';
/** An answer that hands out a cookie belongs to one visitor. */
const isPersonal = ({ headers }: Rendered) => headers['set-cookie'] !== undefined;
const isGood = (rendered: Rendered) => rendered.status === 200 && !isPersonal(rendered);
/** What was withdrawn is not shown again because cms is away. */
const isGone = ({ status }: Rendered) => status === 404 || status === 410;
const tagOf = (body: Buffer) => `W/"${createHash('sha1').update(body).digest('base64url')}"`;

/** The old page is given at once; whether the new one succeeds is seen by who asks next. */
function whateverBecomesOf(next: Promise<Page>, known: Page): Page {
  next.catch(() => undefined);
  return known;
}

interface Sending {
  request: IncomingMessage;
  response: ServerResponse;
  page: Page;
}

async function send({ request, response, page }: Sending): Promise<void> {
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
  response.setHeader('vary', 'accept-encoding');
  if (page.status === 200) response.setHeader('etag', page.etag);
  if (page.status === 200 && request.headers['if-none-match']?.includes(page.etag))
    return void response.writeHead(304).end();
  const coding = codingFor(request.headers['accept-encoding']);
  const body = coding ? await (page.packed[coding] ??= packers[coding](page.body)) : page.body;
  if (coding) response.setHeader('content-encoding', coding);
  response.writeHead(page.status, { 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

type Coding = 'br' | 'gzip';

const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
const packers: Record<Coding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => brotli(body, brotliOptions),
  gzip: (body) => zip(body),
};

function codingFor(accepted = ''): Coding | undefined {
  return (['br', 'gzip'] as const).find((coding) =>
    new RegExp(`\\b${coding}\\b(?!;q=0(?:\\.0*)?(?:,|$))`).test(accepted),
  );
}
