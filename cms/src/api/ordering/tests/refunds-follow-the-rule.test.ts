import { clock, newId } from '@gangway/kit';
import { asStaff, staffMember } from '../../../../tests/support/staff.ts';
import { breakOff, create, texts, update } from '../../catalog/tests/stage.ts';
import { json, ask } from '../../../frame/tests/caller.ts';
import { countersOf, lock } from '../../seating/tests/ask-places.ts';
import { buildHall, type Hall, newSession } from '../../seating/tests/hall.ts';
import {
  admissions,
  asBuyer,
  balances,
  bank,
  begin,
  type Bought,
  customer,
  eventually,
  history,
  messages,
  notice,
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

const house: { hall?: Hall } = {};
const hall = (): Hall => house.hall as Hall;
const day = 24 * 3_600_000;

beforeAll(async () => {
  house.hall = await buildHall();
});

afterEach(() => {
  clock.reset();
  bank().slowRefunds = false;
});

const startOf = async (eventId: string): Promise<number> => {
  const { start_at: startAt } = await strapi.db.connection('events').where({ document_id: eventId }).first();
  return Number(startAt);
};

const refund = (bought: Bought, body: object = {}) => asBuyer(bought, { path: 'refunds', body });
const pastTheRule = async ({ id }: Bought) => {
  const clerk = await staffMember({ sections: { refunds: 'act' } });
  const body = { reason: 'Illness', override: true };
  return asStaff(clerk, { method: 'POST', path: `/api/admin/orders/${id}/refund`, body });
};
const againByStaff = async (refundId: string | undefined) => {
  const clerk = await staffMember({ sections: { payments: 'act' } });
  return asStaff(clerk, { method: 'POST', path: `/api/admin/payment-refunds/${refundId}/again`, body: {} });
};
const codeOf = ({ status, body }: Awaited<ReturnType<typeof ask>>) => [status, body.error?.code];
const lineOf = (bought: Bought, seat: string) => bought.lines.find(({ seatCode }) => seatCode === seat)?.id;
const isRefunded = ({ state }: { state: string }) => state === 'REFUNDED';

describe('a refund by the buyer', () => {
  it('gives everything back a day ahead: order REFUNDED, tickets void, places free, ledger even', async () => {
    const bought = await paid(await hall().numbered(), { seats: ['1A', '1B'] });
    const { status, body } = await refund(bought);
    expect(status).toBe(201);
    expect(body.data).toMatchObject({
      ...{ status: 'pending', amount: bought.total, reasonCode: 'WITHIN_POLICY' },
      policyVersion: 'refund.4+EE.1',
    });
    expect((await admissions(bought)).map(({ state }) => state)).toEqual(['voided', 'voided']);
    await until(bought, isRefunded);
    expect(await seats(bought)).toEqual({});
    expect(await balances(bought)).toEqual({});
    expect(await messages(bought)).toContain('order.refunded');
    expect(await history(bought)).toEqual(
      expect.arrayContaining(['refund.requested', 'refund.succeeded', 'order.refunded']),
    );
  });

  it('gives single lines back, and the places of the others stay', async () => {
    const bought = await paid(await hall().numbered(), { seats: ['1A', '1B'] });
    const { status, body } = await refund(bought, { lines: [{ lineId: lineOf(bought, '1A') }] });
    expect([status, body.data]).toMatchObject([201, { amount: { amount: bought.total.amount / 2 } }]);
    const row = await until(bought, ({ state }) => state === 'PARTIALLY_REFUNDED');
    expect(row.refunded_total).toBe(bought.total.amount / 2);
    expect(await seats(bought)).toEqual({ '1B': 'sold' });
    expect(await admissions(bought)).toMatchObject([{ state: 'voided' }, { state: 'issued' }]);
    await refund(bought);
    await until(bought, isRefunded);
  });

  it('gives so many of a line without numbers back', async () => {
    const bought = await paid(await hall().general(), { quantities: { [hall().adult.documentId]: 3 } });
    const lineId = bought.lines.find(({ kind }) => kind === 'admission')?.id;
    await refund(bought, { lines: [{ lineId, quantity: 2 }] });
    const row = await until(bought, ({ state }) => state === 'PARTIALLY_REFUNDED');
    expect(row.refunded_total).toBe((bought.total.amount / 3) * 2);
    expect((await admissions(bought)).filter(({ state }) => state === 'issued')).toHaveLength(1);
  });

  it('frees the places of the zone that is given back', async () => {
    const [eventId, sessionId, adult] = [await hall().zoned(), newSession(), hall().adult.documentId];
    await lock(eventId, { sessionId, quantities: { [adult]: 2 }, zone: 'front' });
    await lock(eventId, { sessionId, quantities: { [adult]: 1 }, zone: 'back' });
    const consents = ['offer', 'personal-data'];
    const bought = { ...(await placed({ sessionId, customer, consents })), session: sessionId };
    await payAt(await begin(bought));
    await until(bought, ({ state }) => state === 'PAID');
    const back = await strapi.db
      .connection('order_lines')
      .where({ order_id: bought.id, zone: 'back' })
      .first();
    await refund(bought, { lines: [{ lineId: back.document_id }] });
    await until(bought, ({ state }) => state === 'PARTIALLY_REFUNDED');
    const sold = (await countersOf(eventId)).map(({ pool, sold: places }) => [pool, places]);
    expect(Object.fromEntries(sold)).toMatchObject({ event: 2, 'zone:front': 2, 'zone:back': 0 });
  });

  it('is granted at the last moment of the 24 hours and refused, and kept as refused, one later', async () => {
    const eventId = await hall().numbered();
    const [early, late] = [await paid(eventId, { seats: ['1A'] }), await paid(eventId, { seats: ['1B'] })];
    const end = (await startOf(eventId)) - day;
    // The clock goes on while the test runs: a minute is left of the right.
    clock.moveTo(new Date(end - 60_000));
    expect((await refund(early)).status).toBe(201);
    clock.moveTo(new Date(end + 1));
    const answer = await refund(late);
    expect(codeOf(answer)).toEqual([409, 'REFUND_REFUSED']);
    expect(answer.body.error?.details).toMatchObject({ reasonCode: 'TOO_LATE' });
    expect(await requests(late)).toMatchObject([
      { state: 'refused', reason_code: 'TOO_LATE', policy_version: 'refund.4+EE.1' },
    ]);
    expect(await admissions(late)).toMatchObject([{ state: 'issued' }]);
    expect((await payments(late))[0]?.refunds).toEqual([]);
  });

  it('is granted at any time when we have cancelled', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A'] });
    clock.moveTo(new Date((await startOf(eventId)) - 3_600_000));
    await breakOff({ documentId: eventId });
    expect((await refund(bought)).body.data).toMatchObject({ reasonCode: 'OPERATOR_CANCELLED' });
  });

  it('is granted by the law of the seller where the activity promises nothing', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A'] });
    const facts = { refundPolicy: 'nonRefundable' };
    await strapi.db.connection.raw('update order_lines set facts = facts || ?::jsonb where order_id = ?', [
      JSON.stringify(facts),
      bought.id,
    ]);
    expect(codeOf(await refund(bought))).toEqual([409, 'REFUND_REFUSED']);
    await strapi.db.connection.raw(
      `update orders set seller_facts = seller_facts || '{"country":"RU"}'::jsonb where document_id = ?`,
      [bought.id],
    );
    const { status, body } = await refund(bought);
    expect([status, body.data]).toMatchObject([201, { policyVersion: 'refund.4+RU.1' }]);
  });

  it('never exceeds the rest, asked for in parallel or one after the other', async () => {
    const bought = await paid(await hall().numbered(), { seats: ['1A', '1B'] });
    bank().slowRefunds = true;
    const answers = await Promise.all(Array.from({ length: 8 }, () => refund(bought)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
    const codes = answers.flatMap(({ body }) => body.error?.code ?? []);
    expect(new Set(codes)).toEqual(new Set(['REFUND_EXCEEDS_REST']));
    const [payment] = await payments(bought);
    expect(payment?.refunds).toHaveLength(1);
    expect((await requests(bought)).map(({ state }) => state).sort()).toEqual(['pending', 'refused']);
    const more = { lines: [{ lineId: lineOf(bought, '1A'), quantity: 5 }] };
    expect(codeOf(await refund(bought, more))).toEqual([409, 'REFUND_EXCEEDS_REST']);
  });

  it('keeps one refusal for each reason, the latest, however often it is asked for', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A', '1B'] });
    clock.moveTo(new Date((await startOf(eventId)) - day + 1));
    const all = await refund(bought);
    const one = await refund(bought, { lines: [{ lineId: lineOf(bought, '1A') }], reason: 'Illness' });
    expect([all, one].map(codeOf)).toEqual([all, one].map(() => [409, 'REFUND_REFUSED']));
    expect(one.body.error?.details).toEqual(all.body.error?.details);
    const amount = bought.total.amount / 2;
    expect(await requests(bought)).toMatchObject([{ state: 'refused', amount, reason: 'Illness' }]);
    expect((await history(bought)).filter((what) => what === 'refund.refused')).toHaveLength(1);
    await refund(bought, { lines: [{ lineId: lineOf(bought, '1A'), quantity: 2 }] });
    expect(await requests(bought)).toHaveLength(2);
  });

  it('answers a repeated key with the same bytes, refusals too', async () => {
    const bought = await paid(await hall().numbered(), { seats: ['1A'] });
    const key = newId();
    const send = async () => {
      const init = json('POST', {}, bought.accessToken);
      const headers = { ...(init.headers as Record<string, string>), 'idempotency-key': key };
      const answer = await fetch(`${baseUrl}/api/orders/${bought.id}/refunds`, { ...init, headers });
      return [answer.status, await answer.text()];
    };
    const [first, second] = [await send(), await send()];
    expect(first[0]).toBe(201);
    expect(second).toEqual(first);
    expect(await requests(bought)).toHaveLength(1);
  });

  it('past the rule leaves the seat to whoever is aboard', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A', '1B'] });
    await strapi.db.connection('admissions').where({ order_id: bought.id, seat_code: '1A' }).update({
      state: 'used',
    });
    expect(codeOf(await refund(bought))).toEqual([409, 'REFUND_REFUSED']);
    await pastTheRule(bought);
    await until(bought, isRefunded);
    expect(await admissions(bought)).toMatchObject([{ state: 'used' }, { state: 'voided' }]);
    expect(await seats(bought)).toEqual({ '1A': 'sold' });
    expect((await lock(eventId, { sessionId: newSession(), seats: ['1A'] })).code).toBe('SEAT_TAKEN');
    await paid(eventId, { seats: ['1B'] });
  });

  it('keeps the place until the money has gone, and gives the ticket back when the bank refuses', async () => {
    const bought = await paid(await hall().numbered(), { seats: ['1A'] });
    bank().slowRefunds = true;
    await refund(bought);
    const [payment] = await eventually(
      () => payments(bought),
      ([one]) => one?.refunds[0]?.state === 'pending',
    );
    expect(await seats(bought)).toEqual({ '1A': 'sold' });
    expect(await admissions(bought)).toMatchObject([{ state: 'voided' }]);
    bank().settleRefund(`fake-${payment?.refunds[0]?.id}`, 'failed', 'insufficient_funds');
    clock.shiftBy(3_600_000);
    const row = await until(bought, ({ needs_review }) => needs_review);
    expect(row.state).toBe('PAID');
    expect(await admissions(bought)).toMatchObject([{ state: 'issued' }]);
    expect(await seats(bought)).toEqual({ '1A': 'sold' });
    expect(await requests(bought)).toMatchObject([{ state: 'failed' }]);
    bank().slowRefunds = false;
    clock.reset();
    expect((await refund(bought)).status).toBe(201);
  });

  it('of one ticket does not say that the other, which the bank refused, is settled', async () => {
    const bought = await paid(await hall().numbered(), { seats: ['1A', '1B'] });
    const asked = (seat: string) => refund(bought, { lines: [{ lineId: lineOf(bought, seat) }] });
    bank().fail('startRefund', 'refuse');
    await asked('1A');
    await until(bought, ({ needs_review }) => needs_review);
    await asked('1B');
    const half = await until(bought, ({ state }) => state === 'PARTIALLY_REFUNDED');
    expect(half.needs_review).toBe(true);
    await asked('1A');
    expect((await until(bought, isRefunded)).needs_review).toBe(false);
  });

  it('of money that came twice is looked at until it has gone back too', async () => {
    const bought = await order(await hall().numbered(), { seats: ['1A'] });
    const [first, second] = [await begin(bought), await begin(bought, 'fake:other')];
    await payAt(first);
    await until(bought, ({ state }) => state === 'PAID');
    bank().fail('startRefund', 'refuse');
    await payAt(second);
    await until(bought, ({ needs_review }) => needs_review);
    expect((await refund(bought)).status).toBe(201);
    expect((await until(bought, isRefunded)).needs_review).toBe(true);
    const refunds = (await payments(bought)).flatMap((payment) => payment.refunds);
    await againByStaff(refunds.find(({ state }) => state === 'failed')?.id);
    await until(bought, ({ needs_review }) => !needs_review);
    expect(await balances(bought)).toEqual({});
  });
});

