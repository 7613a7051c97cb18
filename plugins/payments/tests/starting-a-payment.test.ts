import { newId } from '@gangway/kit';
import { startPayment } from '../server/src/services/start.ts';
import {
  balances,
  bank,
  closeOrder,
  eventually,
  hangingStart,
  hub,
  kind,
  newOrder,
  notify,
  onlyPayment,
  openShop,
  orderRow,
  payments,
  start,
} from './shop.ts';

beforeAll(openShop);

/** Otherwise the sweep begins them again under the next test, into whose faults they run. */
const leaveUnknownStarts = () =>
  strapi.db
    .connection('payments')
    .where({ state: 'pending' })
    .whereNull('external_id')
    .update({ next_check_at: null });

afterEach(leaveUnknownStarts);

const refusal = {
  status: 402,
  body: { error: { code: 'PAYMENT_REFUSED', details: { reason: 'declined' } } },
};

describe('the start of a payment', () => {
  it('keeps the places until the term of the method', async () => {
    const id = await newOrder();
    const now = new Date();
    await start(id, { now });
    expect((await orderRow(id)).expires_at).toEqual(new Date(now.getTime() + 60 * 60_000));
  });

  it('goes on with an open attempt by the same method', async () => {
    const id = await newOrder();
    const first = await start(id);
    const again = await start(id);
    expect(again.body).toEqual(first.body);
    await onlyPayment(id);
  });

  it('by another method is another attempt, and the second that is paid is given back', async () => {
    const id = await newOrder();
    await start(id);
    await start(id, { method: 'fake:sbp' });
    const both = await payments(id);
    expect(both.map(({ method }) => method)).toEqual(['fake', 'fake:sbp']);
    for (const { externalId } of both) {
      bank().pay(externalId ?? '');
      await notify('payment', externalId ?? '');
    }
    await eventually(
      () => orderRow(id),
      ({ refunded }) => refunded > 0,
    );
    expect(await orderRow(id)).toMatchObject({ state: 'paid', settled: 2, refunded: 150_000 });
    expect(await balances(id)).toEqual({ 'clearing:fake': 150_000, prepayment: -150_000 });
  });

  it('of what is paid, closed or expired is refused', async () => {
    await expect(start(await newOrder({ state: 'paid' }))).rejects.toMatchObject({
      code: 'ALREADY_PAID',
      status: 409,
    });
    await expect(start(await newOrder({ state: 'closed' }))).rejects.toMatchObject({
      code: 'NOT_PAYABLE',
      status: 409,
    });
    const late = new Date(Date.now() + 16 * 60_000);
    await expect(start(await newOrder(), { now: late })).rejects.toMatchObject({ code: 'NOT_PAYABLE' });
    await expect(start(newId())).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
  });

  it('by a method that is not offered names those that are', async () => {
    const refused = start(await newOrder(), { method: 'nobody' });
    await expect(refused).rejects.toMatchObject({
      code: 'METHOD_NOT_AVAILABLE',
      status: 409,
      details: { methods: expect.arrayContaining(['fake']) },
    });
  });

  it('that the gateway refuses ends the attempt and tells why', async () => {
    const id = await newOrder();
    bank().fail('start', 'refuse');
    expect(await start(id)).toMatchObject(refusal);
    expect(await onlyPayment(id)).toMatchObject({ state: 'failed', reason: 'declined' });
  });

  it.each(['break', 'html'] as const)('that comes to nothing (%s) keeps the attempt', async (fault) => {
    const id = await newOrder();
    bank().fail('start', fault);
    await expect(start(id)).rejects.toMatchObject({ code: 'PAYMENT_UNAVAILABLE', status: 503 });
    expect(await onlyPayment(id)).toMatchObject({ state: 'pending', externalId: null });
  });

  it('of nothing to pay settles at once without a gateway', async () => {
    const id = await newOrder({ amount: 0 });
    const answer = await start(id);
    expect(answer.body.data).toMatchObject({ status: 'succeeded', action: { type: 'none' } });
    expect(await orderRow(id)).toMatchObject({ state: 'paid', settled: 1 });
    expect(await balances(id)).toEqual({});
  });
});

async function pay(id: string) {
  const { externalId } = await onlyPayment(id);
  bank().pay(externalId ?? '');
  await notify('payment', externalId ?? '');
  await eventually(
    () => orderRow(id),
    ({ state }) => state === 'paid',
  );
}

