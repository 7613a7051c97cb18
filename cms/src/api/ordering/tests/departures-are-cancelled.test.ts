import { jobsOf } from '@gangway/jobs/contract';
import { clock } from '@gangway/kit';
import { staffMember, type StaffMember } from '../../../../tests/support/staff.ts';
import { lock } from '../../seating/tests/ask-places.ts';
import { buildHall, type Hall, newSession } from '../../seating/tests/hall.ts';
import { codeOf, departureDeed, messagesOf, reason, startOf } from './departures.ts';
import {
  admissions,
  balances,
  bank,
  begin,
  customer,
  eventually,
  order,
  orderRow,
  paid,
  payAt,
  payments,
  placed,
  requests,
  seats,
  until,
} from './purchase.ts';

const house: { hall?: Hall; manager?: StaffMember; clerk?: StaffMember } = {};
const hall = (): Hall => house.hall as Hall;
const hour = 3_600_000;

beforeAll(async () => {
  house.hall = await buildHall();
  house.manager = await staffMember({ sections: { orders: 'view', refunds: 'act' } });
  house.clerk = await staffMember({ sections: { orders: 'act' } });
});

afterEach(() => clock.reset());

const isRefunded = ({ state }: { state: string }) => state === 'REFUNDED';
const names = async (bought: { id: string }) => (await messagesOf(bought)).map(({ message }) => message);
const jobsWith = async (key: string) => {
  const { rows } = await strapi.db.connection.raw(
    'select count(*)::int as jobs from graphile_worker.jobs where key = ?',
    [key],
  );
  return rows[0].jobs as number;
};
const handled = async (eventId: string) =>
  (await strapi.db.connection('departure_cancelled_orders').where({ event_id: eventId })).map(
    ({ order_id, outcome }) => [order_id, outcome],
  );

