import { requestId } from './request-id.ts';

describe('the request id', () => {
  it('is the caller’s when it is a plain word', () => {
    expect(requestId('front-door.42_a')).toBe('front-door.42_a');
  });

  it.each([
    undefined,
    '',
    'short',
    'x'.repeat(65),
    'a b c d e f g',
    'anna@example.org',
    'line\nbreak-injected',
    ['a', 'b'],
  ])('is a new one for %p', (given) => {
    const id = requestId(given);
    expect(id).toMatch(/^[\w-]{36}$/);
    expect(requestId(given)).not.toBe(id);
  });
});
