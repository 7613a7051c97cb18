import type { Api } from '@gangway/client/api';
import { type Basket, emptyBasket } from '../basket/basket-cookie.ts';
import { readSent } from './checkout-form.ts';
import { doDeed, withoutStrangeTypes } from './deeds.ts';

const event = 'k3f0q8v1m2n4b6c7d9e1g5h8';
const type = 't1t2t3t4t5t6t7t8t9t0t1t2';
const typed: Basket = { ...emptyBasket, seatTypes: { [event]: { A1: type } } };

function sentWith(fields: Iterable<[string, string]>) {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return readSent(data);
}

/** An API that says yes, and what it was asked. */
function agreeing() {
  const keys: (string | undefined)[] = [];
  const bodies: unknown[] = [];
  const POST = (_path: string, { headers, body }: { headers?: Record<string, string>; body: unknown }) => {
    keys.push(headers?.['idempotency-key']);
    bodies.push(body);
    return Promise.resolve({ data: { data: {} }, response: { status: 200 } });
  };
  return { api: { POST } as unknown as Api, keys, bodies };
}

const soldOut = { code: 'SOLD_OUT', message: 'There are not that many places left.', status: 409 };

/** An API that refuses places; an empty basket is none of its refusals. */
function refusing(error: object): Api {
  const empty = { code: 'EMPTY_ORDER', message: '', status: 422 };
  const POST = (path: string) =>
    Promise.resolve({ error: { error: path === '/api/quotes' ? empty : error }, response: { status: 409 } });
  return { POST } as unknown as Api;
}

describe('a button of the checkout', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'nothing'])(
    'does nothing by a name that is none: %s',
    async (deed) => {
      const { api } = agreeing();
      expect(await doDeed({ api, basket: typed, sent: sentWith([['deed', deed]]) })).toEqual({
        basket: typed,
      });
    },
  );

  it.each(['add-ticket', 'remove-ticket'])(
    '%s acts once for one page, and again for the next',
    async (name) => {
      const { api, keys } = agreeing();
      for (const page of ['first', 'first', 'second']) {
        const sent = sentWith(Object.entries({ deed: `${name}:${event}:${type}`, page }));
        await doDeed({ api, basket: emptyBasket, sent });
      }
      const [first, reloaded, next] = keys;
      expect(first).toMatch(/^[\w-]{43}$/);
      expect(reloaded).toBe(first);
      expect(next).not.toBe(first);
    },
  );

  it.each(['add-ticket', 'remove-ticket'])('%s is about the zone of its row', async (name) => {
    const { api, bodies } = agreeing();
    for (const zone of [':bow', ':bow:port', ''])
      await doDeed({
        ...{ api, basket: emptyBasket },
        sent: sentWith([['deed', `${name}:${event}:${type}${zone}`]]),
      });
    const quantities = { [type]: 1 };
    expect(bodies).toEqual([{ quantities, zone: 'bow' }, { quantities, zone: 'bow:port' }, { quantities }]);
  });

  it('says why one ticket more cannot be had', async () => {
    const sent = sentWith([['deed', `add-ticket:${event}:${type}`]]);
    expect(await doDeed({ api: refusing(soldOut), basket: emptyBasket, sent })).toEqual({
      ...{ basket: emptyBasket, refusal: soldOut },
    });
  });

  it('says why places cannot be taken again, and does not forget them', async () => {
    const held = [{ eventId: event, seats: ['A1'], quantities: {}, until: 0 }];
    const refusal = { ...soldOut, code: 'TOO_MANY_HOLDS' };
    const sent = sentWith([['deed', 'again']]);
    expect(await doDeed({ api: refusing(refusal), basket: { ...emptyBasket, held }, sent })).toEqual({
      ...{ basket: { ...emptyBasket, held }, refusal },
    });
  });
});

describe('ticket types of a form', () => {
  it('are those of the seats that are held; others are forgotten', async () => {
    const sent = sentWith(Object.entries({ [`type:${event}:A1`]: type, [`type:${event}:Z9`]: type }));
    const held = [{ eventId: event, seats: ['A1'], quantities: {}, until: 0 }];
    const { basket } = await doDeed({ ...agreeing(), basket: { ...emptyBasket, held }, sent });
    expect(withoutStrangeTypes({ before: emptyBasket, basket }).seatTypes).toEqual({ [event]: { A1: type } });
  });

  it('that were chosen before stay', () => {
    expect(withoutStrangeTypes({ before: typed, basket: typed }).seatTypes).toEqual(typed.seatTypes);
  });

  it('are no more than a basket can have, however many are sent', () => {
    const many = Array.from({ length: 5_000 }, (_, index): [string, string] => [
      `type:${event}:${index}`,
      type,
    ]);
    expect(sentWith(many).types).toHaveLength(400);
  });
});
