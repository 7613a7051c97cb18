import { clock } from '@gangway/kit';
import { jobsOf } from '@gangway/jobs/contract';
import { breakOff, create, texts, update } from '../../catalog/tests/stage.ts';
import { countersOf } from '../../seating/tests/ask-places.ts';
import { buildHall, type Hall, numberedPlan } from '../../seating/tests/hall.ts';
import {
  admissions,
  asBuyer,
  balances,
  begin,
  type Bought,
  eventually,
  history,
  messages,
  order,
  orderRow,
  paid,
  payAt,
  payments,
  seats,
  until,
} from './purchase.ts';

const house: { hall?: Hall } = {};
const hall = (): Hall => house.hall as Hall;
const hour = 3_600_000;

beforeAll(async () => {
  house.hall = await buildHall();
});

afterEach(() => clock.reset());

/** The term of the order passes; the sweep has tidied it up. */
async function runOut(bought: Bought): Promise<void> {
  clock.shiftBy(2 * hour);
  await jobsOf(strapi).sweepNow();
  await until(bought, ({ state }) => state === 'EXPIRED');
}

const givenBack = (bought: Bought) =>
  eventually(
    () => payments(bought),
    ([payment]) => payment?.refunds[0]?.state === 'succeeded',
  );

describe('money that comes when the order has run out', () => {
  it('buys the same seats while they are free', async () => {
    const bought = await order(await hall().numbered(), { seats: ['1A', '1B'] });
    const externalId = await begin(bought);
    await runOut(bought);
    expect(await seats(bought)).toEqual({});
    await payAt(externalId);
    await until(bought, ({ state }) => state === 'PAID');
    expect(await seats(bought)).toEqual({ '1A': 'sold', '1B': 'sold' });
    expect(await admissions(bought)).toHaveLength(2);
    expect(await history(bought)).toEqual(expect.arrayContaining(['order.expired', 'order.paid']));
    expect((await orderRow(bought.id)).close_reason).toBeNull();
  });

  it('buys places without numbers while there are some', async () => {
    const bought = await order(await hall().general(), { quantities: { [hall().adult.documentId]: 3 } });
    const externalId = await begin(bought);
    await runOut(bought);
    await payAt(externalId);
    await until(bought, ({ state }) => state === 'PAID');
    expect(await admissions(bought)).toHaveLength(3);
  });

  it('finds the room that the departure has now: less of it, or more', async () => {
    const adult = hall().adult.documentId;
    const late = async (capacities: { before: number; after: number }) => {
      const eventId = await hall().general({ capacity: capacities.before });
      const bought = await order(eventId, { quantities: { [adult]: 2 } });
      const externalId = await begin(bought);
      await runOut(bought);
      await paid(eventId, { quantities: { [adult]: 3 } });
      await update('catalog.event', { documentId: eventId }, { capacity: capacities.after });
      await payAt(externalId);
      return { bought, counted: async () => (await countersOf(eventId))[0] };
    };
    const less = await late({ before: 5, after: 4 });
    await givenBack(less.bought);
    expect((await orderRow(less.bought.id)).state).toBe('EXPIRED');
    expect((await less.counted())?.sold).toBe(3);
    const more = await late({ before: 3, after: 5 });
    await until(more.bought, ({ state }) => state === 'PAID');
    expect(await more.counted()).toMatchObject({ capacity: 5, sold: 5 });
  });

  it('goes back in full when a seat has another owner, and the buyer is told', async () => {
    const eventId = await hall().numbered();
    const bought = await order(eventId, { seats: ['1A', '1B'] });
    const externalId = await begin(bought);
    await runOut(bought);
    const other = await paid(eventId, { seats: ['1B'] });
    await payAt(externalId);
    const [payment] = await givenBack(bought);
    expect(payment?.refunded).toEqual(bought.total);
    expect((await orderRow(bought.id)).state).toBe('EXPIRED');
    expect(await seats(bought)).toEqual({});
    expect(await admissions(bought)).toEqual([]);
    expect(await balances(bought)).toEqual({});
    expect(await messages(bought)).toContain('order.payment-returned');
    expect(await seats(other)).toEqual({ '1B': 'sold' });
  });

  it('buys the next best seats of the zone for a buyer who ticked that', async () => {
    const eventId = await hall().numbered();
    const bought = await order(eventId, { seats: ['1A', '1B'] }, { acceptOtherSeats: true });
    const externalId = await begin(bought);
    await runOut(bought);
    await paid(eventId, { seats: ['1B'] });
    await payAt(externalId);
    await until(bought, ({ state }) => state === 'PAID');
    const sold = Object.keys(await seats(bought));
    expect(sold).toHaveLength(2);
    expect(sold).not.toContain('1B');
    expect(sold.every((seat) => seat.startsWith('1'))).toBe(true);
    expect((await admissions(bought)).map(({ seat_code }) => seat_code).sort()).toEqual(sold);
    const lines = await strapi.db.connection('order_lines').where({ order_id: bought.id });
    expect(lines.map(({ seat_code }) => seat_code).sort()).toEqual(sold);
  });

  it('buys single seats for a table that has gone, and they go back one by one', async () => {
    const eventId = await hall().numbered();
    const bought = await order(eventId, { seats: ['T1'] }, { acceptOtherSeats: true });
    const externalId = await begin(bought);
    await runOut(bought);
    await paid(eventId, { seats: ['T1'] });
    await payAt(externalId);
    await until(bought, ({ state }) => state === 'PAID');
    const sold = Object.keys(await seats(bought));
    expect(sold).toHaveLength(4);
    expect(sold.some((seat) => seat.startsWith('T'))).toBe(false);
    const body = { lines: [{ lineId: bought.lines[0]?.id }] };
    expect((await asBuyer(bought, { path: 'refunds', body })).status).toBe(201);
  });

  it('goes back when the zone is full, though the buyer would take any seat of it', async () => {
    const eventId = await hall().numbered();
    const bought = await order(eventId, { seats: ['1A'] }, { acceptOtherSeats: true });
    const externalId = await begin(bought);
    await runOut(bought);
    await paid(eventId, { seats: [...'ABCDEFGHIJ'].map((letter) => `1${letter}`) });
    await payAt(externalId);
    await givenBack(bought);
    expect((await orderRow(bought.id)).state).toBe('EXPIRED');
  });

  it('goes back when the departure leaves at another time than was ordered', async () => {
    const eventId = await hall().numbered();
    const bought = await order(eventId, { seats: ['1A'] }, { acceptOtherSeats: true });
    const externalId = await begin(bought);
    await runOut(bought);
    const { start_at: start, end_at: end } = await strapi.db
      .connection('events')
      .where({ document_id: eventId })
      .first();
    const [startAt, endAt] = [start, end].map((at) => new Date(Number(at) + hour));
    await update('catalog.event', { documentId: eventId }, { startAt, endAt });
    await payAt(externalId);
    await givenBack(bought);
    expect((await orderRow(bought.id)).state).toBe('EXPIRED');
    expect(await seats(bought)).toEqual({});
    const [returned] = await strapi.db
      .connection('order_history')
      .where({ order_id: bought.id, what: 'payment.returned' });
    expect(JSON.parse(returned.details)).toMatchObject({ reason: 'EVENT_CHANGED' });
  });

  it('buys no seat that the plan has no more, or has in another zone', async () => {
    const name = texts('Схема', 'Plan', '图');
    const late = async (body: object, redraw: (drawn: string) => string) => {
      const eventId = await hall().numbered();
      const bought = await order(eventId, { seats: ['1A', '1B'] }, body);
      const externalId = await begin(bought);
      await runOut(bought);
      const geometry = JSON.parse(redraw(JSON.stringify(numberedPlan())));
      const { documentId: seatingPlan } = await create('seating.seating-plan', { name, geometry });
      await update('catalog.event', { documentId: eventId }, { seatingPlan });
      await payAt(externalId);
      return bought;
    };
    const without = (drawn: string) => drawn.replace('"1A"', '"9Z"');
    const elsewhere = (drawn: string) => drawn.replace(/("1A".*?"zone":)"bow"/, '$1"stern"');
    for (const redraw of [without, elsewhere]) {
      const lost = await late({}, redraw);
      await givenBack(lost);
      expect(await seats(lost)).toEqual({});
      const moved = await late({ acceptOtherSeats: true }, redraw);
      await until(moved, ({ state }) => state === 'PAID');
      const sold = Object.keys(await seats(moved));
      expect(sold).toHaveLength(2);
      expect(sold).toContain('1B');
      expect(sold).not.toContain('1A');
    }
  });

  it('goes back when the departure was cancelled or has left', async () => {
    const [cancelledId, leftId] = [await hall().numbered(), await hall().numbered()];
    const [stopped, missed] = [
      await order(cancelledId, { seats: ['1A'] }),
      await order(leftId, { seats: ['1A'] }),
    ];
    const [first, second] = [await begin(stopped), await begin(missed)];
    await breakOff({ documentId: cancelledId });
    await payAt(first);
    await givenBack(stopped);
    expect((await orderRow(stopped.id)).state).toBe('CANCELLED');
    clock.shiftBy(90 * 24 * hour);
    await jobsOf(strapi).sweepNow();
    await payAt(second);
    await givenBack(missed);
    expect((await orderRow(missed.id)).state).toBe('EXPIRED');
  });

  it('takes the use of its promotion back, or goes back when others have used it up', async () => {
    const promoCode = `LATE${Date.now()}`;
    const reduced = { kind: 'percent', percent: 10, currency: 'EUR', maxUses: 1 };
    const name = texts('Поздно', 'Late', '迟到');
    await create('catalog.promotion', {
      code: promoCode,
      name,
      seller: hall().seller.documentId,
      ...reduced,
    });
    const eventId = await hall().numbered();
    const bought = await order(eventId, { seats: ['1A'] }, { promoCode });
    const externalId = await begin(bought);
    await runOut(bought);
    const other = await order(eventId, { seats: ['2A'] }, { promoCode });
    await payAt(externalId);
    await givenBack(bought);
    expect(await seats(bought)).toEqual({});
    const late = await begin(other);
    await runOut(other);
    await payAt(late);
    await until(other, ({ state }) => state === 'PAID');
    const uses = await strapi.db.connection('promotion_uses').where({ order_id: other.id });
    expect(uses.filter(({ released_at }) => released_at === null)).toHaveLength(1);
  });
});

describe('money that comes for a cancelled order', () => {
  it('goes back: somebody gave the order up on purpose', async () => {
    const bought = await order(await hall().numbered(), { seats: ['1A'] });
    const externalId = await begin(bought);
    expect((await asBuyer(bought, { path: 'cancel' })).status).toBe(200);
    await payAt(externalId);
    await givenBack(bought);
    expect((await orderRow(bought.id)).state).toBe('CANCELLED');
    expect(await seats(bought)).toEqual({});
  });
});
