import { clock, newId, providerUnreachable } from '@gangway/kit';
import { carryOutRefund } from '../server/src/services/carry-out-refund.ts';
import { checkPayment } from '../server/src/services/check-payment.ts';
import type { Hub, OpenGateway } from '../server/src/services/hub.ts';
import { applyReport } from '../server/src/services/settle.ts';
import { keepNotice } from '../server/src/store/inbox.ts';
import { takeDuePayments } from '../server/src/store/payments.ts';
import { takeDueRefunds } from '../server/src/store/refunds.ts';
import {
  answered,
  balances,
  bank,
  begun,
  eventually,
  gateway,
  hub,
  inbox,
  later,
  newOrder,
  notify,
  onlyPayment,
  openShop,
  orderRow,
  payments,
  refund,
  paidOrder,
  start,
  transaction,
} from './shop.ts';

beforeAll(openShop);
afterEach(() => {
  bank().slowRefunds = false;
  clock.reset();
});

const stateOf = (id: string, wanted: string) =>
  eventually(
    () => onlyPayment(id),
    ({ state }) => state === wanted,
  );

describe('a payment that nobody tells us about', () => {
  it('is found out by asking', async () => {
    const id = await newOrder();
    bank().pay(await begun(id));
    await later(1);
    await stateOf(id, 'succeeded');
    expect(await orderRow(id)).toMatchObject({ state: 'paid', settled: 1 });
  });

  it('whose start is unknown is found out by starting the same attempt again', async () => {
    const id = await newOrder();
    const before = bank().payments.size;
    bank().fail('start', 'break-after');
    await expect(start(id)).rejects.toMatchObject({ code: 'PAYMENT_UNAVAILABLE' });
    await later(1);
    const found = await eventually(
      () => onlyPayment(id),
      ({ externalId }) => externalId !== null,
    );
    expect(found).toMatchObject({ state: 'pending', externalId: `fake-${found.id}` });
    expect(bank().payments.size).toBe(before + 1);
  });

  it('whose start is unknown after a day is left to people: asking again could begin another', async () => {
    const id = await newOrder();
    bank().fail('start', 'break');
    await expect(start(id)).rejects.toMatchObject({ code: 'PAYMENT_UNAVAILABLE' });
    const asked = bank().asked.start;
    await later(24 * 60);
    const left = await eventually(
      () => onlyPayment(id),
      ({ needsReview }) => needsReview,
    );
    expect(left).toMatchObject({ state: 'pending', reason: 'NO_ANSWER' });
    expect(bank().asked.start).toBe(asked);
  });

  it('is asked about again when the gateway does not answer', async () => {
    const id = await newOrder();
    bank().pay(await begun(id));
    bank().fail('fetch', 'break');
    const asked = bank().asked.fetch;
    await later(1);
    await eventually(
      async () => [await onlyPayment(id), bank().asked.fetch] as const,
      ([, times]) => times > asked,
    );
    await later(2);
    await stateOf(id, 'succeeded');
  });

  it('is over for us a day after its time, and money that comes then still settles', async () => {
    const id = await newOrder();
    const externalId = await begun(id);
    await later(26 * 60);
    await stateOf(id, 'expired');
    bank().pay(externalId);
    await notifyAgain(externalId);
    await stateOf(id, 'succeeded');
    expect(await balances(id)).toEqual({ 'clearing:fake': 150_000, prepayment: -150_000 });
  });
});

async function notifyAgain(externalId: string): Promise<void> {
  const { body, headers } = bank().notice('payment', externalId);
  await fetch(`${baseUrl}/api/payments/webhooks/fake`, { method: 'POST', headers, body });
}

const nextCheckOf = async (table: 'payments' | 'refunds', paymentOrRefundId: string) =>
  (await strapi.db.connection(table).where({ document_id: paymentOrRefundId }).first('next_check_at')) as {
    next_check_at: Date | null;
  };
const never = { next_check_at: null };
const tooLate = () => Promise.reject(providerUnreachable('The fake bank broke off long after.'));

/** The plugin of a process whose bank sends no notifications. */
function unheard(): Hub {
  const { readNotice: _, ...port } = gateway();
  const fake = { ...(hub().gateways.get('fake') as OpenGateway), port };
  return { ...hub(), gateways: new Map([['fake', fake]]) };
}

const day = 24 * 3_600_000;
const clearUp = (paymentId: string) =>
  strapi.db.connection('payments').where({ document_id: paymentId }).update({ needs_review: false });

