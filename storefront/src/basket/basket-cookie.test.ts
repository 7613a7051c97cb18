import { deflateRawSync } from 'node:zlib';
import { emptyBasket, packBasket, readBasket, type Basket } from './basket-cookie.ts';

const id = (letter: string) => letter.repeat(24);
const seats = Array.from({ length: 12 }, (_, index) => `U-${index + 1}A`);

const full: Basket = {
  products: { [id('p')]: 2 },
  seatTypes: { [id('e')]: Object.fromEntries(seats.map((seat) => [seat, id('t')])) },
  promoCode: 'ОСЕНЬ 10',
  held: [
    { eventId: id('e'), seats, quantities: {}, until: 1 },
    { eventId: id('f'), seats: [], quantities: { [id('t')]: 3 }, until: 2 },
  ],
  missed: [{ eventId: id('e'), taken: ['U-1A'], instead: ['U-2A'], gone: 0 }],
  nonce: 'nonce-1234',
  placed: { nonce: 'nonce-0123', orderId: id('o') },
  paying: { orderId: id('o'), paymentId: id('p') },
};

/** Letters that cannot be packed well, the same in every run. */
const noise = (length: number, seed: number) =>
  Array.from({ length }, (_, index) =>
    (((seed + 1) * 7919 + index * 104729 * (seed + 3)) % 1_679_616).toString(36),
  )
    .join('')
    .slice(0, length);

describe('what the basket remembers', () => {
  it('comes back from the cookie as it was', () => {
    expect(readBasket(packBasket(full))).toEqual(full);
  });

  it('is a cookie of letters that every browser takes', () => {
    expect(packBasket(full)).toMatch(/^[\w-]{1,3500}$/);
  });

  it('forgets the places seen last, then the types, rather than outgrow a cookie', () => {
    const held = Array.from({ length: 20 }, (_, event) => ({
      eventId: noise(24, event),
      seats: Array.from({ length: 60 }, (_none, seat) => noise(20, event * 100 + seat)),
      quantities: {},
      until: 0,
    }));
    const packed = packBasket({ ...full, held });
    expect(packed.length).toBeLessThanOrEqual(3_500);
    expect(readBasket(packed)).toEqual({ ...full, held: [] });
  });

  it.each([
    '',
    'x',
    '!!',
    Buffer.from('{"products":1}').toString('base64url'),
    deflateRawSync('{"a":1}').toString('base64url'),
  ])('is empty when the cookie is not ours: %p', (text) => {
    expect(readBasket(text)).toEqual(emptyBasket);
  });

  it('loses a value that is none of ours, and nothing else', () => {
    const spoilt = {
      ...full,
      products: { ...full.products, 'A!': 1, [id('q')]: 1.5 },
      seatTypes: {
        ...full.seatTypes,
        'A!': { A1: id('t') },
        [id('g')]: { A1: 'no type', ['x'.repeat(30)]: id('t') },
      },
      held: [...full.held, { eventId: '!', seats: [], quantities: {}, until: 0 }],
    };
    expect(readBasket(packBasket(spoilt))).toEqual(full);
    expect(readBasket(packBasket({ ...full, nonce: '!' }))).toMatchObject({ products: full.products });
  });

  it('does not unpack what would fill the memory', () => {
    const bomb = deflateRawSync(JSON.stringify({ promoCode: 'A'.repeat(1_000_000) })).toString('base64url');
    expect(readBasket(bomb)).toEqual(emptyBasket);
  });
});
