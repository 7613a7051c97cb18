import { describe, expect, it } from '@jest/globals';
import { apiAt } from '@gangway/client/api';
import type { HeldHere } from './held-here.ts';
import { takePlaces } from './take-places.ts';

const eventId = 'eventeventev';
const form = { quantities: { adult: 2 }, isWrong: false, key: 'key' };
const nothing: HeldHere = { quantities: {}, seats: [], zones: [], expiresAt: null };

/** An API that notes what it is asked, and answers a lock with `status`. */
function shop(status = 200) {
  const asked: [string, unknown, string | null][] = [];
  const api = apiAt({
    base: 'http://cms',
    fetch: async (request: Request) => {
      const what = new URL(request.url).pathname.split('/').at(-1) ?? '';
      asked.push([what, await request.json(), request.headers.get('idempotency-key')]);
      const refusal = { data: null, error: { code: 'SOLD_OUT', message: '', status, details: { left: 1 } } };
      return Response.json(what === 'lock' && status !== 200 ? refusal : { data: {} }, {
        status: what === 'lock' ? status : 200,
      });
    },
  });
  return { api, asked };
}

describe('what a form of places does', () => {
  it('takes what is asked for, under the key of the form', async () => {
    const { api, asked } = shop();
    expect(await takePlaces({ api, eventId, form, held: nothing })).toBeUndefined();
    expect(asked).toEqual([['lock', { quantities: { adult: 2 } }, 'key']]);
  });

  it('takes what is missing first, then lets go what is too much', async () => {
    const { api, asked } = shop();
    const held = { ...nothing, quantities: { adult: 1, child: 2 } };
    await takePlaces({ api, eventId, form, held });
    expect(asked).toEqual([
      ['lock', { quantities: { adult: 1 } }, 'key'],
      ['unlock', { quantities: { child: 2 } }, null],
    ]);
  });

  it('keeps everything as it was when the house refuses', async () => {
    const { api, asked } = shop(409);
    const held = { ...nothing, quantities: { child: 2 } };
    expect(await takePlaces({ api, eventId, form, held })).toEqual({ code: 'SOLD_OUT', count: 1 });
    expect(asked.map(([what]) => what)).toEqual(['lock']);
  });

  it('begins anew where nobody can say what is held, or it is in another zone', async () => {
    for (const held of [undefined, { ...nothing, quantities: { adult: 1 }, zones: ['bow'] }]) {
      const { api, asked } = shop();
      await takePlaces({ api, eventId, form: { ...form, zone: 'stern' }, held });
      expect(asked).toEqual([
        ['unlock', {}, null],
        ['lock', { quantities: { adult: 2 }, zone: 'stern' }, 'key'],
      ]);
    }
  });
});
