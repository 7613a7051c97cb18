import { isOwnRequest } from './own-request.ts';

const own = (headers: Record<string, string>) => isOwnRequest({ headers }, 'https://sandbox.example.org');

describe('a form', () => {
  it('is taken from our own page', () => {
    expect(own({ origin: 'http://localhost:4400', host: 'localhost:4400' })).toBe(true);
    expect(own({ origin: 'http://127.0.0.1:4400', host: '127.0.0.1:4400' })).toBe(true);
    expect(own({ origin: 'http://[::1]:4400', host: '[::1]:4400' })).toBe(true);
    expect(own({ origin: 'https://sandbox.example.org', host: 'sandbox.example.org' })).toBe(true);
  });

  it.each([
    ['without an origin', { host: 'localhost:4400' }],
    ['of an opaque origin', { origin: 'null', host: 'localhost:4400' }],
    ['of another site', { origin: 'http://evil.example', host: 'localhost:4400' }],
    ['of another port', { origin: 'http://localhost:1337', host: 'localhost:4400' }],
    ['of a name pointed at this machine', { origin: 'http://evil.example:4400', host: 'evil.example:4400' }],
  ])('is refused %s', (_, headers) => {
    expect(own(headers)).toBe(false);
  });
});
