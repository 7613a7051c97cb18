import { gzipSync } from 'node:zlib';
import { readEnv } from '@gangway/config/env';
import { ask, codeOf, json } from './caller.ts';

describe('wrong input over HTTP', () => {
  it('malformed JSON is MALFORMED_JSON, in the language asked for', async () => {
    const answer = await ask('/api/auth/local?locale=en', json('POST', '{"identifier": "a", "pass'));
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      data: null,
      error: {
        code: 'MALFORMED_JSON',
        message: 'The request could not be read.',
        details: {},
        status: 400,
        name: 'ValidationError',
        traceId: answer.headers.get('x-request-id'),
      },
    });
  });

  it.each(['with its length', 'in chunks'])(
    '10 MB sent %s are PAYLOAD_TOO_LARGE on an open connection',
    async (how) => {
      const bytes = Buffer.alloc(10 * 1024 * 1024, '1');
      const body =
        how === 'in chunks' ? { body: new Blob([bytes]).stream(), duplex: 'half' } : { body: bytes };
      const init = { ...json('POST', ''), ...body } as RequestInit;
      expect(await codeOf('/api/auth/local', init)).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    },
  );

  it.each(['/api/nothing', '/readyz', '/openapi.json', '/api/events'])(
    '%s?locale=xx is UNSUPPORTED_LOCALE',
    async (path) => {
      expect(await codeOf(`${path}?locale=xx`)).toEqual([400, 'UNSUPPORTED_LOCALE']);
    },
  );

  it('a page far past the end is an empty one; a page that is no number is INVALID_INPUT', async () => {
    const { status, body } = await ask('/api/events?page=1000000000');
    expect([status, body.data]).toEqual([200, []]);
    expect(await codeOf('/api/events?page=0')).toEqual([400, 'INVALID_INPUT']);
    expect(await codeOf('/api/events?page=last')).toEqual([400, 'INVALID_INPUT']);
  });

  it.each([
    '1',
    'x',
    '%3Cscript%3E',
    '%00',
    'a%2Fb',
    '٣',
    `${'9'.repeat(400)}`,
    "';drop%20table%20events;--",
  ])('the id %s finds nothing', async (id) => {
    expect(await codeOf(`/api/events/${id}`)).toEqual([404, 'NOT_FOUND']);
  });

  it('unknown filters are named', async () => {
    const { status, body } = await ask('/openapi.json?colour=red&pageSize=%3Cscript%3E');
    expect([status, body.error?.code, body.error?.details]).toEqual([
      400,
      'UNKNOWN_FILTER',
      { filters: ['colour', 'pageSize'] },
    ]);
  });

  it.each([
    '/api/nothing',
    '/api/auth/nobody',
    '/api',
    '/octo/products',
    '/api/%E0%A4%A',
    '/api/events/..%2F..%2Fetc',
  ])('%s is NOT_FOUND', async (path) => {
    expect(await codeOf(path)).toEqual([404, 'NOT_FOUND']);
  });

  it('another verb on a known path is METHOD_NOT_ALLOWED and says which it takes', async () => {
    const { status, headers, body } = await ask('/api/auth/local', { method: 'DELETE' });
    expect([status, headers.get('allow'), body.error?.code]).toEqual([
      405,
      'POST, OPTIONS',
      'METHOD_NOT_ALLOWED',
    ]);
    expect(await codeOf('/healthz', { method: 'POST' })).toEqual([405, 'METHOD_NOT_ALLOWED']);
  });

  it('HTML in a query never comes back as HTML', async () => {
    const { headers, body } = await ask('/openapi.json?%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E=1');
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(body.error?.code).toBe('UNKNOWN_FILTER');
  });

  it('logging in with what is not right is one refusal in our words, and none of Strapi’s', async () => {
    const { status, body } = await ask(
      '/api/auth/local?locale=en',
      json('POST', { identifier: 'a', password: 'b' }),
    );
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: 'WRONG_LOG_IN', details: {}, traceId: expect.any(String) });
    expect(JSON.stringify(body)).not.toContain('Invalid identifier');
    expect(await codeOf('/api/auth/change-password', json('POST', {}))).toEqual([401, 'UNAUTHORIZED']);
  });

  it('files are taken by no route of the API', async () => {
    const body = new FormData();
    body.set('files', new Blob(['x']), 'x.svg');
    expect(await codeOf('/api/upload', { method: 'POST', body })).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('the panel’s own errors stay as its code expects them', async () => {
    const { status, body } = await ask('/admin/users/me');
    expect([status, body.error?.name, body.error?.code]).toEqual([401, 'UnauthorizedError', undefined]);
  });

  it.each([
    ['nothing', {}],
    ['no JSON', { body: 'identifier' }],
    ['an empty list', json('POST', [])],
  ])('logging in with %s is INVALID_INPUT', async (_what, init) => {
    expect(await codeOf('/api/auth/local', { method: 'POST', ...init })).toEqual([400, 'INVALID_INPUT']);
  });

  const nul = 'a\u0000b';
  it.each<[string, RequestInit]>([
    ['/api/orders/nothing?accessToken=%00', {}],
    ['/api/events?q=a%00b', {}],
    ['/api/events?%00=1', {}],
    ['/api/auth/local', json('POST', { identifier: nul, password: 'x' })],
    ['/api/auth/forgot-password', json('POST', { email: { deep: [nul] } })],
    ['/api/auth/reset-password', json('POST', { [nul]: 1 })],
  ])('U+0000 in %s is INVALID_INPUT', async (path, init) => {
    expect(await codeOf(path, init)).toEqual([400, 'INVALID_INPUT']);
  });

  const half = 'a\ud800b';
  it.each<[string, unknown]>([
    ['/api/auth/local', { identifier: half, password: 'x' }],
    ['/api/auth/local/register', { username: half, email: 'half@example.org', password: 'Whole-word-1' }],
    ['/api/auth/forgot-password', { email: { deep: [half] } }],
    ['/api/orders', { [half]: 1 }],
    ['/api/admin/orders', { customer: { fullName: half } }],
    ['/api/quotes', { promoCode: half }],
  ])('half a character in %s is INVALID_INPUT', async (path, body) => {
    expect(await codeOf(path, json('POST', body))).toEqual([400, 'INVALID_INPUT']);
  });

  it.each<[string, number, RequestInit]>([
    ['/admin/login', 400, json('POST', { email: nul, password: 'x' })],
    ['/admin/login', 400, json('POST', { email: half, password: 'x' })],
    ['/admin/registration-info?registrationToken=%00', 400, {}],
    ['/admin/registration-info/%00', 404, {}],
  ])('the panel’s %s refuses what is no text with %i', async (path, status, init) => {
    const answer = await ask(path, init);
    expect([answer.status, answer.body.error?.status]).toEqual([status, status]);
  });

  it.each(['/api/auth/local', '/api/internal/clock', '/admin/login'])(
    '%s takes no encoded body, whole or broken',
    async (path) => {
      const method = path === '/api/internal/clock' ? 'PUT' : 'POST';
      for (const body of [gzipSync('{}'), Buffer.from('{}')]) {
        const init = { ...json(method, '', readEnv().internalToken), body };
        const headers = { ...init.headers, 'content-encoding': 'gzip' };
        expect((await ask(path, { ...init, headers })).status).toBe(415);
      }
    },
  );

  it('JSON nested 200,000 deep is MALFORMED_JSON', async () => {
    const deep = `{"identifier":${'['.repeat(200_000)}${']'.repeat(200_000)},"password":"x"}`;
    expect(await codeOf('/api/auth/local', json('POST', deep))).toEqual([400, 'MALFORMED_JSON']);
    expect((await ask('/admin/login', json('POST', deep))).status).toBe(400);
  });

  it.each(['__proto__', 'constructor', 'toString'])('the filter %s is as unknown as others', async (name) => {
    const { status, body } = await ask(`/api/events?${name}=1`);
    expect([status, body.error?.code, body.error?.details]).toEqual([
      400,
      'UNKNOWN_FILTER',
      { filters: [name] },
    ]);
  });

  it('too many requests to one account are RATE_LIMITED, in the language asked for', async () => {
    const again = () =>
      ask('/api/auth/forgot-password?locale=en', json('POST', { email: 'too-often@example.org' }));
    const answers = [];
    for (let asked = 0; asked < 12; asked += 1) answers.push(await again());
    expect(answers.at(-1)?.status).toBe(429);
    expect(answers.at(-1)?.body.error).toMatchObject({
      code: 'RATE_LIMITED',
      message: 'Too many requests, please wait a moment.',
      traceId: expect.any(String),
    });
  });

  it('nobody registers as an administrator where one is', async () => {
    const person = { email: 'x@example.org', password: 'Own-password-1', firstname: 'X' };
    for (const path of ['/admin/register-admin', '/Admin/Register-Admin/'])
      expect((await ask(path, json('POST', person))).status).toBe(404);
  });
});
