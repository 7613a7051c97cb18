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

/** An API that says yes, and the keys it was asked with. */
function agreeing() {
  const keys: (string | undefined)[] = [];
  const POST = (_path: string, { headers }: { headers?: Record<string, string> }) => {
    keys.push(headers?.['idempotency-key']);
    return Promise.resolve({ data: { data: {} }, response: { status: 200 } });
  };
  return { api: { POST } as unknown as Api, keys };
}

describe('a button of the checkout', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'nothing'])(
    'does nothing by a name that is none: %s',
    async (deed) => {
      const { api } = agreeing();
      expect(await doDeed({ api, basket: typed, sent: sentWith([['deed', deed]]) })).toEqual(typed);
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
});

describe('ticket types of a form', () => {
  it('are those of the seats that are held; others are forgotten', async () => {
    const sent = sentWith(Object.entries({ [`type:${event}:A1`]: type, [`type:${event}:Z9`]: type }));
    const held = [{ eventId: event, seats: ['A1'], quantities: {}, until: 0 }];
    const basket = await doDeed({ ...agreeing(), basket: { ...emptyBasket, held }, sent });
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
