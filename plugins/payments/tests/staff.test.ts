import { newId } from '@gangway/kit';
import type { Door } from '@gangway/kit';
import { staffDoors } from '../server/src/services/staff-doors.ts';
import {
  balances,
  bank,
  begun,
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
  transaction,
} from './shop.ts';
import { paymentsOf } from '@gangway/payments/contract';

beforeAll(openShop);

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
    refunds: { id: string }[];
    postings: { account: string }[];
  };
};

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
    const refunds = async () => (await payments(id)).flatMap((payment) => payment.refunds);
    const [waiting] = await eventually(refunds, ([one]) => one?.state === 'pending');
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
