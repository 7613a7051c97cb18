import { newId } from '@gangway/kit';
import type { Door } from '@gangway/kit';
import { staffDoors } from '../server/src/services/staff-doors.ts';
import {
  balances,
  bank,
  begun,
  closeOrder,
  eventually,
  hub,
  kind,
  money,
  newOrder,
  notify,
  onlyPayment,
  openShop,
  orderRow,
  paidOrder,
  payments,
  refund,
  start,
  transaction,
} from './shop.ts';
import { paymentsOf } from '@gangway/payments/contract';

beforeAll(openShop);
afterEach(() => void (bank().slowRefunds = false));

/** Asks a door of staff; the answer must satisfy its contract. */
async function ask<Data>(
  id: string,
  given: { params?: object; query?: object; body?: object } = {},
): Promise<Data> {
  const found = staffDoors(hub()).find(({ route }) => route.id === `payments.admin.${id}`) as Door;
  const query = found.route.query?.parse(given.query ?? {});
  const person = { staffId: 'staff-1', scopes: [] };
  const answer = await found.answer({ ...given, query, person, now: new Date() } as never);
  return found.route.response.parse(answer) as Data;
}

type List = { data: { id: string; externalId: string }[]; meta: { total: number } };
type Card = {
  data: {
    status: string;
    needsReview: boolean;
    notices: object[];
    refunds: { id: string; mayAskAgain: boolean }[];
    postings: { account: string }[];
  };
};

type One = { data: { id: string; status: string; problem: string | null } };

const paidIn = { 'clearing:fake': 150_000, prepayment: -150_000 };
const askAgain = (id: string) => ask<One>('ask-refund-again', { params: { id }, body: {} });
const refundsOf = async (id: string) => (await payments(id)).flatMap(({ refunds }) => refunds);
const ended = (id: string, count: number) =>
  eventually(
    () => refundsOf(id),
    (refunds) => refunds.filter(({ state }) => ['succeeded', 'failed'].includes(state)).length === count,
  );

/** A refund that nobody can tell the outcome of. */
async function inReview() {
  bank().slowRefunds = true;
  const { id } = await paidOrder();
  await refund(id, 150_000);
  const [under] = await eventually(
    () => refundsOf(id),
    ([one]) => one?.state === 'pending',
  );
  const refundId = under?.id ?? '';
  await strapi.db.connection('refunds').where({ document_id: refundId }).update({ problem: 'NO_ANSWER' });
  return { id, refundId };
}

/** Money for an order that had ended, which the bank then refused to give back. */
async function brokenOff() {
  const id = await newOrder();
  const externalId = await begun(id);
  await closeOrder(id);
  bank().pay(externalId);
  bank().fail('startRefund', 'refuse');
  await notify('payment', externalId);
  const [failed] = await ended(id, 1);
  return { id, paymentId: failed?.paymentId ?? '', failed: failed?.id ?? '' };
}

/** An order with a second payment, which the bank then refused to give back. */
async function paidTwice() {
  const id = await newOrder();
  const first = await begun(id);
  await start(id, { method: 'fake:other' });
  const second = (await payments(id)).find(({ externalId }) => externalId !== first)?.externalId ?? '';
  await settled(id, first);
  bank().fail('startRefund', 'refuse');
  await settled(id, second);
  const [failed] = await ended(id, 1);
  if (!failed) throw new Error('The second payment was kept.');
  return { id, failed };
}

async function settled(id: string, externalId: string): Promise<void> {
  bank().pay(externalId);
  await notify('payment', externalId);
  const isSettled = (payment: { externalId: string | null; state: string }) =>
    payment.externalId === externalId && payment.state === 'succeeded';
  await eventually(
    () => payments(id),
    (all) => all.some(isSettled),
  );
}

const auditOf = (subject: string) => strapi.db.connection('audit_log').where({ subject_id: subject });