describe('a refund that failed, and whose money goes all the same', () => {
  const failed = async (bought: Bought, body: object = {}) => {
    bank().slowRefunds = true;
    await refund(bought, body);
    const [payment] = await eventually(
      () => payments(bought),
      ([one]) => one?.refunds.at(-1)?.state === 'pending',
    );
    const refundId = payment?.refunds.at(-1)?.id ?? '';
    await told(refundId, 'failed');
    await until(bought, ({ needs_review }) => needs_review);
    return refundId;
  };
  const told = async (refundId: string, state: 'failed' | 'succeeded') => {
    bank().settleRefund(`fake-${refundId}`, state, 'insufficient_funds');
    const { headers, body } = bank().notice('refund', `fake-${refundId}`);
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
    await fetch(`${baseUrl}/api/payments/webhooks/fake`, init);
  };

  it('ends its tickets after all: order REFUNDED with its sum, places free, ledger even, the buyer told', async () => {
    const bought = await paid(await hall().numbered(), { seats: ['1A', '1B'] });
    const refundId = await failed(bought);
    expect((await admissions(bought)).map(({ state }) => state)).toEqual(['issued', 'issued']);
    await told(refundId, 'succeeded');
    const row = await until(bought, isRefunded);
    expect(row).toMatchObject({ refunded_total: bought.total.amount, needs_review: true });
    expect((await admissions(bought)).map(({ state }) => state)).toEqual(['voided', 'voided']);
    expect(await requests(bought)).toMatchObject([{ state: 'succeeded' }]);
    expect(await seats(bought)).toEqual({});
    expect(await balances(bought)).toEqual({});
    expect(await messages(bought)).toContain('order.refunded');
  });

  it('leaves the order to people where its ticket was given back otherwise', async () => {
    const bought = await paid(await hall().numbered(), { seats: ['1A', '1B'] });
    const lines = [{ lineId: lineOf(bought, '1A') }];
    const refundId = await failed(bought, { lines });
    bank().slowRefunds = false;
    await refund(bought, { lines });
    await until(bought, ({ state }) => state === 'PARTIALLY_REFUNDED');
    await strapi.db.connection('orders').where({ document_id: bought.id }).update({ needs_review: false });
    await told(refundId, 'succeeded');
    const row = await until(bought, ({ needs_review }) => needs_review);
    const half = bought.total.amount / 2;
    expect(row).toMatchObject({ state: 'PARTIALLY_REFUNDED', refunded_total: half });
    expect(await payments(bought)).toMatchObject([{ needsReview: true, refunded: bought.total }]);
    expect(await requests(bought)).toMatchObject([{ state: 'failed' }, { state: 'succeeded' }]);
    expect(await seats(bought)).toEqual({ '1B': 'sold' });
    expect(await balances(bought)).toEqual({});
  });
});

