import type { Api } from '@gangway/client/api';
import { refusalOf, takeAgain } from './take-again.ts';

type Answer = { status: number; body: object };
type Asked = { path: string; body: { seats?: string[]; quantities?: object; count?: number } };

const refusal = (code: string, details: object = {}) => ({
  status: 409,
  body: { data: null, error: { code, message: code, status: 409, details } },
});
const best = (seats: string[]) => ({ status: 200, body: { data: { holdId: 'h', seats, quantities: {} } } });
const held = { eventId: 'one', seats: ['A1', 'A2'], quantities: {}, until: 0 };

interface Line {
  seatCode: string | null;
  ticketTypeId: string;
  quantity: number;
}

const seat = (seatCode: string): Line => ({ seatCode, ticketTypeId: 'adult', quantity: 1 });
const quoted = (lines: Line[]) =>
  lines.length === 0
    ? refusal('EMPTY_ORDER')
    : {
        status: 200,
        body: {
          data: {
            expiresAt: null,
            lines: lines.map((line) => ({ ...line, kind: 'admission', eventId: 'one', zone: null })),
          },
        },
      };

const answering = (...answers: Answer[]) => holding([], ...answers);

/** An API for a session that holds these, that answers in this order, and what it was asked. */
function holding(lines: Line[], ...answers: Answer[]) {
  const asked: Asked[] = [];
  const keys: (string | undefined)[] = [];
  const POST = (
    path: string,
    { body, headers }: { body: Asked['body']; headers?: Record<string, string> },
  ) => {
    const isQuote = path === '/api/quotes';
    const { status, body: said } = isQuote ? quoted(lines) : (answers[asked.length] ?? refusal('UNEXPECTED'));
    if (!isQuote) {
      asked.push({ path: path.split('/').at(-1) ?? '', body });
      keys.push(headers?.['idempotency-key']);
    }
    const isGood = status < 400;
    return Promise.resolve({ ...(isGood ? { data: said } : { error: said }), response: { status } });
  };
  return { api: { POST } as unknown as Api, asked, keys };
}

describe('taking places again', () => {
  it('takes the same ones and has nothing to say', async () => {
    const { api, asked } = answering(best(['A1', 'A2']));
    expect(await takeAgain({ api, places: [held], nonce: 'page' })).toEqual({ missed: [], failed: [] });
    expect(asked).toEqual([{ path: 'lock', body: { seats: ['A1', 'A2'] } }]);
  });

  it('keeps those that are free and takes the best for the others', async () => {
    const { api } = answering(refusal('SEAT_TAKEN', { seats: ['A1'] }), best(['A2']), best(['A2', 'B7']));
    const { missed } = await takeAgain({ api, places: [held], nonce: 'page' });
    expect(missed).toEqual([{ eventId: 'one', taken: ['A1'], instead: ['B7'], gone: 0 }]);
  });

  it('says how many are lost when nothing is free', async () => {
    const { api } = answering(refusal('SEAT_TAKEN', { seats: ['A1', 'A2'] }), refusal('SOLD_OUT'));
    const { missed } = await takeAgain({ api, places: [held], nonce: 'page' });
    expect(missed).toEqual([{ eventId: 'one', taken: ['A1', 'A2'], instead: [], gone: 2 }]);
  });

  it('does not forget places about which nobody could be asked', async () => {
    const { api } = answering(refusal('RATE_LIMITED'));
    const { missed, failed } = await takeAgain({ api, places: [held], nonce: 'page' });
    expect(missed).toEqual([]);
    expect(failed).toMatchObject([{ held, error: { code: 'RATE_LIMITED' } }]);
    expect(refusalOf({ missed, failed }, [held])?.code).toBe('RATE_LIMITED');
  });

  it('is refused only when nothing at all could be had', async () => {
    const { api } = answering(refusal('TOO_MANY_HOLDS'), best(['A1', 'A2']));
    const places = [held, { ...held, eventId: 'two' }];
    const taken = await takeAgain({ api, places, nonce: 'page' });
    expect(taken.failed).toHaveLength(1);
    expect(refusalOf(taken, places)).toBeUndefined();
    expect(refusalOf({ missed: [], failed: [] }, [])).toBeUndefined();
  });

  it('takes only what is missing', async () => {
    const counted = { ...held, seats: [], quantities: { adult: 3, child: 1 } };
    const lines = [
      { seatCode: null, ticketTypeId: 'adult', quantity: 1 },
      { seatCode: null, ticketTypeId: 'child', quantity: 1 },
    ];
    const { api, asked } = holding(lines, best([]));
    await takeAgain({ api, places: [counted], nonce: 'page' });
    expect(asked).toEqual([{ path: 'lock', body: { quantities: { adult: 2 } } }]);
  });

  it.each([[['A1', 'A2']], [['A2', 'B7']]])('takes nothing when as many are held: %p', async (codes) => {
    const { api, asked } = holding(codes.map(seat));
    expect(await takeAgain({ api, places: [held], nonce: 'page' })).toEqual({ missed: [], failed: [] });
    expect(asked).toEqual([]);
  });

  it('asks twice with one key when a page is sent twice, and with another from another page', async () => {
    const pressed = async (nonce: string) => {
      const { api, keys } = answering(best(['A1', 'A2']));
      await takeAgain({ api, places: [held], nonce });
      return keys;
    };
    const [first] = await pressed('page');
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(await pressed('page')).toEqual([first]);
    expect(await pressed('other')).not.toEqual([first]);
  });
});
