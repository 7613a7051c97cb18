import { clock } from '@gangway/kit';
import { jobsOf } from '@gangway/jobs/contract';
import { ask, json } from '../../../frame/tests/caller.ts';
import { buildHall, type Hall } from '../../seating/tests/hall.ts';
import { startOf } from './departures.ts';
import {
  admissions,
  begin,
  type Bought,
  eventually,
  moveTo,
  order,
  orderRow,
  payAt,
  payments,
  seats,
  until,
} from './purchase.ts';

const minute = 60_000;
const house: { hall?: Hall } = {};
const hall = (): Hall => house.hall as Hall;

beforeAll(async () => {
  house.hall = await buildHall();
});

afterEach(() => clock.reset());

/** An order of the last minutes: tickets are sold until the departure leaves. */
async function lastMinute({ before = 2 } = {}) {
  const eventId = await hall().numbered();
  const start = await startOf(eventId);
  moveTo(start - before * minute);
  return { eventId, start, bought: await order(eventId, { seats: ['1A'] }) };
}

const refusal = async ({ id, accessToken }: Bought) => {
  const { status, body } = await ask(
    '/api/payments',
    json('POST', { orderId: id, method: 'fake', accessToken }),
  );
  return [status, body.error?.code];
};
const endOf = async ({ id }: Bought) => Number((await orderRow(id)).expires_at);
const put = (eventId: string, fields: object) =>
  strapi.db.connection('events').where({ document_id: eventId }).update(fields);

describe('an order of the last minutes', () => {
  it('lasts until its departure leaves, prolonged by a payment or not', async () => {
    const { start, bought } = await lastMinute();
    expect(Date.parse(bought.expiresAt ?? '')).toBe(start);
    await begin(bought);
    expect(await endOf(bought)).toBe(start);
  });

  it('can be paid until then', async () => {
    const { start, bought } = await lastMinute();
    moveTo(start - minute);
    await payAt(await begin(bought));
    await until(bought, ({ state }) => state === 'PAID');
    expect(await admissions(bought)).toMatchObject([{ state: 'issued' }]);
  });

  it('cannot be paid any more once it has left', async () => {
    const { start, bought } = await lastMinute();
    moveTo(start);
    expect(await refusal(bought)).toEqual([409, 'NOT_PAYABLE']);
  });

  it('that was paid after the departure gets its money back', async () => {
    const { start, bought } = await lastMinute();
    const externalId = await begin(bought);
    moveTo(start + 50 * minute);
    await payAt(externalId);
    const [payment] = await eventually(
      () => payments(bought),
      ([one]) => one?.refunds[0]?.state === 'succeeded',
    );
    expect(payment?.refunds[0]?.reason).toBe('DEPARTED');
    expect((await orderRow(bought.id)).state).toBe('EXPIRED');
    expect(await seats(bought)).toEqual({});
    expect(await admissions(bought)).toEqual([]);
  });
});

describe('a departure that moves after the order', () => {
  it('later gives the payment its time', async () => {
    const { eventId, start, bought } = await lastMinute();
    await put(eventId, { delay_minutes: 40 });
    const externalId = await begin(bought);
    expect(await endOf(bought)).toBe(start + 40 * minute);
    moveTo(start + 30 * minute);
    await jobsOf(strapi).sweepNow();
    await payAt(externalId);
    await until(bought, ({ state }) => state === 'PAID');
  });

  it('earlier ends it then', async () => {
    const { eventId, start, bought } = await lastMinute({ before: 30 });
    const sooner = start - 20 * minute;
    await put(eventId, { start_at: new Date(sooner) });
    expect(await endOf(bought)).toBeGreaterThan(sooner);
    await begin(bought);
    expect(await endOf(bought)).toBe(sooner);
    moveTo(sooner);
    expect(await refusal(bought)).toEqual([409, 'NOT_PAYABLE']);
  });
});