describe('tickets that were free', () => {
  const companion = async () => {
    const name = texts('Сопровождающий', 'Companion', '陪同');
    const code = `companion-${Date.now()}`;
    const { documentId } = await create('catalog.ticket-type', { code, name, position: 9 });
    return documentId;
  };
  const free: { type?: string } = {};
  const type = () => free.type as string;

  beforeAll(async () => {
    free.type = await companion();
    const { activity, adult, child } = hall();
    const ticketTypes = [adult.documentId, child.documentId, hall().infant, type()];
    await update('catalog.activity', { documentId: activity.documentId }, { ticketTypes }, 'ru');
    const price = { activity: activity.documentId, ticketType: type(), currency: 'EUR', amount: 0 };
    await create('catalog.price', price);
    const published = { documentId: activity.documentId, locale: '*' };
    await strapi.documents('api::catalog.activity').publish(published);
  });

  const linesOf = ({ lines }: Bought) => {
    const tickets = lines.filter(({ kind }) => kind === 'admission');
    const cheapest = tickets.find(({ amount }) => amount.amount === 0);
    return { adult: tickets.find(({ amount }) => amount.amount > 0), companion: cheapest };
  };
  const inUse = async (bought: Bought) =>
    (await admissions(bought)).filter(({ state }) => state === 'issued').length;

  it('are all void when the last paid one goes, though only some were named', async () => {
    const eventId = await hall().general();
    const bought = await paid(eventId, { quantities: { [hall().adult.documentId]: 2, [type()]: 2 } });
    const { adult, companion: free } = linesOf(bought);
    const lines = [{ lineId: adult?.id }, { lineId: free?.id, quantity: 1 }];
    const quoted = await asBuyer(bought, { method: 'GET', path: `refund-quote?lines=${adult?.id}` });
    expect(quoted.body.data).toMatchObject({
      choice: { refusal: null, lines: [{ lineId: adult?.id }, { lineId: free?.id, quantity: 2 }] },
    });
    expect((await refund(bought, { lines })).status).toBe(201);
    await until(bought, isRefunded);
    expect((await admissions(bought)).map(({ state }) => state)).toEqual(
      Array.from({ length: 4 }, () => 'voided'),
    );
    const [counted] = await countersOf(eventId);
    expect(counted?.sold).toBe(0);
  });

  it('do not stay in greater number than those that are paid for', async () => {
    const quantities = { [hall().adult.documentId]: 2, [type()]: 2 };
    const bought = await paid(await hall().general(), { quantities });
    const { adult, companion: free } = linesOf(bought);
    const one = { lineId: adult?.id, quantity: 1 };
    const answer = await refund(bought, { lines: [one] });
    expect(codeOf(answer)).toEqual([409, 'REFUND_REFUSED']);
    expect(answer.body.error).toMatchObject({
      details: { reasonCode: 'NEEDS_PAYING_GUEST' },
      message: expect.stringContaining('Бесплатные места остаются только вместе с платными'),
    });
    expect((await refund(bought, { lines: [one, { lineId: free?.id, quantity: 1 }] })).status).toBe(201);
    await until(bought, ({ state }) => state === 'PARTIALLY_REFUNDED');
    expect(await inUse(bought)).toBe(2);
  });

  it('go one by one where nothing was paid, and no letter speaks of money', async () => {
    const promoCode = `GIFT${Date.now()}`;
    const name = texts('Подарок', 'Gift', '礼物');
    const gift = { kind: 'percent', percent: 100, currency: 'EUR', seller: hall().seller.documentId };
    await create('catalog.promotion', { code: promoCode, name, ...gift });
    const quantities = { [hall().adult.documentId]: 12 };
    const bought = await order(await hall().general(), { quantities }, { promoCode });
    await until(bought, ({ state }) => state === 'PAID');
    const lines = [{ lineId: linesOf(bought).companion?.id, quantity: 1 }];
    expect((await refund(bought, { lines })).status).toBe(201);
    expect((await orderRow(bought.id)).state).toBe('PARTIALLY_REFUNDED');
    expect(await inUse(bought)).toBe(11);
    expect((await asBuyer(bought, { path: 'cancel' })).status).toBe(200);
    expect((await orderRow(bought.id)).state).toBe('CANCELLED');
    expect(await inUse(bought)).toBe(0);
    const told = await eventually(
      () => messages(bought),
      (all) => all.includes('order.cancelled'),
    );
    expect(told).not.toContain('order.refunded');
  });
});