describe('a start under a key', () => {
  it('is answered with the same bytes again, whatever became of the payment', async () => {
    const [id, key] = [await newOrder(), newId()];
    const first = await start(id, { key });
    await pay(id);
    expect((await start(id, { key })).bytes).toBe(first.bytes);
  });

  it('that comes late is answered with what was kept first', async () => {
    const [id, key] = [await newOrder(), newId()];
    const kept: { first?: string } = {};
    const late = await startWith(id, key, async () => {
      kept.first = (await start(id, { key })).bytes;
      await pay(id);
    });
    expect(JSON.parse(String(late.bytes))).toMatchObject({ data: { status: 'pending' } });
    expect(String(late.bytes)).toBe(kept.first);
  });

  it('stands for one request', async () => {
    const key = newId();
    await start(await newOrder(), { key });
    const other = start(await newOrder(), { key });
    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', status: 409 });
  });

  it('keeps a refusal too', async () => {
    const [id, key] = [await newOrder(), newId()];
    bank().fail('start', 'refuse');
    const first = await start(id, { key });
    expect(first).toMatchObject(refusal);
    expect((await start(id, { key })).bytes).toBe(first.bytes);
    const [closed, other] = [await newOrder({ state: 'closed' }), newId()];
    const refused = await start(closed, { key: other });
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'NOT_PAYABLE' } } });
    expect((await start(closed, { key: other })).bytes).toBe(refused.bytes);
  });

  it('twenty times at once is one attempt with the same bytes', async () => {
    const [id, key] = [await newOrder(), newId()];
    const before = bank().payments.size;
    const answers = await Promise.all(Array.from({ length: 20 }, () => start(id, { key })));
    expect(new Set(answers.map(({ bytes }) => bytes)).size).toBe(1);
    await onlyPayment(id);
    expect(bank().payments.size).toBe(before + 1);
  });

  it('goes on with the same attempt after the gateway did it and answered 500', async () => {
    const [id, key] = [await newOrder(), newId()];
    const before = bank().payments.size;
    bank().fail('start', 'break-after');
    await expect(start(id, { key })).rejects.toMatchObject({ code: 'PAYMENT_UNAVAILABLE' });
    expect((await start(id, { key })).status).toBe(200);
    await onlyPayment(id);
    expect(bank().payments.size).toBe(before + 1);
  });

  it('goes on with the same attempt after the process broke off between its two transactions', async () => {
    const [id, key] = [await newOrder(), newId()];
    const before = bank().payments.size;
    await expect(startAndDie(id, key)).rejects.toThrow('The process died.');
    expect(bank().payments.size).toBe(before + 1);
    expect(await onlyPayment(id)).toMatchObject({ state: 'pending', externalId: null });
    const answer = await start(id, { key });
    expect(answer.body.data).toMatchObject({ paymentId: (await onlyPayment(id)).id, status: 'pending' });
    expect(bank().payments.size).toBe(before + 1);
    expect((await start(id, { key })).bytes).toBe(answer.bytes);
  });

  it('goes on although what it pays for was closed meanwhile', async () => {
    const [id, key] = [await newOrder(), newId()];
    bank().fail('start', 'break');
    await expect(start(id, { key })).rejects.toMatchObject({ code: 'PAYMENT_UNAVAILABLE' });
    await closeOrder(id);
    expect((await start(id, { key })).status).toBe(200);
    await onlyPayment(id);
  });
});

/** The first transaction commits, the gateway is asked, and this comes before the second transaction. */
function startWith(id: string, key: string, meanwhile: () => Promise<void>) {
  const state = { transactions: 0 };
  const real = hub();
  const waiting: typeof real.transaction = async (work) => {
    state.transactions += 1;
    if (state.transactions === 2) await meanwhile();
    return real.transaction(work);
  };
  return startPayment(
    { ...real, transaction: waiting },
    {
      ...{ kind, id, method: 'fake', returnUrl: 'http://localhost/', fields: {}, now: new Date() },
      request: { scope: 'test', key, hash: JSON.stringify([id, undefined]) },
      context: { locale: 'en', traceId: newId() },
    },
  );
}

const startAndDie = (id: string, key: string) =>
  startWith(id, key, () => Promise.reject(new Error('The process died.')));

/** Connections that have held a transaction since before `moment`, which is the database's time. */
const holding = async (moment: string): Promise<number> => {
  const { rows } = (await strapi.db.connection.raw(
    `select count(*)::int as held from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and xact_start < ?::timestamptz
       and backend_type = 'client backend'`,
    [moment],
  )) as { rows: [{ held: number }] };
  return rows[0].held;
};

/** As text: a date of JavaScript would lose the microseconds. */
const databaseTime = async (): Promise<string> => {
  const { rows } = (await strapi.db.connection.raw('select clock_timestamp()::text as now')) as {
    rows: [{ now: string }];
  };
  return rows[0].now;
};

describe('a gateway that hangs', () => {
  it('holds no transaction and no row', async () => {
    const id = await newOrder();
    bank().fail('start', 'hang');
    const started = start(id);
    await hangingStart();
    const moment = await databaseTime();
    expect(
      await eventually(
        () => holding(moment),
        (held) => held === 0,
      ),
    ).toBe(0);
    const { id: paymentId } = await onlyPayment(id);
    await strapi.db.connection.transaction(async (trx) => {
      await trx.raw('select 1 from payments where document_id = ? for update nowait', [paymentId]);
      await trx.raw('select 1 from test_orders where id = ? for update nowait', [id]);
    });
    bank()
      .hanging.splice(0)
      .forEach(({ letGo }) => letGo());
    expect((await started).status).toBe(200);
  });

  it('would be seen holding one', async () => {
    await strapi.db.connection.transaction(async (trx) => {
      await trx.raw('select 1');
      expect(await holding(await databaseTime())).toBeGreaterThan(0);
    });
  });
});
