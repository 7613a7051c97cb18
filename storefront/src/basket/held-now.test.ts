import type { Api } from '@gangway/client/api';
import { heldNow } from './held-now.ts';

const refusal = (code: string, details: object = {}) => ({
  error: { data: null, error: { code, message: code, status: 409, details } },
  response: { status: 409 },
});

const quoteOf = (eventId: string) => ({
  data: {
    data: {
      expiresAt: null,
      lines: [{ kind: 'admission', eventId, seatCode: 'A1', zone: null, ticketTypeId: 'adult', quantity: 1 }],
    },
  },
  response: { status: 200 },
});

/** An API for a session with a place at each of these departures, all of different sellers. */
function holding(...events: string[]): Api {
  const holds = events.map((eventId) => ({ holdId: eventId, eventId, sellerId: eventId }));
  const POST = (_path: string, { body }: { body: { holdIds?: string[] } }) => {
    const [first, ...others] = body.holdIds ?? events;
    if (first === undefined) return Promise.resolve(refusal('EMPTY_ORDER'));
    return Promise.resolve(others.length > 0 ? refusal('SEVERAL_SELLERS', { holds }) : quoteOf(first));
  };
  return { POST } as unknown as Api;
}

describe('what a session holds', () => {
  it.each([[[]], [['one']], [['one', 'two']]])('is read whoever sells it: %p', async (events) => {
    const { data } = await heldNow(holding(...events));
    expect(data?.map(({ eventId }) => eventId)).toEqual(events);
  });

  it('is unknown while nobody answers', async () => {
    const POST = () => Promise.resolve(refusal('RATE_LIMITED'));
    expect(await heldNow({ POST } as unknown as Api)).toMatchObject({ error: { code: 'RATE_LIMITED' } });
  });
});
