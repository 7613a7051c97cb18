import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import Koa from 'koa';
import { defineRoute, z } from '@gangway/kit';
import { metrics } from '../metrics/registry.ts';
import { createLog } from '../log/create-log.ts';
import { answerFirst } from './answer-first.ts';
import { createFront, jsonReply } from './front.ts';
import { frontMiddleware } from './front-middleware.ts';
import { nobody } from '../people/person.ts';
import { requestFrame } from '../request/request-frame.ts';
import { createLife } from '../process/life.ts';

const long = { data: Array.from({ length: 200 }, (_, at) => ({ at, text: 'berth' })) };
const kept = jsonReply(long, { maxAge: 60 });
const base = { tag: 'test', access: 'public', errors: [], response: z.unknown() } as const;

const list = defineRoute({
  ...base,
  id: 'list',
  method: 'GET',
  path: '/api/things',
  summary: 'Things',
  query: z.strictObject({ page: z.coerce.number().int().default(1) }),
  example: { response: null },
});
const rename = defineRoute({
  ...base,
  id: 'rename',
  method: 'POST',
  path: '/api/things/:id',
  summary: 'Rename',
  params: z.strictObject({ id: z.string() }),
  body: z.strictObject({ name: z.string() }),
  example: { params: { id: 'a' }, body: { name: 'b' }, response: null },
});
const broken = defineRoute({
  ...base,
  id: 'broken',
  method: 'GET',
  path: '/api/broken',
  summary: 'Broken',
  example: { response: null },
});
const patient = defineRoute({
  ...base,
  id: 'patient',
  method: 'GET',
  path: '/api/patient',
  summary: 'Patient',
  example: { response: null },
});
const health = defineRoute({
  ...base,
  tag: 'system',
  id: 'health',
  method: 'GET',
  path: '/healthz',
  summary: 'Health',
  example: { response: null },
});

const hot = defineRoute({
  ...base,
  id: 'hot',
  method: 'GET',
  path: '/api/hot/:id',
  summary: 'Hot',
  params: z.strictObject({ id: z.string() }),
  example: { params: { id: 'a' }, response: null },
});

function servedFront() {
  const front = createFront();
  front.serve(
    hot,
    ({ params, locale }) => {
      asked.hot += 1;
      return { ...jsonReply({ ...long, ...params, locale }, { maxAge: 1 }), holds: () => asked.holds };
    },
    { sameForAll: true },
  );
  front.serve(list, () => kept);
  front.serve(rename, ({ params, body, locale }) => jsonReply({ data: { ...params, ...body, locale } }));
  front.serve(patient, () => ({ ...kept, waitedMs: 60_000 }));
  front.serve(health, () => jsonReply({ data: 'alive' }));
  front.serve(broken, () => {
    throw new Error('password of the vault: sesame, mail anna@example.org');
  });
  return front;
}

/** How often the hot route, who asks and the chain were asked, and whether the hot route's answers still hold. */
const asked = { hot: 0, people: 0, chain: 0, holds: true };

interface House {
  url: string;
  lines: Record<string, unknown>[];
}

