import type { Visitor } from '../../server/visitor-cookies.ts';
import { swapToken } from './open-order.ts';

const id = 'k3f0q8v1m2n4b6c7d9e1g5h8';
const good = 'good-token-of-the-order';

/** A browser whose session opens the order, as the API does: by the session or by the token. */
function arriving(token: string, orders: Record<string, string> = {}) {
  const visitor: Visitor = { session: 'session-of-the-buyer', orders };
  const kept: (string | undefined)[] = [];
  const GET = () => {
    const isOpen = visitor.session !== undefined || visitor.orders[id] === good;
    const said = isOpen
      ? { data: { data: { id } } }
      : { error: { error: { code: 'NOT_FOUND', status: 404 } } };
    return Promise.resolve({ ...said, response: { status: isOpen ? 200 : 404 } });
  };
  const locals = {
    api: { GET } as unknown as App.Locals['api'],
    visitor,
    keep: ({ value }: { value?: string }) => void kept.push(value),
  };
  const url = new URL(`https://shop.example/ru/orders/${id}?accessToken=${token}`);
  return { visitor, kept, come: () => swapToken({ url, id, locals }) };
}

describe('the link of a letter', () => {
  it('leaves its token in the cookie and the address clean', async () => {
    const { kept, come } = arriving(good);
    expect((await come())?.headers.get('location')).toBe(`/ru/orders/${id}`);
    expect(kept).toEqual([`${id}:${good}`]);
  });

  it('that is broken does not take the place of a good token, though the session opens the order', async () => {
    const { kept, come, visitor } = arriving('broken-token', { [id]: good });
    expect((await come())?.status).toBe(303);
    expect(kept).toEqual([]);
    expect(visitor).toEqual({ session: 'session-of-the-buyer', orders: { [id]: good } });
  });
});
