import type { Api } from '@gangway/client/api';
import { takeAgain } from './take-again.ts';

type Answer = { status: number; body: object };
type Asked = { path: string; body: { seats?: string[]; quantities?: object; count?: number } };

const refusal = (code: string, details: object = {}) => ({
  status: 409,
  body: { data: null, error: { code, message: code, status: 409, details } },
});
const best = (seats: string[]) => ({ status: 200, body: { data: { holdId: 'h', seats, quantities: {} } } });
const held = { eventId: 'one', seats: ['A1', 'A2'], quantities: {}, until: 0 };

/** An API that answers in this order, and what it was asked. */
function answering(...answers: Answer[]) {
  const asked: Asked[] = [];
  const POST = (path: string, { body }: { body: Asked['body'] }) => {
    const { status, body: said } = answers[asked.length] ?? refusal('UNEXPECTED');
    asked.push({ path: path.split('/').at(-1) ?? '', body });
    const isGood = status < 400;
    return Promise.resolve({ ...(isGood ? { data: said } : { error: said }), response: { status } });
  };
  return { api: { POST } as unknown as Api, asked };
}

describe('taking places again', () => {
  it('takes the same ones and has nothing to say', async () => {
    const { api, asked } = answering(best(['A1', 'A2']));
    expect(await takeAgain(api, [held])).toEqual({ missed: [], failed: [] });
    expect(asked).toEqual([{ path: 'lock', body: { seats: ['A1', 'A2'] } }]);
  });

  it('keeps those that are free and takes the best for the others', async () => {
    const { api } = answering(refusal('SEAT_TAKEN', { seats: ['A1'] }), best(['A2']), best(['A2', 'B7']));
    const { missed } = await takeAgain(api, [held]);
    expect(missed).toEqual([{ eventId: 'one', taken: ['A1'], instead: ['B7'], gone: 0 }]);
  });

  it('says how many are lost when nothing is free', async () => {
    const { api } = answering(refusal('SEAT_TAKEN', { seats: ['A1', 'A2'] }), refusal('SOLD_OUT'));
    const { missed } = await takeAgain(api, [held]);
    expect(missed).toEqual([{ eventId: 'one', taken: ['A1', 'A2'], instead: [], gone: 2 }]);
  });

  it('does not forget places about which nobody could be asked', async () => {
    const { api } = answering(refusal('RATE_LIMITED'));
    const { missed, failed } = await takeAgain(api, [held]);
    expect(missed).toEqual([]);
    expect(failed).toMatchObject([{ held, error: { code: 'RATE_LIMITED' } }]);
  });
});