describe('a part that the buyer cannot choose', () => {
  it('is an adult whose child would stay', async () => {
    const quantities = { [hall().adult.documentId]: 1, [hall().child.documentId]: 1 };
    const bought = await paid(await hall().general(), { quantities });
    const [dearest] = bought.lines.toSorted((one, other) => other.amount.amount - one.amount.amount);
    const answer = await refund(bought, { lines: [{ lineId: dearest?.id }] });
    expect(codeOf(answer)).toEqual([409, 'REFUND_REFUSED']);
    expect(answer.body.error?.details).toMatchObject({ reasonCode: 'NEEDS_ADULT' });
    expect((await refund(bought)).status).toBe(201);
    await until(bought, isRefunded);
  });
});

describe('a table that was sold whole', () => {
  it('goes back whole: none of it alone, and then others can have it', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['T1', '1A'] });
    expect(Object.keys(await seats(bought))).toEqual(['1A', 'T1', 'T2', 'T3', 'T4']);
    const line = (seat: string) => ({ lineId: lineOf(bought, seat) });
    const answer = await refund(bought, { lines: ['T1', 'T2', 'T3'].map(line) });
    expect(codeOf(answer)).toEqual([409, 'REFUND_REFUSED']);
    expect(answer.body.error).toMatchObject({
      details: { reasonCode: 'WHOLE_TABLE' },
      message: expect.stringContaining('Этот стол продаётся целиком'),
    });
    const quoted = (await asBuyer(bought, { method: 'GET', path: 'refund-quote' })).body.data as {
      lines: { lineId: string; goesWith: string[] }[];
    };
    const goesWith = Object.fromEntries(quoted.lines.map((one) => [one.lineId, one.goesWith]));
    expect(goesWith[line('T2').lineId ?? '']).toEqual(['T1', 'T3', 'T4'].map((seat) => lineOf(bought, seat)));
    expect(goesWith[line('1A').lineId ?? '']).toEqual([]);
    expect((await refund(bought, { lines: ['T1', 'T2', 'T3', 'T4'].map(line) })).status).toBe(201);
    await until(bought, ({ state }) => state === 'PARTIALLY_REFUNDED');
    expect(await seats(bought)).toEqual({ '1A': 'sold' });
    expect((await lock(eventId, { sessionId: newSession(), seats: ['T3'] })).status).toBe(200);
  });
});

