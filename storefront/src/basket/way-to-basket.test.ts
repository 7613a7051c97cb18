import type { Api } from '@gangway/client/api';
import type { CookieName, Visitor } from '../../server/visitor-cookies.ts';
import { type Basket, emptyBasket, packBasket } from './basket-cookie.ts';
import { finishBasket, leadsToBasket } from './way-to-basket.ts';

const orderId = 'o3f0q8v1m2n4b6c7d9e1g5h8';
const eventId = 'k3f0q8v1m2n4b6c7d9e1g5h8';
const product = 'p3f0q8v1m2n4b6c7d9e1g5h8';
const ordered: Basket = { ...emptyBasket, placed: { nonce: 'nonce-0123', orderId } };

const ticket = { kind: 'admission', eventId, seatCode: '1A', zone: null, ticketTypeId: null, quantity: 1 };
const held = { data: { data: { lines: [ticket], expiresAt: '2026-12-01T10:00:00Z' } } };
const nothing = { error: { error: { code: 'EMPTY_ORDER', message: '', status: 422 } } };

/** A browser with this basket; cms answers what the session holds, undefined: it is away. */
function browser({ basket, holds, session }: { basket: Basket; holds?: object; session?: string }) {
  const visitor: Visitor = { session: session ?? 'the-session', orders: {}, basket: packBasket(basket) };
  const kept: CookieName[] = [];
  const asked = { times: 0 };
  const POST = () => {
    asked.times += 1;
    return holds ? Promise.resolve({ ...holds, response: { status: 200 } }) : Promise.reject(new Error());
  };
  return {
    ...{ visitor, kept, asked, api: { POST } as unknown as Api },
    keep: ({ name }: { name: CookieName }) => void kept.push(name),
  };
}

/** The order page has been looked at. */
function after(order: { status?: string; paidAt?: string | null; id?: string }, holds?: object) {
  const one = browser({ basket: ordered, ...(holds && { holds }) });
  const seen = { id: orderId, status: 'PAID', paidAt: '2026-12-01T10:00:00Z', ...order };
  finishBasket(one, seen as Parameters<typeof finishBasket>[1]);
  return one;
}

describe('the way to the basket', () => {
  it('is not there before anybody took a place', async () => {
    const one = browser({ basket: emptyBasket });
    expect(await leadsToBasket({ ...one, visitor: { orders: {} } })).toBe(false);
  });

  it.each([
    ['places are chosen', emptyBasket],
    ['the order waits to be paid', ordered],
  ])('is there while %s, and cms is not asked', async (_what, basket) => {
    const one = browser({ basket, holds: nothing });
    expect([await leadsToBasket(one), one.asked.times]).toEqual([true, 0]);
  });

  it.each([
    ['paid', {}],
    ['given back', { status: 'REFUNDED' }],
    ['cancelled', { status: 'CANCELLED', paidAt: null }],
  ])('goes once its order is %s and nothing is held', async (_what, order) => {
    const one = after(order, nothing);
    expect(await leadsToBasket(one)).toBe(false);
    expect(one.kept).toEqual(['basket']);
    finishBasket(one, { id: orderId, status: 'PAID', paidAt: '2026-12-01T10:00:00Z' });
    expect(one.kept).toEqual(['basket']);
  });

  it.each([
    ['the time of the order is over', { status: 'EXPIRED', paidAt: null }],
    ['another order was looked at', { id: product }],
  ])('stays when %s', async (_what, order) => {
    expect(await leadsToBasket(after(order, nothing))).toBe(true);
  });

  it('stays while something is held, and while cms cannot say', async () => {
    expect(await leadsToBasket(after({}, held))).toBe(true);
    expect(await leadsToBasket(after({}))).toBe(true);
  });

  it.each([
    ['a product is in it', { products: { [product]: 1 } }],
    ['lost places can be taken again', { held: [{ eventId, seats: ['1A'], quantities: {}, until: 1 }] }],
  ])('comes back when %s', async (_what, more) => {
    const finished = { nonce: 'nonce-0123', orderId, finished: true as const };
    const one = browser({ basket: { ...emptyBasket, ...more, placed: finished }, holds: nothing });
    expect(await leadsToBasket(one)).toBe(true);
  });

  it('is there when cms is silent: no page waits long for this one link', async () => {
    const one = after({}, nothing);
    const api = { POST: () => new Promise(() => undefined) } as unknown as Api;
    expect(await leadsToBasket({ ...one, api }, { patience: 1 })).toBe(true);
  });
});
