import { commonErrors } from '@gangway/kit';
import { failureOf, failureOfAnswer } from './failure.ts';

const context = { locale: 'en', traceId: 'trace-0001' } as const;
const thrown = (facts: object) => Object.assign(new Error('select secret from vault'), facts);

describe('a failure', () => {
  it('of our catalogue keeps its code, details and the message in the caller’s language', () => {
    const error = commonErrors.CONFLICT({ seats: ['A1'] });
    expect(failureOf(error, { locale: 'ru', traceId: 'trace-0001' })).toEqual({
      status: 409,
      headers: {},
      body: {
        data: null,
        error: {
          code: 'CONFLICT',
          message: error.messages.ru,
          details: { seats: ['A1'] },
          traceId: 'trace-0001',
          status: 409,
          name: 'ConflictError',
        },
      },
    });
  });

  it.each([
    [thrown({ name: 'ValidationError', details: { errors: [] } }), 400, 'INVALID_INPUT', 'ValidationError'],
    [thrown({ name: 'PolicyError' }), 403, 'FORBIDDEN', 'PolicyError'],
    [thrown({ name: 'NotFoundError' }), 404, 'NOT_FOUND', 'NotFoundError'],
    [thrown({ name: 'RateLimitError' }), 429, 'RATE_LIMITED', 'RateLimitError'],
    [thrown({ name: 'SyntaxError', status: 400 }), 400, 'MALFORMED_JSON', 'ValidationError'],
    [thrown({ type: 'entity.parse.failed', status: 400 }), 400, 'MALFORMED_JSON', 'ValidationError'],
    [thrown({ type: 'entity.too.large', status: 413 }), 413, 'PAYLOAD_TOO_LARGE', 'PayloadTooLargeError'],
    [thrown({ status: 418 }), 418, 'INVALID_INPUT', 'ValidationError'],
  ])('of Strapi or a parser becomes one of ours: %#', (error, status, code, name) => {
    const { body } = failureOf(error, context);
    expect(body.error).toMatchObject({ status, code, name });
  });

  it('says when to come back, where that is known', () => {
    const { headers } = failureOf(commonErrors.RATE_LIMITED({ retryAfterSeconds: 7 }), {
      locale: 'ru',
      traceId: 't',
    });
    expect(headers).toEqual({ 'Retry-After': '7' });
  });

  it('of Strapi keeps its details and, for a 400, its reason', () => {
    const error = thrown({ name: 'ValidationError', message: 'Email taken', details: { field: 'email' } });
    expect(failureOf(error, context).body.error.details).toEqual({ field: 'email', reason: 'Email taken' });
  });

  it.each([
    thrown({}),
    thrown({ status: 500, expose: true }),
    thrown({ code: '23505', detail: 'Key (email)=(a@b.example) already exists.' }),
    thrown({ name: 'ZodError', issues: [{ path: ['secret'] }] }),
    'a string',
    undefined,
    null,
  ])('of anything else says INTERNAL and nothing of what was thrown: %#', (error) => {
    const { status, body, cause } = failureOf(error, context);
    expect([status, body.error.code, body.error.details]).toEqual([500, 'INTERNAL', {}]);
    expect(JSON.stringify(body)).not.toMatch(/secret|vault|a@b/);
    expect(cause).toBe(error);
  });

  it('that Strapi has already written takes our shape', () => {
    const body = {
      data: null,
      error: { status: 403, name: 'ForbiddenError', message: 'no', details: { a: 1 } },
    };
    expect(failureOfAnswer({ status: 403, body }, context).body.error).toMatchObject({
      code: 'FORBIDDEN',
      name: 'ForbiddenError',
      details: { a: 1 },
      traceId: 'trace-0001',
    });
    expect(failureOfAnswer({ status: 405, body: undefined }, context).body.error.code).toBe(
      'METHOD_NOT_ALLOWED',
    );
  });
});