describe('a payment that stays open for a week at a gateway without notifications', () => {
  it.each([true, false])(
    'is put before people once; when they looked (%s), late money settles',
    async (looked) => {
      const id = await newOrder();
      const externalId = await begun(id);
      const { id: paymentId } = await onlyPayment(id);
      const begin = Date.now();
      const look = (days: number) =>
        checkPayment(unheard(), { paymentId, now: new Date(begin + days * day) });
      await look(6);
      expect(await onlyPayment(id)).toMatchObject({ state: 'pending', needsReview: false });
      await look(8);
      expect(await onlyPayment(id)).toMatchObject({ needsReview: true, reason: 'STILL_OPEN' });
      const next = { next_check_at: new Date(begin + 9 * day) };
      expect(await nextCheckOf('payments', paymentId)).toEqual(next);
      if (looked) await clearUp(paymentId);
      await look(9);
      expect(await onlyPayment(id)).toMatchObject({ state: 'pending', needsReview: !looked });
      bank().pay(externalId);
      await later(10 * 24 * 60 + 1);
      expect(await stateOf(id, 'succeeded')).toMatchObject({ needsReview: false, reason: null });
      expect(await orderRow(id)).toMatchObject({ state: 'paid', settled: 1 });
      expect(await balances(id)).toEqual({ 'clearing:fake': 150_000, prepayment: -150_000 });
    },
  );

  it('is asked about once a day also where it does not answer', async () => {
    const id = await newOrder();
    const externalId = await begun(id);
    const { id: paymentId } = await onlyPayment(id);
    const now = new Date(Date.now() + 8 * day);
    const by = answered({ fetch: tooLate });
    await checkPayment(by, { paymentId, now });
    expect(await onlyPayment(id)).toMatchObject({ needsReview: true, reason: 'NO_ANSWER' });
    await clearUp(paymentId);
    await checkPayment(by, { paymentId, now });
    expect(await onlyPayment(id)).toMatchObject({ needsReview: false });
    expect(await nextCheckOf('payments', paymentId)).toEqual({
      next_check_at: new Date(now.getTime() + day),
    });
    bank().pay(externalId);
    await later(9 * 24 * 60 + 1);
    await stateOf(id, 'succeeded');
  });
});

describe('a slow answer', () => {
  it('leaves a start alone that has been paid meanwhile', async () => {
    const id = await newOrder();
    const by = answered({
      start: async (attempt) => {
        const { action, ...report } = await gateway().start(attempt);
        const paid = { ...report, state: 'succeeded' as const };
        const told = { paymentId: attempt.attemptId, report: paid, action, now: new Date() };
        await transaction((trx) => applyReport(hub(), trx, told));
        return tooLate();
      },
    });
    await expect(start(id, { by })).rejects.toMatchObject({ code: 'PAYMENT_UNAVAILABLE' });
    const payment = await onlyPayment(id);
    expect(payment.state).toBe('succeeded');
    expect(await nextCheckOf('payments', payment.id)).toEqual(never);
  });

  it.each([0, 8])('leaves a payment alone that has settled meanwhile, %i days old', async (days) => {
    const id = await newOrder();
    const externalId = await begun(id);
    const { id: paymentId } = await onlyPayment(id);
    const fetch = async () => {
      bank().pay(externalId);
      await notify('payment', externalId);
      await stateOf(id, 'succeeded');
      return tooLate();
    };
    const now = new Date(Date.now() + days * 24 * 3_600_000);
    await checkPayment(answered({ fetch }), { paymentId, now });
    expect(await onlyPayment(id)).toMatchObject({ state: 'succeeded', needsReview: false });
    expect(await nextCheckOf('payments', paymentId)).toEqual(never);
  });

  it('leaves a refund alone that has ended meanwhile', async () => {
    bank().slowRefunds = true;
    const { id } = await paidOrder();
    await refund(id, 150_000);
    const [pending] = await eventually(
      () => refundsOf(id),
      ([one]) => one?.state === 'pending',
    );
    const refundId = pending?.id ?? '';
    const fetchRefund = async () => {
      bank().settleRefund(`fake-${refundId}`, 'succeeded');
      await notify('refund', `fake-${refundId}`);
      await eventually(
        () => refundsOf(id),
        ([one]) => one?.state === 'succeeded',
      );
      return tooLate();
    };
    await carryOutRefund(answered({ fetchRefund }), { refundId, now: new Date() });
    expect(await nextCheckOf('refunds', refundId)).toEqual(never);
  });

  it('that has put something back among what is due is not swept for ever', async () => {
    const { id, payment } = await paidOrder();
    const [asked] = await refund(id, 150_000);
    await eventually(
      () => refundsOf(id),
      ([one]) => one?.state === 'succeeded',
    );
    const now = new Date();
    const ago = { next_check_at: new Date(now.getTime() - 60_000) };
    await strapi.db.connection('payments').where({ document_id: payment.id }).update(ago);
    await strapi.db.connection('refunds').where({ document_id: asked?.id }).update(ago);
    const due = { now, until: now, limit: 1000 };
    expect(await transaction((trx) => takeDuePayments(trx, due))).not.toContain(payment.id);
    expect(await transaction((trx) => takeDueRefunds(trx, due))).not.toContain(asked?.id);
  });
});

