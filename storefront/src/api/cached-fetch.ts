import { LRUCache } from 'lru-cache';

interface Kept {
  status: number;
  headers: [string, string][];
  body: string;
  at: number;
}

const freshMs = 1_000;
/** Who has something to show waits less. */
const patienceMs = { known: 2_000, unknown: 8_000 };
const kept = new LRUCache<string, Kept>({
  maxSize: 64 * 1024 * 1024,
  sizeCalculation: ({ body }) => body.length + 512,
});

/**
 * `fetch` for what is the same for everybody: an answer of the last second is given again, and while cms is away or slow
 * the last good one stays. `gangway-stale` says so, with the age in seconds.
 */
export async function cachedFetch(request: Request): Promise<Response> {
  const known = kept.get(request.url);
  if (known && performance.now() - known.at < freshMs) return replay(known);
  try {
    const signal = AbortSignal.timeout(known ? patienceMs.known : patienceMs.unknown);
    const response = await fetch(request, { signal });
    if (response.status >= 500) throw new Error(`cms answered ${response.status}`);
    return await keep(request.url, response);
  } catch (error) {
    if (known) return replay(known, Math.round((performance.now() - known.at) / 1_000));
    throw error;
  }
}

/** What was withdrawn is not shown again because cms is away. */
const isGone = (status: number) => status === 404 || status === 410;

async function keep(url: string, response: Response): Promise<Response> {
  const entry = {
    status: response.status,
    headers: [...response.headers].filter(([name]) => name === 'content-type'),
    body: await response.text(),
    at: performance.now(),
  };
  if (response.status === 200) kept.set(url, entry);
  else if (isGone(response.status)) kept.delete(url);
  return replay(entry);
}

function replay({ status, headers, body }: Kept, age?: number): Response {
  return new Response(body, {
    status,
    headers: [...headers, ...(age ? [['gangway-stale', String(age)] as [string, string]] : [])],
  });
}