describe('what is shown of a payment', () => {
  const shown = async ({ id, accessToken }: Bought) =>
    (await ask(`/api/orders/${id}?accessToken=${accessToken}`)).body.data as {
      payment: { status: string; method: string; paidAt: string | null; canRetry: boolean } | null;
    };

  it('is nothing, then that it is looked at, declined and may be tried again, then that it came', async () => {
    const bought = await order(await hall().numbered(), { seats: ['1A'] });
    expect((await shown(bought)).payment).toBeNull();
    const first = await begin(bought);
    expect((await shown(bought)).payment).toMatchObject({ status: 'pending', method: 'fake', paidAt: null });
    bank().decline(first, 'insufficient_funds');
    await notice(first);
    const declined = await eventually(
      () => shown(bought),
      ({ payment }) => payment?.status !== 'pending',
    );
    expect(declined.payment).toMatchObject({ status: 'canceled', canRetry: true });
    await payAt(await begin(bought, 'fake:other'));
    await until(bought, ({ state }) => state === 'PAID');
    const { payment } = await shown(bought);
    expect(payment).toMatchObject({ status: 'succeeded', canRetry: false });
    expect(payment?.paidAt).not.toBeNull();
  });
});

describe('what a refund would bring', () => {
  it('is told line by line with the end of the right', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A', '1B'] });
    const end = new Date((await startOf(eventId)) - day).toISOString();
    const quote = async () => (await asBuyer(bought, { method: 'GET', path: 'refund-quote' })).body.data;
    expect(await quote()).toMatchObject({ refundable: bought.total, until: end, jurisdiction: 'EE' });
    await refund(bought, { lines: [{ lineId: lineOf(bought, '1A') }] });
    await until(bought, ({ state }) => state === 'PARTIALLY_REFUNDED');
    clock.moveTo(new Date(Date.parse(end) + 1));
    expect(await quote()).toMatchObject({
      refundable: { amount: 0 },
      lines: [
        { refundable: false, reasonCode: 'ALREADY_REFUNDED', quantity: 0 },
        { refundable: false, reasonCode: 'TOO_LATE', quantity: 1 },
      ],
      requests: [{ status: 'succeeded', reasonCode: 'WITHIN_POLICY', dueBy: null }],
    });
  });
});