const rowsOf = (table: 'payments' | 'refunds', paymentOrRefundId: string) =>
  strapi.db.connection(table).where({ document_id: paymentOrRefundId });
const listed = (table: 'payments' | 'refunds', paymentOrRefundId: string, provider_key: string) =>
  rowsOf(table, paymentOrRefundId).update({ provider_key });

/** Transactions of the plugin; before the second one something happens. */
function beforeSecond(happens: () => PromiseLike<unknown>): Hub['transaction'] {
  const begun = { times: 0 };
  return async (work) => {
    begun.times += 1;
    if (begun.times === 2) await happens();
    return hub().transaction(work);
  };
}

describe('a gateway that is no longer listed', () => {
  it('leaves its open payments to people', async () => {
    const id = await newOrder();
    await begun(id);
    const { id: paymentId } = await onlyPayment(id);
    await listed('payments', paymentId, 'gone');
    await later(1);
    const asked = async () =>
      (await strapi.db.connection('payments').where({ document_id: paymentId }).first()).checks as number;
    await eventually(asked, (checks) => checks > 0);
    expect(await onlyPayment(id)).toMatchObject({ needsReview: false });
    await later(61);
    const left = await eventually(
      () => onlyPayment(id),
      ({ needsReview }) => needsReview,
    );
    expect(left).toMatchObject({ state: 'pending', reason: 'NO_GATEWAY' });
  });

  it.each([true, false])('goes on with them by itself when it is listed again (paid: %s)', async (isPaid) => {
    const id = await newOrder();
    const externalId = await begun(id);
    const { id: paymentId } = await onlyPayment(id);
    await listed('payments', paymentId, 'gone');
    await later(61);
    await eventually(
      () => onlyPayment(id),
      ({ needsReview }) => needsReview,
    );
    await listed('payments', paymentId, 'fake');
    if (isPaid) bank().pay(externalId);
    await later(16);
    const after = await eventually(
      () => onlyPayment(id),
      ({ needsReview }) => !needsReview,
    );
    expect(after).toMatchObject({ state: isPaid ? 'succeeded' : 'pending', reason: null });
    bank().pay(externalId);
    await later(16);
    await stateOf(id, 'succeeded');
    expect(await orderRow(id)).toMatchObject({ state: 'paid', settled: 1 });
  });

  it('leaves its refunds to people after an hour, and makes them when it is listed again', async () => {
    const { id, payment } = await paidOrder();
    await listed('payments', payment.id, 'gone');
    const asked = bank().asked.startRefund;
    const [begun] = await refund(id, 150_000);
    const refundId = begun?.id ?? '';
    await carryOutRefund(hub(), { refundId, now: clock.now() });
    expect(await rowOf('refunds', refundId)).toMatchObject({ state: 'requested', problem: null, checks: 0 });
    await later(61);
    const left = await eventually(
      () => rowOf('refunds', refundId),
      ({ problem }) => problem !== null,
    );
    expect(left).toMatchObject({ state: 'requested', problem: 'NO_GATEWAY' });
    expect(await onlyPayment(id)).toMatchObject({ needsReview: true });
    await listed('payments', payment.id, 'fake');
    await listed('refunds', refundId, 'fake');
    await later(16);
    await eventually(
      () => refundsOf(id),
      ([one]) => one?.state === 'succeeded',
    );
    expect(bank().asked.startRefund).toBe(asked + 1);
    expect(await balances(id)).toEqual({});
  });

  it('makes no refund that people have ended meanwhile', async () => {
    const { id, payment } = await paidOrder();
    await listed('payments', payment.id, 'gone');
    const [begun] = await refund(id, 150_000);
    const refundId = begun?.id ?? '';
    await carryOutRefund(hub(), { refundId, now: new Date(Date.now() + day / 12) });
    expect(await rowOf('refunds', refundId)).toMatchObject({ problem: 'NO_GATEWAY' });
    await listed('payments', payment.id, 'fake');
    const asked = bank().asked.startRefund;
    const failed = { state: 'failed', settled_at: new Date() };
    const by = { ...hub(), transaction: beforeSecond(() => rowsOf('refunds', refundId).update(failed)) };
    await carryOutRefund(by, { refundId, now: clock.now() });
    expect(bank().asked.startRefund).toBe(asked);
  });

  it('has its notifications closed with the reason', async () => {
    const externalId = `gone-${newId()}`;
    const notice = { dedupeKey: externalId, event: 'payment.changed', about: 'payment' as const, externalId };
    const raw = { bytes: Buffer.from('{}'), headers: {}, ip: '127.0.0.1' };
    const now = new Date();
    await transaction((trx) => keepNotice(trx, { providerKey: 'gone', notice, raw, now, dueAt: now }));
    const look = async () => {
      const [row] = await inbox(externalId);
      return { ...row, tried: row.tries as number };
    };
    const closed = await sweptUntil(look, (row) => row.handled_at !== null);
    expect(closed.tries).toBeGreaterThan(1);
    expect(closed).toMatchObject({ problem: 'NO_GATEWAY', next_try_at: null });
  });
});

