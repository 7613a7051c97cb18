import { idempotencyKey } from './idempotency-key.ts';

const wish = {
  customer: { fullName: 'Anna', email: 'anna@example.org' },
  lines: [{ productId: 'p', quantity: 1 }],
};

describe('the key of a purchase', () => {
  it('is the same for the same wish, in whatever order it was written', () => {
    const other = {
      lines: [{ quantity: 1, productId: 'p' }],
      customer: { email: 'anna@example.org', fullName: 'Anna' },
    };
    expect(idempotencyKey({ nonce: 'n', wish: other })).toBe(idempotencyKey({ nonce: 'n', wish }));
  });

  it.each([
    ['another purchase', { nonce: 'm', wish }],
    ['another buyer', { nonce: 'n', wish: { ...wish, customer: { ...wish.customer, fullName: 'Boris' } } }],
    ['another quantity', { nonce: 'n', wish: { ...wish, lines: [{ productId: 'p', quantity: 2 }] } }],
  ])('is another one for %s', (_what, other) => {
    expect(idempotencyKey(other)).not.toBe(idempotencyKey({ nonce: 'n', wish }));
  });

  it('is one that the API takes', () => {
    expect(idempotencyKey({ nonce: 'n', wish })).toMatch(/^[\w-]{43}$/);
  });
});
