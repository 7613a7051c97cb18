import { websiteShop } from './shop.ts';

const held = {
  ...{ holdId: 'h1', expiresAt: '2026-11-20T10:15:00Z', seats: [], quantities: { adult: 3 } },
  counts: [{ ticketTypeId: 'adult', zone: 'bow', quantity: 3 }],
};

describe('the website’s doors', () => {
  const before = globalThis.fetch;
  const asked: { url: string; body: unknown }[] = [];
  const shop = websiteShop({ eventId: 'e1', locale: 'en', checkout: '/' });
  let said: object = held;

  beforeEach(() => {
    asked.length = 0;
    globalThis.fetch = ((url: string, { body }: { body: string }) => {
      asked.push({ url, body: JSON.parse(body) as unknown });
      return Promise.resolve(Response.json({ data: said }));
    }) as typeof fetch;
  });

  afterAll(() => {
    globalThis.fetch = before;
  });

  it('are told the zone of tickets without a number, taken or let go', async () => {
    const wanted = { quantities: { adult: 1 }, zone: 'bow' };
    expect(await shop.take(wanted)).toEqual({
      ok: true,
      value: { expiresAt: held.expiresAt, seats: [], counts: held.counts },
    });
    await shop.letGo(wanted);
    expect(asked).toEqual([
      { url: '/api/events/e1/seats/lock?locale=en', body: wanted },
      { url: '/api/events/e1/seats/unlock?locale=en', body: wanted },
    ]);
  });

  it('say that nothing is held any more', async () => {
    said = { holdId: null, expiresAt: null, seats: [], quantities: {}, counts: [] };
    expect(await shop.letGo({ seats: ['1A'] })).toEqual({ ok: true, value: undefined });
  });
});
