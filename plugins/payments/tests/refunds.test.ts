import { clock, newId } from '@gangway/kit';
import { paymentsOf } from '@gangway/payments/contract';
import { reserveRefund } from '../server/src/store/payments.ts';
import type { RefundRow } from '../server/src/store/refunds.ts';
import {
  balances,
  bank,
  eventually,
  kind,
  later,
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

beforeAll(openShop);
afterEach(() => {
  bank().slowRefunds = false;
  clock.reset();
});

const refundsOf = async (id: string) => (await payments(id)).flatMap(({ refunds }) => refunds);
const refundRow = (id: string | undefined) =>
  strapi.db.connection('refunds').where({ document_id: id }).first() as unknown as Promise<RefundRow>;
const finished = (id: string, count = 1) =>
  eventually(
    () => refundsOf(id),
    (refunds) => refunds.filter(({ state }) => ['succeeded', 'failed'].includes(state)).length === count,
  );

describe('a refund', () => {
  it('is reserved at once, carried out, booked and told', async () => {
    const { id } = await paidOrder();
    const [asked] = await refund(id, 150_000);
    expect(asked).toMatchObject({ state: 'requested', amount: money(150_000) });
    expect((await onlyPayment(id)).refunded).toEqual(money(150_000));
    expect(await finished(id)).toMatchObject([{ state: 'succeeded' }]);
    expect(await orderRow(id)).toMatchObject({ refunded: 150_000, refunds_failed: 0 });
    expect(await balances(id)).toEqual({});
  });

  it('of parts leaves the rest with us', async () => {
    const { id } = await paidOrder();
    await refund(id, 50_000);
    await refund(id, 30_000);
    await finished(id, 2);
    expect(await balances(id)).toEqual({ 'clearing:fake': 70_000, prepayment: -70_000 });
  });

  it('asked for again with the same key is the same one', async () => {
    const { id } = await paidOrder();
    const key = newId();
    const first = await refund(id, 50_000, key);
    expect(await refund(id, 50_000, key)).toMatchObject([{ id: first[0]?.id }]);
    await finished(id);
    expect((await onlyPayment(id)).refunded).toEqual(money(50_000));
  });

  it('above the rest is refused and changes nothing', async () => {
    const { id } = await paidOrder();
    await refund(id, 100_000);
    await expect(refund(id, 50_001)).rejects.toMatchObject({
      code: 'REFUND_EXCEEDS_PAYMENT',
      status: 409,
      details: { left: 50_000 },
    });
    expect((await onlyPayment(id)).refunded).toEqual(money(100_000));
    await expect(refund(await newOrder(), 1)).rejects.toMatchObject({ code: 'REFUND_EXCEEDS_PAYMENT' });
    await finished(id);
  });

  it('that the gateway refuses is reversed, and people are told', async () => {
    const { id } = await paidOrder();
    bank().fail('startRefund', 'refuse');
    await refund(id, 150_000);
    expect(await finished(id)).toMatchObject([{ state: 'failed' }]);
    expect(await onlyPayment(id)).toMatchObject({ needsReview: true, refunded: money(0) });
    expect(await orderRow(id)).toMatchObject({ refunded: 0, refunds_failed: 1 });
    expect(await balances(id)).toEqual({ 'clearing:fake': 150_000, prepayment: -150_000 });
  });

  it('whose answer got lost is sent again and happens once', async () => {
    const { id, payment } = await paidOrder();
    bank().fail('startRefund', 'break-after');
    const asked = bank().asked.startRefund;
    await refund(id, 50_000);
    await eventually(
      async () => [await refundsOf(id), bank().asked.startRefund] as const,
      ([, times]) => times > asked,
    );
    await later(1);
    expect(await finished(id)).toMatchObject([{ state: 'succeeded' }]);
    expect(bank().payments.get(payment.externalId ?? '')?.refunded).toBe(50_000);
    expect(bank().asked.startRefund).toBe(asked + 2);
  });

  it('whose answer got lost and that is refused then is left to people: the money may have gone', async () => {
    const { id, payment } = await paidOrder();
    bank().fail('startRefund', 'break-after');
    bank().fail('startRefund', 'refuse');
    const asked = bank().asked.startRefund;
    const [sent] = await refund(id, 150_000);
    await eventually(
      () => refundRow(sent?.id),
      ({ checks }) => checks > 0,
    );
    await later(1);
    const left = await eventually(
      () => onlyPayment(id),
      ({ needsReview }) => needsReview,
    );
    expect(bank().asked.startRefund).toBe(asked + 2);
    expect(await refundRow(sent?.id)).toMatchObject({ state: 'requested', problem: 'REFUSED_LATER' });
    expect(bank().payments.get(payment.externalId ?? '')?.refunded).toBe(150_000);
    expect(left.refunded).toEqual(money(150_000));
    expect(await orderRow(id)).toMatchObject({ refunds_failed: 0 });
  });

  it.each([
    ['succeeded', { refunded: 150_000, refunds_failed: 0 }, {}],
    ['failed', { refunded: 0, refunds_failed: 1 }, { 'clearing:fake': 150_000, prepayment: -150_000 }],
  ] as const)('that stays pending ends as %s when the bank says so', async (state, told, booked) => {
    bank().slowRefunds = true;
    const { id } = await paidOrder();
    await refund(id, 150_000);
    const [pending] = await eventually(
      () => refundsOf(id),
      ([one]) => one?.state === 'pending',
    );
    const externalId = `fake-${pending?.id}`;
    bank().settleRefund(externalId, state, 'insufficient_funds');
    await notify('refund', externalId);
    await finished(id);
    expect(await orderRow(id)).toMatchObject(told);
    expect(await balances(id)).toEqual(booked);
  });
});

const told = async (state: 'succeeded' | 'failed', refundId: string) => {
  bank().settleRefund(`fake-${refundId}`, state, 'insufficient_funds');
  await notify('refund', `fake-${refundId}`);
};

/** A refund of the whole that the bank says has failed. */
async function failedRefund() {
  bank().slowRefunds = true;
  const { id, payment } = await paidOrder();
  const [asked] = await refund(id, 150_000);
  const refundId = asked?.id ?? '';
  await eventually(
    () => refundRow(refundId),
    ({ state }) => state === 'pending',
  );
  await told('failed', refundId);
  await finished(id);
  return { id, refundId, payment };
}

describe('a refund that failed and goes all the same', () => {
  it('is booked once, without asking the bank for another, and people are told', async () => {
    const { id, refundId, payment } = await failedRefund();
    await strapi.db.connection('payments').where({ document_id: payment.id }).update({ needs_review: false });
    const asked = bank().asked.startRefund;
    await told('succeeded', refundId);
    await eventually(
      () => refundRow(refundId),
      ({ state }) => state === 'succeeded',
    );
    await told('succeeded', refundId);
    expect(await onlyPayment(id)).toMatchObject({
      ...{ refunded: money(150_000), needsReview: true, reason: 'GONE_AFTER_ALL' },
    });
    expect(await orderRow(id)).toMatchObject({ refunded: 150_000, refunds_failed: 1 });
    expect(await balances(id)).toEqual({});
    expect(bank().asked.startRefund).toBe(asked);
  });

  it('is left to people where another went in its place, and never more is booked than was paid', async () => {
    const { id, refundId } = await failedRefund();
    bank().slowRefunds = false;
    bank().payments.set(...unspent(await onlyPayment(id)));
    await refund(id, 150_000);
    await eventually(
      () => refundsOf(id),
      ([, other]) => other?.state === 'succeeded',
    );
    await told('succeeded', refundId);
    const left = await eventually(
      () => refundRow(refundId),
      ({ problem }) => problem === 'GONE_TWICE',
    );
    expect(left.state).toBe('failed');
    expect(await onlyPayment(id)).toMatchObject({ refunded: money(150_000), needsReview: true });
    expect(await orderRow(id)).toMatchObject({ refunded: 150_000, refunds_failed: 1 });
    expect(await balances(id)).toEqual({});
  });

  it('is known by our own id where the answer to its send was lost', async () => {
    const { id } = await paidOrder();
    bank().fail('startRefund', 'break-after');
    bank().fail('startRefund', 'refuse');
    const [asked] = await refund(id, 150_000);
    const refundId = asked?.id ?? '';
    await eventually(
      () => refundRow(refundId),
      ({ checks }) => checks > 0,
    );
    await later(1);
    await eventually(
      () => refundRow(refundId),
      ({ problem }) => problem === 'REFUSED_LATER',
    );
    await notify('refund', `fake-${refundId}`);
    await finished(id);
    expect(await refundRow(refundId)).toMatchObject({ state: 'succeeded', external_id: `fake-${refundId}` });
    expect((await onlyPayment(id)).refunded).toEqual(money(150_000));
    expect(await balances(id)).toEqual({});
  });
});

/** The bank's own books after a refund that came to nothing. */
function unspent({ externalId }: { externalId: string | null }) {
  const key = externalId ?? '';
  const kept = bank().payments.get(key);
  if (!kept) throw new Error('The bank knows of no such payment.');
  return [key, { ...kept, refunded: 0 }] as const;
}

describe('two refunds of the whole at once', () => {
  it('are one: the other is refused', async () => {
    const { payment } = await paidOrder();
    const reserve = () =>
      transaction((trx) => reserveRefund(trx, { paymentId: payment.id, amount: 150_000, now: new Date() }));
    expect((await Promise.all([reserve(), reserve(), reserve()])).filter(Boolean)).toHaveLength(1);
  });

  it('are one over the door of the plugin', async () => {
    const { id } = await paidOrder();
    const outcomes = await Promise.allSettled([refund(id, 150_000), refund(id, 150_000)]);
    const refused = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(refused.reason).toMatchObject({ code: 'REFUND_EXCEEDS_PAYMENT' });
    expect((await onlyPayment(id)).refunded).toEqual(money(150_000));
    await finished(id);
  });

  it('would both win without the condition and the constraint', async () => {
    const { connection } = strapi.db;
    await connection.raw('drop table if exists unguarded_payments');
    await connection.raw('create table unguarded_payments as select * from payments where false');
    await connection('unguarded_payments').insert({ document_id: 'p', amount: 150_000, refunded_amount: 0 });
    const take = () =>
      connection.raw('update unguarded_payments set refunded_amount = refunded_amount + 150000 returning 1');
    await Promise.all([take(), take()]);
    expect(await connection('unguarded_payments').first('refunded_amount')).toEqual({
      refunded_amount: 300_000,
    });
  });

  it('are refused by the table itself', async () => {
    const { payment } = await paidOrder();
    const forced = strapi.db
      .connection('payments')
      .where({ document_id: payment.id })
      .update({ refunded_amount: 150_001 });
    await expect(forced).rejects.toThrow('payments_refunded');
  });
});

describe('money that people took', () => {
  const given = { method: 'cash', reference: 'Slip 17', reason: 'Paid at the pier', staffId: 'staff-1' };
  const pay = (id: string, amount = 150_000) =>
    transaction((trx) =>
      paymentsOf(strapi).payManually(trx, { ...given, kind, id, amount: money(amount), now: new Date() }),
    );

  it('settles like any other', async () => {
    const id = await newOrder();
    expect(await pay(id)).toMatchObject({ state: 'succeeded', method: 'cash', provider: 'manual' });
    expect(await orderRow(id)).toMatchObject({ state: 'paid', settled: 1 });
    expect(await balances(id)).toEqual({ 'clearing:cash': 150_000, prepayment: -150_000 });
  });

  it('is refused twice, for another amount and for nothing', async () => {
    const id = await newOrder();
    await expect(pay(id, 149_999)).rejects.toMatchObject({ code: 'AMOUNT_DIFFERS', status: 409 });
    await pay(id);
    await expect(pay(id)).rejects.toMatchObject({ code: 'ALREADY_PAID', status: 409 });
    await expect(pay(newId())).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
  });

  it('goes back by hand: the refund waits for people', async () => {
    const id = await newOrder();
    await pay(id);
    await refund(id, 150_000);
    const [waiting] = await eventually(
      () => refundsOf(id),
      ([one]) => one?.state === 'pending',
    );
    expect(waiting).toMatchObject({ state: 'pending' });
    expect(await balances(id)).toEqual({ 'clearing:cash': 150_000, 'refunds-payable': -150_000 });
  });
});

describe('money that comes late', () => {
  it('is given back by what cannot keep it', async () => {
    const id = await newOrder();
    await start(id);
    const { externalId } = await onlyPayment(id);
    await strapi.db.connection('test_orders').where({ id }).update({ state: 'closed' });
    bank().pay(externalId ?? '');
    await notify('payment', externalId ?? '');
    await finished(id);
    expect(await orderRow(id)).toMatchObject({ state: 'closed', settled: 1, refunded: 150_000 });
    expect(await balances(id)).toEqual({});
  });

  it('settles after the attempt was declined', async () => {
    const id = await newOrder();
    await start(id);
    const externalId = (await onlyPayment(id)).externalId ?? '';
    bank().decline(externalId, 'expired_on_confirmation');
    await notify('payment', externalId);
    await eventually(
      () => onlyPayment(id),
      ({ state }) => state === 'canceled',
    );
    bank().pay(externalId);
    await notify('payment', externalId);
    const paid = await eventually(
      () => orderRow(id),
      ({ state }) => state === 'paid',
    );
    expect(paid.settled).toBe(1);
  });
});
