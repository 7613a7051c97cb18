import { readiness } from '../process/readiness.ts';
import { ask, codeOf } from './caller.ts';

describe('health', () => {
  it('says that the process lives and is ready', async () => {
    expect((await ask('/healthz')).body).toEqual({ data: { status: 'alive' } });
    expect((await ask('/readyz')).body).toEqual({ data: { status: 'ready' } });
    expect((await ask('/readyz')).headers.get('cache-control')).toBe('no-store');
  });

  it('names what is missing and is alive meanwhile', async () => {
    readiness(strapi).require('tide-tables', () => false);
    try {
      const { status, body } = await ask('/readyz');
      expect([status, body.error?.code, body.error?.details]).toEqual([
        503,
        'UNAVAILABLE',
        { missing: ['tide-tables'] },
      ]);
      expect(await codeOf('/healthz')).toEqual([200, undefined]);
    } finally {
      readiness(strapi).require('tide-tables', () => true);
    }
  });

  it('carries the caller’s request id, or one of its own', async () => {
    const given = await ask('/healthz', { headers: { 'x-request-id': 'front-door.0042' } });
    expect(given.headers.get('x-request-id')).toBe('front-door.0042');
    const odd = await ask('/healthz', { headers: { 'x-request-id': 'anna@example.org' } });
    expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