describe('staff', () => {
  it('find attempts by what pays, state, method, review and day', async () => {
    const { id, payment } = await paidOrder();
    const ids = async (query: object) => (await ask<List>('list', { query })).data.map((one) => one.id);
    const day = payment.startedAt.toISOString().slice(0, 10);
    const all = {
      payable: id,
      status: 'succeeded',
      method: 'fake',
      needsReview: 'false',
      dateFrom: day,
      dateTo: day,
    };
    expect(await ids(all)).toEqual([payment.id]);
    expect(await ids({ externalId: payment.externalId })).toEqual([payment.id]);
    for (const other of [
      { status: 'failed' },
      { method: 'cash' },
      { needsReview: 'true' },
      { dateTo: '2020-01-01' },
    ])
      expect(await ids({ ...all, ...other })).toEqual([]);
  });

  it('see an attempt with its notifications, refunds and postings, and no secrets', async () => {
    const { id, payment } = await paidOrder();
    await refund(id, 50_000);
    await eventually(
      () => orderRow(id),
      ({ refunded }) => refunded === 50_000,
    );
    const { data } = await ask<Card>('read', { params: { id: payment.id } });
    expect(data).toMatchObject({ status: 'succeeded', payable: { kind, id }, refunded: money(50_000) });
    expect(data.notices).toMatchObject([{ externalId: payment.externalId, receipts: 1 }]);
    expect(data.refunds).toMatchObject([{ status: 'succeeded', amount: money(50_000) }]);
    expect(data.postings.map(({ account }) => account)).toEqual([
      'clearing:fake',
      'prepayment',
      'prepayment',
      'refunds-payable',
      'refunds-payable',
      'clearing:fake',
    ]);
    expect(JSON.stringify(data)).not.toContain('signed-by-the-fake-bank');
  });

  it('ask the gateway now, which is noted', async () => {
    const id = await newOrder();
    bank().pay(await begun(id));
    const { id: paymentId } = await onlyPayment(id);
    expect((await ask<Card>('check', { params: { id: paymentId } })).data.status).toBe('succeeded');
    await ask<Card>('check', { params: { id: paymentId } });
    expect(await orderRow(id)).toMatchObject({ state: 'paid', settled: 1 });
    const noted = { action: 'payments.payment.checked', actor_id: 'staff-1' };
    expect(await auditOf(paymentId)).toMatchObject([noted, noted]);
  });

  it('say that they have looked', async () => {
    const id = await newOrder();
    const externalId = await begun(id);
    bank().tamper(externalId, { amount: money(1) });
    await notify('payment', externalId);
    await eventually(
      () => onlyPayment(id),
      ({ needsReview }) => needsReview,
    );
    const { id: paymentId } = await onlyPayment(id);
    const given = { params: { id: paymentId }, body: { reason: 'The bank was called' } };
    expect((await ask<Card>('reviewed', given)).data.needsReview).toBe(false);
    expect(await auditOf(paymentId)).toMatchObject([{ action: 'payments.payment.reviewed' }]);
  });

  it('confirm a refund that no gateway makes, and no other one', async () => {
    const id = await newOrder();
    const given = {
      kind,
      id,
      amount: money(150_000),
      method: 'cash',
      reference: '17',
      reason: 'Pier',
      staffId: 's',
    };
    await transaction((trx) => paymentsOf(strapi).payManually(trx, { ...given, now: new Date() }));
    await refund(id, 150_000);
    const [waiting] = await eventually(
      () => refundsOf(id),
      ([one]) => one?.state === 'pending',
    );
    const params = { id: waiting?.id };
    const body = { reference: 'Cash slip 18' };
    expect(await ask('confirm-refund', { params, body })).toMatchObject({ data: { status: 'succeeded' } });
    expect((await orderRow(id)).refunded).toBe(150_000);
    expect(await balances(id)).toEqual({});
    await expect(ask('confirm-refund', { params, body })).rejects.toMatchObject({
      code: 'NOT_BY_HAND',
      status: 409,
    });
    await expect(ask('confirm-refund', { params: { id: newId() }, body })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('end a refund in review: the money has gone after all, or it has not', async () => {
    for (const [door, body, ended, told, booked] of [
      ['confirm-refund', { reference: 'Bank 7' }, 'succeeded', { refunded: 150_000, refunds_failed: 0 }, {}],
      ['fail-refund', { reason: 'Bank' }, 'failed', { refunded: 0, refunds_failed: 1 }, paidIn],
    ] as const) {
      const { id, refundId } = await inReview();
      const given = { params: { id: refundId }, body };
      expect(await ask(door, given)).toMatchObject({ data: { status: ended } });
      await expect(ask(door, given)).rejects.toMatchObject({ code: 'NOT_BY_HAND', status: 409 });
      expect(await orderRow(id)).toMatchObject(told);
      expect(await balances(id)).toEqual(booked);
      expect((await onlyPayment(id)).refunded).toEqual(money(told.refunded));
      const action = door === 'fail-refund' ? 'payments.refund.failed' : 'payments.refund.confirmed';
      expect(await auditOf(refundId)).toMatchObject([{ action, actor_id: 'staff-1' }]);
    }
  });

  it('do not end a refund that the gateway is about to make', async () => {
    bank().slowRefunds = true;
    const { id } = await paidOrder();
    await refund(id, 150_000);
    const [under] = await eventually(
      () => refundsOf(id),
      ([one]) => one?.state === 'pending',
    );
    const refused = { code: 'NOT_BY_HAND' };
    const params = { id: under?.id };
    await expect(ask('fail-refund', { params, body: { reason: 'Bank' } })).rejects.toMatchObject(refused);
    const confirmed = ask('confirm-refund', { params, body: { reference: '7' } });
    await expect(confirmed).rejects.toMatchObject(refused);
  });

  it('ask again for money that has paid for nothing, one refund at a time', async () => {
    const { id, paymentId, failed } = await brokenOff();
    const card = () => ask<Card>('read', { params: { id: paymentId } });
    expect((await card()).data.refunds).toMatchObject([{ id: failed, mayAskAgain: true }]);
    bank().fail('startRefund', 'refuse');
    const both = await Promise.all([askAgain(failed), askAgain(failed)]);
    const second = both[0].data.id;
    expect(both[1].data.id).toBe(second);
    await ended(id, 2);
    expect((await card()).data.refunds).toMatchObject([{ mayAskAgain: false }, { mayAskAgain: true }]);
    await askAgain(second);
    await ended(id, 3);
    expect((await askAgain(failed)).data.id).toBe(second);
    expect(await orderRow(id)).toMatchObject({ state: 'closed', refunded: 150_000, refunds_failed: 2 });
    expect(await balances(id)).toEqual({});
    expect(await auditOf(failed)).toMatchObject([{ action: 'payments.refund.asked-again' }]);
  });

  it('ask again for money that came a second time, though the order was given back meanwhile', async () => {
    const { id, failed } = await paidTwice();
    const [own] = await refund(id, 150_000);
    expect(own?.paymentId).not.toBe(failed.paymentId);
    await ended(id, 2);
    await askAgain(failed.id);
    await ended(id, 3);
    expect((await payments(id)).map(({ refunded }) => refunded.amount)).toEqual([150_000, 150_000]);
    expect(await balances(id)).toEqual({});
  });

  it('hand over themselves what the gateway will not give back', async () => {
    const { id, failed } = await brokenOff();
    const asked = bank().asked.startRefund;
    const begun = await ask<One>('ask-refund-again', { params: { id: failed }, body: { byHand: true } });
    expect(begun.data).toMatchObject({ status: 'pending', problem: 'BY_HAND' });
    const given = { params: { id: begun.data.id }, body: { reference: 'Transfer 9' } };
    expect(await ask('confirm-refund', given)).toMatchObject({ data: { status: 'succeeded' } });
    expect(bank().asked.startRefund).toBe(asked);
    expect(await balances(id)).toEqual({});
  });

  it('do not ask again for money that paid for something or that has arrived', async () => {
    const { id, failed } = await brokenOff();
    bank().fail('startRefund', 'refuse');
    const other = await paidOrder();
    const [kept] = await refund(other.id, 150_000);
    await ended(other.id, 1);
    const second = (await askAgain(failed)).data.id;
    await ended(id, 2);
    for (const refundId of [kept?.id ?? '', second])
      await expect(askAgain(refundId)).rejects.toMatchObject({ code: 'REFUND_NOT_DUE', status: 409 });
    await expect(askAgain(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('confirm a failed refund that went all the same, as soon as the payment has that much left', async () => {
    const { id, paymentId, failed } = await brokenOff();
    bank().slowRefunds = true;
    const second = (await askAgain(failed)).data.id;
    const under = await eventually(
      () => refundsOf(id),
      (all) => all.some((one) => one.id === second && one.state === 'pending'),
    );
    expect(under).toHaveLength(2);
    const given = { params: { id: failed }, body: { reference: 'Bank 8' } };
    await expect(ask('confirm-refund', given)).rejects.toMatchObject({ code: 'NOT_BY_HAND' });
    await strapi.db.connection('refunds').where({ document_id: failed }).update({ problem: 'GONE_TWICE' });
    await expect(ask('confirm-refund', given)).rejects.toMatchObject({
      ...{ code: 'REFUND_EXCEEDS_PAYMENT', status: 409, details: { left: 0 } },
    });
    bank().settleRefund(`fake-${second}`, 'failed', 'insufficient_funds');
    await notify('refund', `fake-${second}`);
    await ended(id, 2);
    expect(await ask('confirm-refund', given)).toMatchObject({
      data: { status: 'succeeded', problem: null },
    });
    expect((await payments(id)).find((one) => one.id === paymentId)?.refunded).toEqual(money(150_000));
    expect((await orderRow(id)).refunded).toBe(150_000);
    expect(await balances(id)).toEqual({});
  });

  it('see notifications that came to nothing', async () => {
    const externalId = `fake-${newId()}`;
    await notify('payment', externalId);
    const listed = await eventually(
      () => ask<List>('inbox', { query: { externalId, state: 'problem' } }),
      // Rows and their number are read one after the other, and the problem may be written in between.
      ({ data }) => data.length === 1,
    );
    expect(listed.data).toMatchObject([
      { externalId, problem: 'GATEWAY_REFUSED', bytes: expect.any(Number) },
    ]);
    expect((await ask<List>('inbox', { query: { externalId, state: 'handled' } })).meta.total).toBe(0);
  });
});
