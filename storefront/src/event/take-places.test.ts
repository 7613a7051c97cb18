import { describe, expect, it } from '@jest/globals';
import { apiAt } from '@gangway/client/api';
import type { HeldHere } from './held-here.ts';
import type { Quantities } from './places-form.ts';
import { takePlaces } from './take-places.ts';

const eventId = 'eventeventev';
const form = { quantities: { adult: 2 }, isWrong: false, key: 'key' };
const holding = (quantities: Quantities, zones: string[] = []): HeldHere => ({
  ...{ quantities, counts: [], zones, seats: [], expiresAt: null },
});
/** What is held when it is asked for the first time, and the times after. */
const told = (...answers: (HeldHere | undefined)[]) => {
  const left = [...answers];
  return () => Promise.resolve(left.length > 1 ? left.shift() : left[0]);
};

/** An API that notes what it is asked, and answers a lock with `status`. */
function shop(status = 200) {
  const asked: [string, unknown][] = [];
  const keys: (string | null)[] = [];
  const api = apiAt({
    base: 'http://cms',
    fetch: async (request: Request) => {
      const what = new URL(request.url).pathname.split('/').at(-1) ?? '';
      asked.push([what, await request.json()]);
      if (what === 'lock') keys.push(request.headers.get('idempotency-key'));
      const refusal = { data: null, error: { code: 'SOLD_OUT', message: '', status, details: { left: 1 } } };
      return what === 'lock' && status !== 200
        ? Response.json(refusal, { status })
        : Response.json({ data: {} });
    },
  });
  return { api, asked, keys };
}

describe('what a form of places does', () => {
  it('takes what is asked for, and two presses of the button are one wish', async () => {
    const { api, asked, keys } = shop();
    const holdings = () => told(holding({}), holding({ adult: 2 }));
    expect(await takePlaces({ api, eventId, form, holdings: holdings() })).toBeUndefined();
    await takePlaces({ api, eventId, form, holdings: holdings() });
    expect(asked[0]).toEqual(['lock', { quantities: { adult: 2 } }]);
    expect(new Set(keys).size).toBe(1);
    const other = { ...form, quantities: { adult: 3 } };
    await takePlaces({
      api,
      eventId,
      form: other,
      holdings: told(holding({ adult: 2 }), holding({ adult: 3 })),
    });
    expect(new Set(keys).size).toBe(2);
  });

  it('takes what is missing first, then lets go what is too much', async () => {
    const { api, asked } = shop();
    const holdings = told(holding({ adult: 1, child: 2 }), holding({ adult: 2, child: 2 }));
    await takePlaces({ api, eventId, form, holdings });
    expect(asked).toEqual([
      ['lock', { quantities: { adult: 1 } }],
      ['unlock', { quantities: { child: 2 } }],
    ]);
  });

  it('keeps everything as it was when the house refuses', async () => {
    const { api, asked } = shop(409);
    const holdings = told(holding({ child: 2 }));
    expect(await takePlaces({ api, eventId, form, holdings })).toEqual({ code: 'SOLD_OUT', count: 1 });
    expect(asked.map(([what]) => what)).toEqual(['lock']);
  });

  it('takes places that were let go since the same form was sent', async () => {
    const { api, asked, keys } = shop();
    await takePlaces({ api, eventId, form, holdings: told(holding({})) });
    expect(asked.map(([what]) => what)).toEqual(['lock', 'lock']);
    expect(keys.at(-1)).toBeNull();
  });

  it('begins anew where nobody can say what is held, or it is in another zone', async () => {
    for (const held of [undefined, holding({ adult: 1 }, ['bow'])]) {
      const { api, asked } = shop();
      const holdings = told(held, holding({ adult: 2 }, ['stern']));
      await takePlaces({ api, eventId, form: { ...form, zone: 'stern' }, holdings });
      expect(asked).toEqual([
        ['unlock', {}],
        ['lock', { quantities: { adult: 2 }, zone: 'stern' }],
      ]);
    }
  });
});
