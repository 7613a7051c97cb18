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

  it('Strapi’s own refusals take the same shape and keep their name and reason', async () => {
    const { status, body } = await ask(
      '/api/auth/local?locale=en',
      json('POST', { identifier: 'a', password: 'b' }),
    );
    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      code: 'INVALID_INPUT',
      name: 'ValidationError',
      details: { reason: 'Invalid identifier or password' },
      traceId: expect.any(String),
    });
    expect(await codeOf('/api/auth/change-password', json('POST', {}))).toEqual([403, 'FORBIDDEN']);
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
});