async function withHouse(work: (house: House) => Promise<void>, { healthOnly = false } = {}): Promise<void> {
  const lines: Record<string, unknown>[] = [];
  const output = { write: (line: string) => void lines.push(JSON.parse(line)) };
  const log = createLog({ level: 'info', output });
  const { table, known } = servedFront();
  const options = {
    ...{ table, known },
    methods: table.methods,
    person: async () => {
      asked.people += 1;
      return nobody;
    },
    ...{ origins: ['https://own.example'], log, healthOnly },
  };
  Object.assign(asked, { hot: 0, people: 0, chain: 0, holds: true });
  const life = createLife();
  const app = new Koa().use(requestFrame({ life, log, trustedProxies: [] }));
  app.use((_ctx, next) => ((asked.chain += 1), next()));
  app.use(frontMiddleware(options));
  app.use((ctx) => void (ctx.body = 'the chain'));
  const server = createServer(app.callback()).listen(0, '127.0.0.1');
  answerFirst(server, { ...options, life });
  await once(server, 'listening');
  try {
    await work({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, lines });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const json = (value: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: typeof value === 'string' ? value : JSON.stringify(value),
});

const isSum = (value: object) => 'metricName' in value && String(value.metricName).endsWith('_sum');

const codeOf = async (response: Response) =>
  ((await response.json()) as { error: { code: string } }).error.code;

describe('the front', () => {
  it('answers a hot read from its prepared bytes', () =>
    withHouse(async ({ url }) => {
      const response = await fetch(`${url}/api/things?page=2`, {
        headers: { 'accept-encoding': 'identity' },
      });
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('public, max-age=60');
      expect(response.headers.get('content-length')).toBe(String(kept.bytes.length));
      expect(response.headers.get('vary')).toBe('Accept-Encoding, Accept-Language');
      expect(await response.json()).toEqual(long);
    }));

  it('says 304 to whom has the answer, by any spelling of its tag', () =>
    withHouse(async ({ url }) => {
      const { headers } = await fetch(`${url}/api/things`);
      const etag = headers.get('etag') ?? '';
      for (const known of [etag, etag.replace('W/', ''), `"other", ${etag}`, '*']) {
        const response = await fetch(`${url}/api/things`, { headers: { 'if-none-match': known } });
        expect([response.status, await response.text()]).toEqual([304, '']);
      }
      const written = await fetch(`${url}/api/things/a`, {
        ...json({ name: 'b' }),
        headers: { 'content-type': 'application/json', 'if-none-match': '*' },
      });
      expect(written.status).toBe(200);
      const changed = await fetch(`${url}/api/things`, { headers: { 'if-none-match': '"other"' } });
      expect(changed.status).toBe(200);
    }));

  it('asks a route that is the same for all once, until its answer no longer holds', () =>
    withHouse(async ({ url, lines }) => {
      const ask = (headers: Record<string, string> = {}) => fetch(`${url}/api/hot/a`, { headers });
      const first = await ask();
      const again = await ask({ authorization: 'Bearer abc' });
      const [told, toldAgain] = [await first.json(), await again.json()];
      expect([told, asked.hot, asked.people]).toEqual([toldAgain, 1, 0]);
      const named = ({ headers }: Response) => [...headers.keys()].sort();
      expect(named(again)).toEqual(named(first));
      asked.holds = false;
      await (await ask()).text();
      expect(asked.hot).toBe(2);
      const requests = lines.filter(({ msg }) => msg === 'request');
      expect(requests.map(({ route }) => route)).toEqual(Array(3).fill('/api/hot/:id'));
    }));

  it('answers what is the same for all before the chain, also for the first time and when it refuses', () =>
    withHouse(async ({ url, lines }) => {
      const headers = { 'x-request-id': 'request-of-a-test', origin: 'https://own.example' };
      const good = await fetch(`${url}/api/hot/a`, { headers });
      const bad = await fetch(`${url}/api/hot/a?nothing=known&locale=ru`, { headers });
      expect([good.status, bad.status, await codeOf(bad), asked.chain]).toEqual([
        200,
        400,
        'UNKNOWN_FILTER',
        0,
      ]);
      for (const response of [good, bad]) {
        expect(response.headers.get('x-request-id')).toBe('request-of-a-test');
        expect(response.headers.get('access-control-allow-origin')).toBe('https://own.example');
      }
      const requests = lines.filter(({ msg }) => msg === 'request');
      expect(requests.map(({ route, status }) => [route, status])).toEqual([
        ['/api/hot/:id', 200],
        ['/api/hot/:id', 400],
      ]);
      await (await fetch(`${url}/api/things`)).text();
      expect(asked.chain).toBe(1);
    }));

  it('answers what it knows as it answers everything: by tag, without a body, to its own origins, per language', () =>
    withHouse(async ({ url }) => {
      const ask = (init: RequestInit) => fetch(`${url}/api/hot/a`, init);
      const first = await ask({});
      const etag = first.headers.get('etag') ?? '';
      const known = await ask({ headers: { 'if-none-match': etag, 'x-request-id': 'trace-0003' } });
      expect([known.status, known.headers.get('x-request-id')]).toEqual([304, 'trace-0003']);
      const head = await ask({ method: 'HEAD', headers: { origin: 'https://own.example' } });
      expect(await head.text()).toBe('');
      expect(head.headers.get('access-control-allow-origin')).toBe('https://own.example');
      expect(head.headers.get('vary')).toContain('Origin');
      const foreign = await ask({ headers: { origin: 'https://evil.example' } });
      expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
      expect(asked.hot).toBe(1);
      const english = await ask({ headers: { 'accept-language': 'en-GB' } });
      expect(await english.json()).toMatchObject({ locale: 'en' });
      expect((await ask({ method: 'DELETE' })).status).toBe(405);
    }));

  it('answers HEAD like GET without a body', () =>
    withHouse(async ({ url }) => {
      const response = await fetch(`${url}/api/things`, {
        method: 'HEAD',
        headers: { 'accept-encoding': 'identity' },
      });
      expect(response.headers.get('content-length')).toBe(String(kept.bytes.length));
      expect(await response.text()).toBe('');
    }));

  it('compresses as accepted, and each reply once', () =>
    withHouse(async ({ url }) => {
      const { request } = await import('node:http');
      const raw = (accept: string) =>
        new Promise<{ coding: string | undefined; bytes: Buffer }>((done) => {
          request(`${url}/api/things`, { headers: { 'accept-encoding': accept } }, (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('end', () =>
              done({ coding: response.headers['content-encoding'], bytes: Buffer.concat(chunks) }),
            );
          }).end();
        });
      const brotli = await raw('gzip, deflate, br');
      expect(brotli.coding).toBe('br');
      expect(JSON.parse(brotliDecompressSync(brotli.bytes).toString())).toEqual(long);
      const gzip = await raw('gzip, br;q=0');
      expect(gzip.coding).toBe('gzip');
      expect(JSON.parse(gunzipSync(gzip.bytes).toString())).toEqual(long);
      expect((await raw('deflate')).coding).toBeUndefined();
    }));

  it('keeps an answer as its first caller took it, and unpacks it for who takes nothing else', () =>
    withHouse(async ({ url }) => {
      const ask = async (accept: string, method = 'GET') => {
        const response = await fetch(`${url}/api/hot/a`, { method, headers: { 'accept-encoding': accept } });
        const coding = response.headers.get('content-encoding');
        return { coding, length: response.headers.get('content-length'), text: await response.text() };
      };
      const first = await ask('br');
      const [gzip, plain, head] = [await ask('gzip'), await ask('identity'), await ask('identity', 'HEAD')];
      expect([first.coding, gzip.coding, plain.coding]).toEqual(['br', 'gzip', null]);
      expect([gzip.text, plain.text]).toEqual([first.text, first.text]);
      expect([plain.length, head.length]).toEqual(Array(2).fill(String(Buffer.byteLength(first.text))));
      expect([JSON.parse(first.text), asked.hot]).toEqual([{ ...long, id: 'a', locale: 'ru' }, 1]);
    }));

  it('leaves what a caller asked to wait for out of the metrics, and names it in the log', () =>
    withHouse(async ({ url, lines }) => {
      await (await fetch(`${url}/api/patient`)).text();
      const line = lines.find(({ route }) => route === patient.path);
      expect(line).toMatchObject({ status: 200, waitedMs: 60_000 });
      const { values } = await metrics.getSingleMetric('gangway_http_request_duration_seconds')!.get();
      const sum = values.find(({ labels, ...one }) => labels['route'] === patient.path && isSum(one));
      expect(sum?.value).toBeCloseTo(Number(line?.['ms']) / 1_000 - 60, 3);
    }));

  it('refuses another verb on a known path and says which it takes', () =>
    withHouse(async ({ url }) => {
      const response = await fetch(`${url}/api/things`, { method: 'DELETE' });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
      expect(await codeOf(response)).toBe('METHOD_NOT_ALLOWED');
    }));

  it('leaves everything else to the chain', () =>
    withHouse(async ({ url }) => {
      for (const path of ['/', '/api/nothing', '/admin', '/api/%E0%A4%A']) {
        expect(await (await fetch(url + path)).text()).toBe('the chain');
      }
    }));

  it('reads a body by the contract and refuses what it does not know', () =>
    withHouse(async ({ url }) => {
      const path = `${url}/api/things/a?locale=en`;
      const good = await fetch(path, json({ name: 'Anna' }));
      expect(await good.json()).toEqual({ data: { id: 'a', name: 'Anna', locale: 'en' } });
      expect(await codeOf(await fetch(path, json({ name: 'Anna', role: 'admin' })))).toBe('UNKNOWN_FIELD');
      expect(await codeOf(await fetch(path, json('{"name": "An')))).toBe('MALFORMED_JSON');
      expect(await codeOf(await fetch(path, json({})))).toBe('INVALID_INPUT');
      expect(await codeOf(await fetch(path, { method: 'POST' }))).toBe('INVALID_INPUT');
      const text = await fetch(path, { method: 'POST', body: 'name=Anna' });
      expect([text.status, await codeOf(text)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    }));

  it.each(['with its length', 'in chunks'])(
    'answers a body of 10 MB sent %s without closing the connection',
    (how) =>
      withHouse(async ({ url }) => {
        const bytes = Buffer.alloc(10 * 1024 * 1024, 'a');
        const chunked = { body: new Blob([bytes]).stream(), duplex: 'half' } as RequestInit;
        const body = how === 'in chunks' ? chunked : { body: bytes };
        const response = await fetch(`${url}/api/things/a`, { ...json(''), ...body });
        expect([response.status, await codeOf(response)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
        expect(response.headers.get('connection')).not.toBe('close');
      }),
  );

  it('names unknown filters and locales', () =>
    withHouse(async ({ url }) => {
      expect(await codeOf(await fetch(`${url}/api/things?colour=red`))).toBe('UNKNOWN_FILTER');
      expect(await codeOf(await fetch(`${url}/api/things?locale=xx`))).toBe('UNSUPPORTED_LOCALE');
      expect(await codeOf(await fetch(`${url}/api/things?page=1.5`))).toBe('INVALID_INPUT');
    }));

  it('tells the caller nothing of what broke, and the log what, without personal data', () =>
    withHouse(async ({ url, lines }) => {
      const response = await fetch(`${url}/api/broken?locale=en`, {
        headers: { 'x-request-id': 'trace-0001' },
      });
      const text = await response.text();
      expect(response.status).toBe(500);
      expect(text).toContain('"traceId":"trace-0001"');
      expect(text).not.toContain('sesame');
      const line = JSON.stringify(lines.find(({ msg }) => msg === 'request failed'));
      expect(line).toContain('sesame');
      expect(line).toContain('trace-0001');
      expect(line).not.toContain('anna@example.org');
    }));

  it('lets pages of our own origins read answers, and no others', () =>
    withHouse(async ({ url }) => {
      const ask = (origin: string) => fetch(`${url}/api/things`, { headers: { origin } });
      expect((await ask('https://own.example')).headers.get('access-control-allow-origin')).toBe(
        'https://own.example',
      );
      expect((await ask('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
    }));

  it('takes no route for the same for all that is not a public read', () => {
    const { serve } = createFront();
    expect(() => serve(rename, () => kept, { sameForAll: true })).toThrow('no public read');
    const { section: _section, ...secret } = { ...hot, section: undefined, access: 'customer' as const };
    expect(() => serve(secret, () => kept, { sameForAll: true })).toThrow('no public read');
  });

  it('of a worker answers how it is and nothing else', () =>
    withHouse(
      async ({ url }) => {
        expect((await fetch(`${url}/healthz`)).status).toBe(200);
        expect((await fetch(`${url}/api/things`)).status).toBe(404);
        expect((await fetch(`${url}/admin`)).status).toBe(404);
      },
      { healthOnly: true },
    ));

  it('logs each request once, by its route and never by its query', () =>
    withHouse(async ({ url, lines }) => {
      const headers = { 'x-request-id': 'trace-0002', authorization: 'Bearer abc.def' };
      await fetch(`${url}/api/things/anna?locale=en&token=abc`, { ...json({}), headers }).then((r) =>
        r.text(),
      );
      await fetch(`${url}/anna@example.org?email=anna@example.org`).then((r) => r.text());
      const requests = lines.filter(({ msg }) => msg === 'request');
      expect(requests).toHaveLength(2);
      expect(requests[0]).toMatchObject({
        requestId: 'trace-0002',
        method: 'POST',
        route: '/api/things/:id',
        status: 415,
        ms: expect.any(Number),
      });
      expect(requests[1]).toMatchObject({ route: '/[email]', status: 200 });
      expect(JSON.stringify(lines)).not.toMatch(/anna|abc|127\.0\.0\.1/);
    }));
});
