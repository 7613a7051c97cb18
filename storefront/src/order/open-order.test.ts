import type { Visitor } from '../../server/visitor-cookies.ts';
import { personHeaders } from '../../server/person-headers.ts';
import { forgetTokens, keepPrivate, openOrder, swapToken } from './open-order.ts';

const id = 'k3f0q8v1m2n4b6c7d9e1g5h8';
const good = 'good-token-of-the-order';

const another = 'p2s4u6w8y0a1c3e5g7i9k1m3';
const account = 'token.of.the.account';
const openers = [`Bearer ${good}`, `Bearer ${account}`];

/** The API opens the order by the session, by the token or by the account; whoever is away opens nothing. */
function browserOf(visitor: Visitor, isAway = false) {
  const kept: (string | undefined)[] = [];
  const GET = (_: string, { headers = {} }: { headers?: Record<string, string> } = {}) => {
    const { Prefer: prefer } = headers;
    const { authorization = '' } = personHeaders({ visitor, path: `/api/orders/${id}` });
    const isOpen = !isAway && (visitor.session !== undefined || openers.includes(authorization));
    const refusal = isAway ? { code: 'UNAVAILABLE', status: 503 } : { code: 'NOT_FOUND', status: 404 };
    const said = isOpen ? { data: { data: { id } } } : { error: { error: refusal } };
    const applied: HeadersInit = prefer ? { 'preference-applied': prefer } : {};
    const answer = { status: isOpen ? 200 : refusal.status, headers: applied };
    return Promise.resolve({ ...said, response: new Response(null, answer) });
  };
  const locals = {
    api: { GET } as unknown as App.Locals['api'],
    visitor,
    keep: ({ value }: { value?: string }) => void kept.push(value),
  };
  return { kept, locals, visitor };
}

function arriving(token: string, known: Partial<Visitor> = {}) {
  const { kept, locals, visitor } = browserOf({ session: 'session-of-the-buyer', orders: {}, ...known });
  const url = new URL(`https://shop.example/ru/orders/${id}?accessToken=${token}`);
  return { visitor, kept, come: () => swapToken({ url, id, locals }) };
}

describe('the page of an order', () => {
  it('tells its address to nobody else, and is kept by no browser', () => {
    const headers = new Headers();
    keepPrivate({ headers });
    expect([...headers]).toEqual([
      ['cache-control', 'private, no-store'],
      ['referrer-policy', 'same-origin'],
    ]);
  });
});

describe('the link of a letter', () => {
  it('leaves its token in the cookie and the address clean', async () => {
    const { kept, come } = arriving(good);
    expect((await come())?.headers.get('location')).toBe(`/ru/orders/${id}`);
    expect(kept).toEqual([`${id}:${good}`]);
  });

  it('that is broken does not take the place of a good token, though the session opens the order', async () => {
    const { kept, come, visitor } = arriving('broken-token', { orders: { [id]: good } });
    expect((await come())?.status).toBe(303);
    expect(kept).toEqual([]);
    expect(visitor).toEqual({ session: 'session-of-the-buyer', orders: { [id]: good } });
  });

  it('that is broken does not take the place of a good token, though the account opens the order', async () => {
    const known = { session: undefined, account, orders: { [id]: good } };
    const { kept, come, visitor } = arriving('broken-token', known);
    expect((await come())?.status).toBe(303);
    expect(kept).toEqual([]);
    expect(visitor).toEqual(known);
  });
});

describe('an order', () => {
  it('is opened by the account when its link was replaced by a newer, and that link is forgotten', async () => {
    const { kept, locals } = browserOf({ account, orders: { [id]: 'replaced-token', [another]: good } });
    expect((await openOrder(locals, id)).order).toEqual({ id });
    expect(locals.visitor.orders).toEqual({ [another]: good });
    expect(kept).toEqual([`${another}:${good}`]);
  });

  it('is waited for by a browser that would rather not ask again, and says so', async () => {
    const { locals } = browserOf({ orders: { [id]: good } });
    expect(await openOrder(locals, id, 'wait=20')).toEqual({ order: { id }, applied: 'wait=20' });
    expect((await openOrder(locals, id, null)).applied).toBeUndefined();
  });

  it('is not there for who has a replaced link alone', async () => {
    const { kept, locals } = browserOf({ orders: { [id]: 'replaced-token' } });
    expect((await openOrder(locals, id)).error?.status).toBe(404);
    expect(kept).toEqual([]);
  });

  it('keeps its link while cms is away', async () => {
    const { kept, locals } = browserOf({ account, orders: { [id]: good } }, true);
    expect((await openOrder(locals, id)).error?.status).toBe(503);
    expect([kept, locals.visitor.orders]).toEqual([[], { [id]: good }]);
  });

  it('that the account lists needs no link, and the cookie goes with the last one', () => {
    const { kept, locals } = browserOf({ account, orders: { [id]: good } });
    forgetTokens(locals, [another]);
    expect(kept).toEqual([]);
    forgetTokens(locals, [another, id]);
    expect([kept, locals.visitor.orders]).toEqual([[undefined], {}]);
  });
});