describe('a choice of lines', () => {
  type Choice = {
    amount: { amount: number };
    lines: { lineId: string; quantity: number }[];
    refusal: { reasonCode: string; message: string } | null;
  };
  const counted = (bought: Bought, lines?: string) =>
    asBuyer(bought, {
      ...{ method: 'GET', path: `refund-quote${lines === undefined ? '' : `?lines=${lines}`}` },
    });
  const choiceOf = async (bought: Bought, lines?: string) =>
    (await counted(bought, lines)).body.data as { choice: Choice; requests: unknown[] };

  it('comes to what the refund then gives back, and all to everything', async () => {
    const bought = await paid(await hall().general(), { quantities: { [hall().adult.documentId]: 3 } });
    const lineId = bought.lines[0]?.id ?? '';
    expect((await choiceOf(bought)).choice).toMatchObject({ amount: bought.total, refusal: null });
    const { choice } = await choiceOf(bought, `${lineId}:2`);
    expect(choice).toMatchObject({ lines: [{ lineId, quantity: 2 }], refusal: null });
    const { body } = await refund(bought, { lines: [{ lineId, quantity: 2 }] });
    expect((body.data as { amount: unknown }).amount).toEqual(choice.amount);
    expect((await choiceOf(bought, lineId)).choice.lines).toMatchObject([{ lineId, quantity: 1 }]);
    expect((await choiceOf(bought, `${lineId}:2`)).choice).toMatchObject({
      ...{ amount: { amount: 0 }, lines: [], refusal: { reasonCode: 'EXCEEDS_REST' } },
    });
  });

  it('that would be refused says so in the words of the refusal, and leaves no request behind', async () => {
    const quantities = { [hall().adult.documentId]: 1, [hall().child.documentId]: 1 };
    const bought = await paid(await hall().general(), { quantities });
    const [dearest] = bought.lines.toSorted((one, other) => other.amount.amount - one.amount.amount);
    const { choice, requests: asked } = await choiceOf(bought, dearest?.id);
    expect([choice.refusal?.reasonCode, asked]).toEqual(['NEEDS_ADULT', []]);
    const answer = await refund(bought, { lines: [{ lineId: dearest?.id }] });
    expect(answer.body.error?.message).toBe(choice.refusal?.message);
  });

  it('is refused by name where it is none', async () => {
    const bought = await paid(await hall().numbered(), { seats: ['1A'] });
    const id = bought.lines[0]?.id;
    for (const lines of ['', ',', `${id}:0`, `${id}:x`, `${id}:1:1`, `${id}:-1`, `${id},`])
      expect([lines, ...codeOf(await counted(bought, lines))]).toEqual([lines, 400, 'INVALID_INPUT']);
    expect(codeOf(await counted(bought, 'none'))).toEqual([422, 'UNKNOWN_ORDER_LINE']);
  });
});

