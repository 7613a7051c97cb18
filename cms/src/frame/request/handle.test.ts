import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import type { Context } from 'koa';
import { commonErrors, defineRoute, z } from '@gangway/kit';
import { readyAnswer } from '../idempotency/ready-answer.ts';
import { apiMiddleware } from './api-middleware.ts';
import { createLog } from '../log/create-log.ts';
import { handle, strapiRoute } from './handle.ts';
import { internalScope, nobody } from '../people/person.ts';
import { readJsonBody } from './json-body.ts';

const rename = defineRoute({
  id: 'rename',
  method: 'POST',
  path: '/api/internal/things/:id',
  summary: 'Rename',
  tag: 'test',
  access: 'internal',
  params: z.strictObject({ id: z.string().max(10) }),
  query: z.strictObject({ loud: z.enum(['yes', 'no']).default('no') }),
  body: z.strictObject({ name: z.string() }),
  response: z.strictObject({ data: z.unknown() }),
  errors: [],
  example: { params: { id: 'a' }, body: { name: 'b' }, response: { data: null } },
});

const kept = Buffer.from('{"data":null,"error":{"code":"CONFLICT","traceId":"the-first"}}');

const renameThing = handle(rename, ({ params, query, body, locale, now }, ctx) => {
  if (body.name === 'kept') return readyAnswer({ status: 409, contentType: 'application/json', bytes: kept });
  if (body.name === 'taken') throw commonErrors.CONFLICT({ name: body.name });
  if (body.name === 'broken') throw new TypeError('cannot read the vault');
  ctx.status = 201;
  return { data: { ...params, ...query, ...body, locale, year: now.getFullYear() } };
});

/** What Strapi's router and body parser leave on the context. */
async function strapiWould(ctx: Context, next: () => Promise<void>) {
  const [, , , , id] = ctx.path.split('/');
  ctx.params = { id: id ?? '' };
  ctx.request.body = await readJsonBody(ctx.req);
  await next();
}

async function withApi(work: (url: string) => Promise<void>): Promise<void> {
  const log = createLog({ level: 'silent', output: process.stdout });
  const person = async ({ authorization }: { authorization: string | undefined }) =>
    authorization ? { scopes: [internalScope] } : nobody;
  const app = new Koa().use(apiMiddleware({ person, log })).use(strapiWould);
  app.use((ctx) => (ctx.path.startsWith('/api/internal/things') ? renameThing(ctx) : undefined));
  const server = createServer(app.callback()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const post = (body: unknown, headers: Record<string, string> = { authorization: 'Bearer x' }) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

const failure = async (response: Response) => {
  const { error } = (await response.json()) as { error: { code: string; details: unknown } };
  return [response.status, error.code, error.details];
};

describe('a controller made of a contract', () => {
  it('gets what the contract has read and answers with its status', () =>
    withApi(async (url) => {
      const response = await fetch(`${url}/api/internal/things/a?loud=yes&locale=zh`, post({ name: 'b' }));
      expect(response.status).toBe(201);
      expect(await response.json()).toEqual({
        data: { id: 'a', loud: 'yes', name: 'b', locale: 'zh', year: expect.any(Number) },
      });
    }));

  it('checks access before it looks at the rest', () =>
    withApi(async (url) => {
      const response = await fetch(`${url}/api/internal/things/a?what=else`, post({}, {}));
      expect(await failure(response)).toEqual([401, 'UNAUTHORIZED', {}]);
    }));

  it('refuses filters, fields and ids that do not exist', () =>
    withApi(async (url) => {
      const things = `${url}/api/internal/things`;
      expect(await failure(await fetch(`${things}/a?what=else`, post({ name: 'b' })))).toEqual([
        400,
        'UNKNOWN_FILTER',
        { filters: ['what'] },
      ]);
      expect(await failure(await fetch(`${things}/a`, post({ name: 'b', role: 'c' })))).toEqual([
        400,
        'UNKNOWN_FIELD',
        { fields: ['role'] },
      ]);
      expect((await failure(await fetch(`${things}/${'x'.repeat(11)}`, post({ name: 'b' }))))[1]).toBe(
        'NOT_FOUND',
      );
    }));

  it('turns what it throws into answers', () =>
    withApi(async (url) => {
      const things = `${url}/api/internal/things`;
      expect(await failure(await fetch(`${things}/a`, post({ name: 'taken' })))).toEqual([
        409,
        'CONFLICT',
        { name: 'taken' },
      ]);
      const broken = await fetch(`${things}/a`, post({ name: 'broken' }));
      expect([broken.status, await broken.text()]).toEqual([500, expect.not.stringContaining('vault')]);
    }));

  it('leaves bytes that stand as they are, a refusal that was kept too', () =>
    withApi(async (url) => {
      const answer = await fetch(`${url}/api/internal/things/a`, post({ name: 'kept' }));
      expect([answer.status, await answer.text()]).toEqual([409, kept.toString()]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }));

  it('stands in a list of routes without the prefix that Strapi adds', () => {
    expect(strapiRoute(rename, () => ({ data: null }))).toMatchObject({
      method: 'POST',
      path: '/internal/things/:id',
      config: { auth: false },
    });
  });
});

describe('the rest of the API', () => {
  it('is a 404 of ours where nothing answers, in the caller’s language', () =>
    withApi(async (url) => {
      const response = await fetch(`${url}/api/nothing`, { headers: { 'accept-language': 'zh-CN' } });
      const { error } = (await response.json()) as { error: { message: string } };
      expect([response.status, error.message]).toEqual([404, commonErrors.NOT_FOUND().messages.zh]);
      expect(response.headers.get('cache-control')).toBe('no-store');
    }));

  it('takes no files', () =>
    withApi(async (url) => {
      const body = new FormData();
      body.set('file', new Blob(['x']), 'x.html');
      expect(await failure(await fetch(`${url}/api/nothing`, { method: 'POST', body }))).toEqual([
        415,
        'UNSUPPORTED_MEDIA_TYPE',
        {},
      ]);
    }));

  it('has nothing at broken percent signs', () =>
    withApi(async (url) => {
      expect((await failure(await fetch(`${url}/api/%E0%A4%A`)))[1]).toBe('NOT_FOUND');
    }));

  it('does not touch what is not ours', () =>
    withApi(async (url) => {
      const response = await fetch(`${url}/admin/nothing?locale=xx`);
      expect([response.status, await response.text()]).toEqual([404, 'Not Found']);
    }));
});
