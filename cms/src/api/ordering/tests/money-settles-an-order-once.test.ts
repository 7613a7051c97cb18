import { clock } from '@gangway/kit';
import { buildHall, type Hall } from '../../seating/tests/hall.ts';
import {
  admissions,
  asBuyer,
  balances,
  begin,
  eventually,
  history,
  messages,
  notice,
  order,
  orderRow,
  payAt,
  payments,
  seats,
  until,
} from './purchase.ts';

const house: { hall?: Hall } = {};
const hall = (): Hall => house.hall as Hall;

beforeAll(async () => {
  house.hall = await buildHall();
});

afterEach(() => clock.reset());

const isPaid = ({ state }: { state: string }) => state === 'PAID';

describe('the money of an order', () => {
  it('makes it PAID with its places sold, its tickets, and one confirmation, whatever is told twice', async () => {
    const bought = await order(await hall().numbered(), { seats: ['1A', '1B'] });
    const externalId = await begin(bought);
    await payAt(externalId, 8);
    const row = await until(bought, isPaid);
    await Promise.all([notice(externalId), notice(externalId)]);
    expect(row.paid_at).not.toBeNull();
    expect(await seats(bought)).toEqual({ '1A': 'sold', '1B': 'sold' });
    expect(await admissions(bought)).toMatchObject([
      { seat_code: '1A', state: 'issued' },
      { seat_code: '1B', state: 'issued' },
    ]);
    expect((await history(bought)).filter((what) => what === 'order.paid')).toHaveLength(1);
    expect((await messages(bought)).filter((name) => name === 'order.confirmed')).toHaveLength(1);
    const paid = Object.values(await balances(bought));
    expect(paid.sort((left, right) => left - right)).toEqual([-bought.total.amount, bought.total.amount]);
  });

  it('gives every ticket a code of its own that is signed', async () => {
    const eventId = await hall().general();
    const bought = await order(eventId, { quantities: { [hall().adult.documentId]: 2, [hall().infant]: 1 } });
    await payAt(await begin(bought));
    await until(bought, isPaid);
    const rows = await strapi.db.connection('admissions').where({ order_id: bought.id });
    expect(new Set(rows.map(({ code }) => code)).size).toBe(3);
    expect(new Set(rows.map(({ serial }) => serial)).size).toBe(3);
    for (const { code, key_id: keyId } of rows) {
      expect(code).toMatch(/^[0-9A-Z]{152}$/);
      expect(keyId).toMatch(/^\d{4}Q[1-4]-[0-9a-f]{4}$/);
    }
  });

  it('comes back in full when the order is paid already, and the tickets stay', async () => {
    const bought = await order(await hall().numbered(), { seats: ['1A'] });
    const [first, second] = [await begin(bought), await begin(bought, 'fake:other')];
    expect(first).not.toBe(second);
    await payAt(first);
    await until(bought, isPaid);
    await payAt(second);
    const both = await eventually(
      () => payments(bought),
      (all) => all.some(({ refunded }) => refunded.amount === bought.total.amount),
    );
    expect(both.map(({ refunded }) => refunded.amount).sort()).toEqual([0, bought.total.amount]);
    expect((await orderRow(bought.id)).state).toBe('PAID');
    expect(await admissions(bought)).toMatchObject([{ state: 'issued' }]);
    expect(await messages(bought)).toContain('order.payment-returned');
  });

  it('begins with more time for the places, never past their longest life', async () => {
    const bought = await order(await hall().numbered(), { seats: ['2A'] });
    const before = await orderRow(bought.id);
    await begin(bought);
    const after = await orderRow(bought.id);
    expect(Number(after.expires_at)).toBeGreaterThanOrEqual(Number(before.expires_at));
    const { max_expires_at: longest } = await strapi.db
      .connection('orders')
      .where({ document_id: bought.id })
      .first();
    expect(Number(after.expires_at)).toBeLessThanOrEqual(Number(longest));
  });

  it('and a cancellation at the same moment never leave money without tickets', async () => {
    const orders = await Promise.all(
      ['1C', '1D', '1E', '1F'].map(async (seat) => order(await hall().numbered(), { seats: [seat] })),
    );
    for (const bought of orders) {
      const externalId = await begin(bought);
      await Promise.all([asBuyer(bought, { path: 'cancel' }), payAt(externalId, 2)]);
      const row = await until(bought, ({ state }) => state === 'CANCELLED');
      const [payment] = await eventually(
        () => payments(bought),
        ([one]) => one?.refunds[0]?.state === 'succeeded',
      );
      expect([row.state, payment?.refunded]).toEqual(['CANCELLED', bought.total]);
      expect((await admissions(bought)).filter(({ state }) => state !== 'voided')).toEqual([]);
      expect(await balances(bought)).toEqual({});
      expect(await seats(bought)).toEqual({});
    }
  });
});