describe('a departure with orders', () => {
  it('shows who is on it before anything happens', async () => {
    const eventId = await hall().numbered();
    const [one, open] = [
      await paid(eventId, { seats: ['1A', '1B'] }),
      await order(eventId, { seats: ['2A'] }),
    ];
    const { status, data } = await departureDeed(house.manager, eventId, { method: 'GET' });
    expect(status).toBe(200);
    expect(data.orders.map(({ id, tickets, amount }) => [id, tickets, amount.amount])).toEqual([
      [one.id, 2, one.total.amount],
      [open.id, 1, 0],
    ]);
    expect(data.totals).toMatchObject({ orders: 2, unpaid: 1, tickets: 3 });
    expect((await orderRow(one.id)).state).toBe('PAID');
  });

  it('is cancelled by one deed: money back, tickets void, places and vessel free, buyers told', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A', '1B'] });
    clock.moveTo(new Date((await startOf(eventId)) - hour));
    const { status, data } = await departureDeed(house.manager, eventId);
    expect([status, data.event.state]).toEqual([200, 'cancelled']);
    await until(bought, isRefunded);
    expect(await requests(bought)).toMatchObject([
      { state: 'succeeded', amount: bought.total.amount, reason_code: 'OPERATOR_CANCELLED', reason },
    ]);
    expect((await admissions(bought)).map(({ state }) => state)).toEqual(['voided', 'voided']);
    expect([await seats(bought), await balances(bought)]).toEqual([{}, {}]);
    expect((await names(bought)).filter((name) => name === 'order.departure-cancelled')).toHaveLength(1);
    expect(await names(bought)).toContain('order.refunded');
    expect(await names(bought)).not.toContain('order.refund-requested');
    const occupied = await strapi.db.connection('vessel_occupations').where({ subject_id: eventId });
    expect(occupied).toEqual([]);
    const [deed] = await strapi.db
      .connection('audit_log')
      .where({ subject_id: eventId, action: 'ordering.departure.cancelled' });
    expect(deed).toMatchObject({ actor_kind: 'staff' });
  });

  it('leaves the other departures of an order alone', async () => {
    const [gone, stays] = [await hall().numbered(), await hall().numbered()];
    const sessionId = newSession();
    for (const eventId of [gone, stays]) await lock(eventId, { sessionId, seats: ['1A'] });
    const both = await placed({ sessionId, customer, consents: ['offer', 'personal-data'] });
    await payAt(await begin(both));
    await until(both, ({ state }) => state === 'PAID');
    await departureDeed(house.manager, gone);
    const row = await until(both, ({ state }) => state === 'PARTIALLY_REFUNDED');
    expect(row.refunded_total).toBe(both.total.amount / 2);
    expect((await admissions(both)).map(({ state }) => state).sort()).toEqual(['issued', 'voided']);
  });

  it('ends orders that nobody paid, and their buyers hear of the departure, not of the order', async () => {
    const eventId = await hall().numbered();
    const open = await order(eventId, { seats: ['1A'] });
    await departureDeed(house.manager, eventId);
    const row = await until(open, ({ state }) => state === 'CANCELLED');
    expect(row.close_reason).toBe('DEPARTURE_CANCELLED');
    const stateOf = async (name: string) =>
      (await messagesOf(open)).find(({ message }) => message === name)?.state;
    await eventually(
      () => stateOf('order.cancelled'),
      (state) => state === 'dropped',
    );
    expect(await stateOf('order.departure-cancelled')).not.toBe('dropped');
  });

  it('is cancelled once, however many say so at the same time', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A'] });
    const answers = await Promise.all(Array.from({ length: 4 }, () => departureDeed(house.manager, eventId)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    await until(bought, isRefunded);
    expect(await requests(bought)).toHaveLength(1);
    expect(await handled(eventId)).toEqual([[bought.id, 'refunded']]);
    expect(await codeOf(departureDeed(house.manager, eventId))).toEqual([409, 'DEPARTURE_OVER']);
  });

  it('and payments that settle at the same moment never leave money behind', async () => {
    const eventIds = await Promise.all([1, 2, 3, 4].map(() => hall().numbered()));
    for (const eventId of eventIds) {
      const bought = await order(eventId, { seats: ['1A'] });
      const externalId = await begin(bought);
      await Promise.all([departureDeed(house.manager, eventId), payAt(externalId, 2)]);
      const [payment] = await eventually(
        async () => {
          await jobsOf(strapi).sweepNow();
          return payments(bought);
        },
        ([one]) => one?.refunds[0]?.state === 'succeeded',
      );
      expect(payment?.refunded).toEqual(bought.total);
      expect((await admissions(bought)).filter(({ state }) => state !== 'voided')).toEqual([]);
      expect([await seats(bought), await balances(bought)]).toEqual([{}, {}]);
    }
  });

  it('finds the orders that were paid behind its back', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A'] });
    const missed = { event_id: eventId, cancelled_at: clock.now(), staff_id: 'x', cause: 'weather', reason };
    await strapi.db.connection('events').where({ document_id: eventId }).update({ state: 'cancelled' });
    await strapi.db.connection('departure_cancellations').insert(missed);
    await jobsOf(strapi).sweepNow();
    await until(bought, isRefunded);
  });

  it('begins no refund anew that was begun', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A'] });
    const cancelled = {
      event_id: eventId,
      cancelled_at: clock.now(),
      staff_id: 'x',
      cause: 'weather',
      reason,
    };
    await strapi.db.transaction(async ({ trx }) => {
      await trx('departure_cancellations').insert(cancelled);
      await trx('departure_cancelled_jobs').insert({ event_id: eventId, order_id: bought.id });
    });
    await jobsOf(strapi).sweepNow();
    expect([await handled(eventId), await jobsWith(`cancelled:${eventId}:${bought.id}`)]).toEqual([[], 0]);
    await strapi.db.connection('departure_cancelled_jobs').where({ event_id: eventId }).delete();
    await jobsOf(strapi).sweepNow();
    await until(bought, isRefunded);
  });

  it('keeps what the bank refuses in sight, and tells the buyer', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A'] });
    bank().fail('startRefund', 'refuse');
    await departureDeed(house.manager, eventId);
    await until(bought, ({ needs_review }) => needs_review);
    await jobsOf(strapi).sweepNow();
    expect(await requests(bought)).toMatchObject([{ state: 'failed' }]);
    expect(await names(bought)).toContain('order.refund-failed');
  });
});

describe('the cancellation of a departure', () => {
  it('needs a cause, a reason, a departure that is there, and the right to give money back', async () => {
    const eventId = await hall().numbered();
    const act = (body: object) => codeOf(departureDeed(house.manager, eventId, { body }));
    expect(await act({ cause: 'weather' })).toEqual([400, 'INVALID_INPUT']);
    expect(await act({ cause: 'mood', reason })).toEqual([400, 'INVALID_INPUT']);
    expect(await act({ cause: 'weather', reason: ' ' })).toEqual([400, 'INVALID_INPUT']);
    expect(await act({ cause: 'weather', reason, refund: false })).toEqual([400, 'UNKNOWN_FIELD']);
    expect(await codeOf(departureDeed(house.manager, 'nowhere'))).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf(departureDeed(house.clerk, eventId))).toEqual([403, 'FORBIDDEN']);
    expect(await codeOf(departureDeed(undefined, eventId))).toEqual([401, 'UNAUTHORIZED']);
  });
});
