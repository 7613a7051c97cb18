import { accessTokenOf, isAccessTokenOf, orderLinkKey } from './access-token.ts';

const key = orderLinkKey('a secret of the installation');
const order = { id: 'k3f0q8v1m2n4b6c7d9e1g5h8', tokenVersion: 1 };

describe('the token of an order', () => {
  it('is the same each time, so that every e-mail can carry it', () => {
    expect(accessTokenOf(order, key)).toBe(accessTokenOf({ ...order }, key));
    expect(accessTokenOf(order, key)).toMatch(/^[\w-]{43}$/);
  });

  it('that went out with an older version of the house goes on opening it', () => {
    expect(accessTokenOf(order, key)).toBe('0O-mzgk1km_h1euBd6zdH0EvL50o2iU7sybsxZIuLF4');
  });

  it('opens its own order only', () => {
    const token = accessTokenOf(order, key);
    expect(isAccessTokenOf(order, token, key)).toBe(true);
    expect(isAccessTokenOf({ ...order, id: 'another' }, token, key)).toBe(false);
  });

  it('is worthless after the version moved on', () => {
    expect(isAccessTokenOf({ ...order, tokenVersion: 2 }, accessTokenOf(order, key), key)).toBe(false);
  });

  it('is worth nothing in another installation', () => {
    expect(isAccessTokenOf(order, accessTokenOf(order, orderLinkKey('another')), key)).toBe(false);
  });

  it('cannot be guessed by its beginning, its length or its absence', () => {
    const token = accessTokenOf(order, key);
    for (const shown of ['', token.slice(0, -1), `${token}A`, token.toLowerCase(), 'ы'.repeat(43)])
      expect(isAccessTokenOf(order, shown, key)).toBe(false);
  });
});
