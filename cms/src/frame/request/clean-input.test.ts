import type { Context } from 'koa';
import { cleanRequest, deepest, refuseUncleanValue } from './clean-input.ts';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describe('a value from outside', () => {
  it.each([null, 1, 'a\u0001b', { a: [{ b: 'ы' }] }, '🚢', '\ud83d\udea2'])('passes: %j', (value) => {
    expect(() => refuseUncleanValue(value)).not.toThrow();
  });

  it.each(['\0', ['\0'], { a: { b: ['x\0'] } }, { '\0': 1 }])('with U+0000 is refused: %j', (value) => {
    expect(() => refuseUncleanValue(value)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  it.each(['A\ud800B', '\udc00', '\udea2\ud83d', ['\ud800'], { a: { b: ['x\udfff'] } }, { '\ud800': 1 }])(
    'with half a character is refused: %j',
    (value) => {
      expect(() => refuseUncleanValue(value)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
    },
  );

  it('may be as deep as the limit and no deeper', () => {
    expect(() => refuseUncleanValue(nested(deepest))).not.toThrow();
    expect(() => refuseUncleanValue(nested(deepest + 1))).toThrow(
      expect.objectContaining({ code: 'MALFORMED_JSON' }),
    );
  });
});

describe('U+0000 that only PostgreSQL notices', () => {
  const ctx = (path: string) =>
    ({ path, querystring: 'locale=en', headers: {}, get: () => '' }) as unknown as Context;
  const refused = (path: string, code: string) =>
    Promise.resolve(
      cleanRequest()(ctx(path), () => Promise.reject(Object.assign(new Error('query'), { code }))),
    ).catch((error: unknown) => error);

  it.each(['22021', '22P05'])('is INVALID_INPUT on our doors: %s', async (code) => {
    expect(await refused('/api/orders', code)).toMatchObject({ code: 'INVALID_INPUT', status: 400 });
  });

  it('is 400 with a sentence on the panel’s', async () => {
    expect(await refused('/upload', '22021')).toMatchObject({
      status: 400,
      details: { code: 'INVALID_INPUT' },
    });
  });

  it('is nothing else', async () => {
    expect(await refused('/api/orders', '23505')).toMatchObject({ message: 'query', code: '23505' });
  });
});