/** A shop that cannot count any higher: whatever it is told of breaks. */
const full = 2_147_483_647;
const orders = (id: string) => strapi.db.connection('test_orders').where({ id });

/** Sweeps until it is so; between two sweeps longer than the longest wait passes. */
async function sweptUntil<Row>(
  look: () => Promise<Row & { tried: number }>,
  isSo: (row: Row) => boolean,
): Promise<Row> {
  for (;;) {
    const before = await look();
    if (isSo(before)) return before;
    await later(16);
    await eventually(look, (row) => row.tried !== before.tried || isSo(row));
  }
}

const rowOf = async (table: 'payments' | 'refunds', paymentOrRefundId: string) => {
  const row = await strapi.db.connection(table).where({ document_id: paymentOrRefundId }).first();
  return { ...row, tried: Number(row.failures) };
};

describe('work that breaks every time', () => {
  it('on a payment is left to people, who have it settled when the fault is mended', async () => {
    const id = await newOrder();
    bank().pay(await begun(id));
    await orders(id).update({ settled: full });
    const { id: paymentId } = await onlyPayment(id);
    const left = await sweptUntil(
      () => rowOf('payments', paymentId),
      ({ needs_review }) => needs_review,
    );
    expect(left).toMatchObject({ state: 'pending', reason: 'CANNOT_SETTLE', failures: 9, ...never });
    await orders(id).update({ settled: 0 });
    await checkPayment(hub(), { paymentId, now: clock.now() });
    expect(await rowOf('payments', paymentId)).toMatchObject({ state: 'succeeded', failures: 0 });
    expect(await orderRow(id)).toMatchObject({ state: 'paid', settled: 1 });
  });

  it('on a refund is left to people', async () => {
    const { id } = await paidOrder();
    await orders(id).update({ refunded: full });
    const [asked] = await refund(id, 150_000);
    const left = await sweptUntil(
      () => rowOf('refunds', asked?.id ?? ''),
      ({ problem }) => problem !== null,
    );
    expect(left).toMatchObject({ state: 'requested', problem: 'CANNOT_SETTLE', ...never });
    expect((await onlyPayment(id)).needsReview).toBe(true);
  });

  it('on a notification of money that comes late is left to people', async () => {
    const id = await newOrder();
    const externalId = await begun(id);
    await later(26 * 60);
    await stateOf(id, 'expired');
    await orders(id).update({ settled: full });
    bank().pay(externalId);
    await notifyAgain(externalId);
    const noticed = async () => {
      const [row] = await inbox(externalId);
      return { ...row, tried: Number(row?.tries) };
    };
    const closed = await sweptUntil(noticed, ({ handled_at }) => handled_at !== null);
    expect(closed).toMatchObject({ problem: 'CANNOT_SETTLE' });
    expect(await onlyPayment(id)).toMatchObject({ needsReview: true, reason: 'CANNOT_SETTLE' });
  });
});

const refundsOf = async (id: string) => (await payments(id)).flatMap(({ refunds }) => refunds);

describe('a refund that nobody tells us about', () => {
  it.each(['says that it is pending', 'breaks off'])(
    'is left to people after a week in which the bank %s',
    async (how) => {
      bank().slowRefunds = true;
      const { id } = await paidOrder();
      await refund(id, 150_000);
      const [pending] = await eventually(
        () => refundsOf(id),
        ([one]) => one?.state === 'pending',
      );
      if (how === 'breaks off') bank().fail('fetchRefund', 'break');
      const asked = bank().asked.fetchRefund;
      await later(8 * 24 * 60);
      await eventually(
        () => onlyPayment(id),
        ({ needsReview }) => needsReview,
      );
      expect(bank().asked.fetchRefund).toBe(asked + 1);
      const row = await strapi.db.connection('refunds').where({ document_id: pending?.id }).first();
      expect(row).toMatchObject({ state: 'pending', problem: 'NO_ANSWER', ...never });
    },
  );

  it('is found out by asking', async () => {
    bank().slowRefunds = true;
    const { id } = await paidOrder();
    await refund(id, 150_000);
    const [pending] = await eventually(
      () => refundsOf(id),
      ([one]) => one?.state === 'pending',
    );
    bank().settleRefund(`fake-${pending?.id}`, 'succeeded');
    await later(2);
    await eventually(
      () => refundsOf(id),
      ([one]) => one?.state === 'succeeded',
    );
    expect((await orderRow(id)).refunded).toBe(150_000);
  });
});