describe('an order of somebody else', () => {
  it('is not there: not to quote, not to refund, not to cancel', async () => {
    const [own, foreign] = [
      await paid(await hall().numbered(), { seats: ['1A'] }),
      await paid(await hall().numbered(), { seats: ['1A'] }),
    ];
    const stranger = { id: foreign.id, accessToken: own.accessToken };
    const answers = [
      await asBuyer(stranger, { method: 'GET', path: 'refund-quote' }),
      await asBuyer(stranger, { path: 'refunds' }),
      await asBuyer(stranger, { path: 'cancel' }),
      await asBuyer({ ...stranger, id: 'unknown' }, { path: 'cancel' }),
      await asBuyer(stranger, { path: 'cancel', body: { sessionId: own.session } }),
    ];
    expect(answers.map(codeOf)).toEqual(answers.map(() => [404, 'NOT_FOUND']));
    expect((await orderRow(foreign.id)).state).toBe('PAID');
  });

  it('opens to the session that placed it', async () => {
    const bought = await order(await hall().numbered(), { seats: ['1A'] });
    const init = json('POST', { sessionId: bought.session });
    expect((await ask(`/api/orders/${bought.id}/cancel`, init)).status).toBe(200);
  });
});

describe('wrong requests', () => {
  it('are refused by name', async () => {
    const [unpaid, bought] = [
      await order(await hall().numbered(), { seats: ['1A'] }),
      await paid(await hall().numbered(), { seats: ['1A'] }),
    ];
    expect(codeOf(await refund(unpaid))).toEqual([409, 'ORDER_NOT_PAID']);
    const foreign = { lines: [{ lineId: unpaid.lines[0]?.id }] };
    expect(codeOf(await refund(bought, foreign))).toEqual([422, 'UNKNOWN_ORDER_LINE']);
    for (const quantity of [0, -1, 1001, 1.5, '1']) {
      const lines = [{ lineId: bought.lines[0]?.id, quantity }];
      expect(codeOf(await refund(bought, { lines }))).toEqual([400, 'INVALID_INPUT']);
    }
    expect(codeOf(await refund(bought, { everything: true }))).toEqual([400, 'UNKNOWN_FIELD']);
    expect(codeOf(await refund(bought, { lines: [] }))).toEqual([400, 'INVALID_INPUT']);
    expect(await requests(bought)).toEqual([]);
  });
});

describe('cancelling', () => {
  it('frees the places of an unpaid order at once, and only once', async () => {
    const bought = await order(await hall().numbered(), { seats: ['1A'] });
    const { status, body } = await asBuyer(bought, { path: 'cancel' });
    expect([status, body.data]).toMatchObject([200, { status: 'CANCELLED', refund: null }]);
    expect(await seats(bought)).toEqual({});
    expect(codeOf(await asBuyer(bought, { path: 'cancel' }))).toEqual([409, 'ILLEGAL_TRANSITION']);
  });

  it('gives the money of a paid order back first', async () => {
    const bought = await paid(await hall().numbered(), { seats: ['1A'] });
    bank().slowRefunds = true;
    const { body } = await asBuyer(bought, { path: 'cancel' });
    expect(body.data).toMatchObject({ status: 'PAID', refund: { status: 'pending', amount: bought.total } });
    const [payment] = await eventually(
      () => payments(bought),
      ([one]) => one?.refunds[0]?.state === 'pending',
    );
    bank().settleRefund(`fake-${payment?.refunds[0]?.id}`, 'succeeded');
    clock.shiftBy(3_600_000);
    const row = await until(bought, ({ state }) => state === 'CANCELLED');
    expect(row.refunded_total).toBe(bought.total.amount);
    const told = (await history(bought)).filter((what) => /^order\.(refunded|cancelled)$/.test(what));
    expect(told).toEqual(['order.refunded', 'order.cancelled']);
    expect(await balances(bought)).toEqual({});
  });

  it('is not forgotten when a ticket that was given back earlier arrives last', async () => {
    const bought = await paid(await hall().numbered(), { seats: ['1A', '1B'] });
    bank().slowRefunds = true;
    const sent = async (count: number) => {
      const refunds = await eventually(
        async () => (await payments(bought))[0]?.refunds ?? [],
        (all) => all.length === count && all.every(({ state }) => state === 'pending'),
      );
      return refunds.map(({ id }) => id);
    };
    await refund(bought, { lines: [{ lineId: lineOf(bought, '1A') }] });
    const [ticket] = await sent(1);
    await asBuyer(bought, { path: 'cancel' });
    const rest = (await sent(2)).find((id) => id !== ticket);
    bank().settleRefund(`fake-${rest}`, 'succeeded');
    clock.shiftBy(3_600_000);
    await until(bought, ({ state }) => state === 'PARTIALLY_REFUNDED');
    bank().settleRefund(`fake-${ticket}`, 'succeeded');
    clock.shiftBy(3_600_000);
    const row = await until(bought, ({ state }) => state === 'CANCELLED');
    expect(row.refunded_total).toBe(bought.total.amount);
  });

  it('is refused inside the 24 hours like any refund', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A'] });
    clock.moveTo(new Date((await startOf(eventId)) - day + 1));
    expect(codeOf(await asBuyer(bought, { path: 'cancel' }))).toEqual([409, 'REFUND_REFUSED']);
    expect((await orderRow(bought.id)).state).toBe('PAID');
  });
});

// The last one: from here on every ticket of the seller bears a fee.
describe('a fee', () => {
  it('does not come back alone', async () => {
    const name = texts('Сбор', 'Fee', '费用');
    const fee = { name, seller: hall().seller.documentId, kind: 'amount', amount: 100, currency: 'EUR' };
    await create('catalog.fee', fee);
    const eventId = await hall().general();
    const bought = await paid(eventId, { quantities: { [hall().adult.documentId]: 2 } });
    const charged = bought.lines.find(({ kind }) => kind === 'fee');
    const answer = await refund(bought, { lines: [{ lineId: charged?.id }] });
    expect(answer.body.error?.details).toMatchObject({ reasonCode: 'FEE_WITH_TICKET' });
    const quoted = (await asBuyer(bought, { method: 'GET', path: 'refund-quote' })).body.data as {
      refundable: unknown;
      lines: { lineId: string; refundable: boolean; reasonCode: string }[];
    };
    expect(quoted.refundable).toEqual(bought.total);
    expect(quoted.lines.find(({ lineId }) => lineId === charged?.id)).toMatchObject({
      ...{ refundable: false, reasonCode: 'FEE_WITH_TICKET' },
    });
    expect(await admissions(bought)).toMatchObject([{ state: 'issued' }, { state: 'issued' }]);
  });
});
