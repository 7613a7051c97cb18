import { readEnv } from '@gangway/config/env';
import { clock } from '@gangway/kit';
import { startYookassaSandbox } from '@gangway/payments/sandbox';
import type { StartedYookassa } from '@gangway/payments/sandbox';
import {
  balances,
  eventually,
  inbox,
  later,
  newOrder,
  onlyPayment,
  openShop,
  orderRow,
  refund,
  start,
} from './shop.ts';

const held: { yookassa?: StartedYookassa } = {};
const yookassa = (): StartedYookassa => held.yookassa as StartedYookassa;

beforeAll(openShop);
beforeEach(async () => {
  const { sandbox, yookassa: shop } = readEnv();
  const { shopId = '', secretKey = '' } = shop;
  const notifyUrl = `${baseUrl}/api/payments/webhooks/yookassa`;
  const settings = { port: sandbox.port, shop: { shopId, secretKey }, notifyUrl };
  held.yookassa = await startYookassaSandbox({ ...settings, now: clock.now, onMove: clock.onMove });
});
afterEach(async () => {
  await yookassa().close();
  clock.reset();
});

const begin = async (id: string): Promise<string> => {
  await start(id, { method: 'yookassa', now: clock.now() });
  return (await onlyPayment(id)).externalId ?? '';
};

const until = (id: string, state: string) =>
  eventually(
    () => onlyPayment(id),
    (payment) => payment.state === state,
  );

async function paid(id: string): Promise<string> {
  const externalId = await begin(id);
  yookassa().control.pay(externalId);
  await until(id, 'succeeded');
  return externalId;
}

type State = {
  payments: { id: string; status: string }[];
  deliveries: { delivered: boolean; answer?: number }[];
};
const state = () => yookassa().control.state() as State;

/** What the sandbox knows, read between two answers of the database, so that its own work goes on. */
const read = async (): Promise<State> => {
  await strapi.db.connection.raw('select 1');
  return state();
};

describe('a payment over YooKassa', () => {
  it('goes from its page over the notification to the ledger and the paid order', async () => {
    const id = await newOrder();
    const answer = await start(id, { method: 'yookassa' });
    const { externalId } = await onlyPayment(id);
    expect(answer.body.data?.action).toEqual({
      type: 'redirect',
      url: `${yookassa().url}/checkout/payments/v2/contract?orderId=${externalId}`,
    });
    yookassa().control.pay(externalId ?? '', { card: '5555555555554477' });
    expect(await until(id, 'succeeded')).toMatchObject({ means: 'Bank card *4477', needsReview: false });
    expect(await orderRow(id)).toMatchObject({ state: 'paid', settled: 1 });
    expect(await balances(id)).toEqual({ 'clearing:yookassa': 150_000, prepayment: -150_000 });
  });

  it('settles once when its notifications come three times, late and in the wrong order', async () => {
    yookassa().control.switch({ copies: 3, reorder: true, delayMs: 50 });
    const id = await newOrder();
    const externalId = await paid(id);
    await eventually(
      read,
      ({ deliveries: all }) => all.length === 3 && all.every(({ delivered }) => delivered),
    );
    expect((await inbox(externalId)).map(({ receipts }) => receipts)).toEqual([3]);
    expect((await orderRow(id)).settled).toBe(1);
  });

  it('is found by asking when its notification is lost', async () => {
    yookassa().control.switch({ copies: 0 });
    const id = await newOrder();
    yookassa().control.pay(await begin(id));
    await later(5);
    expect((await until(id, 'succeeded')).state).toBe('succeeded');
  });

  it('takes no notification from anywhere else', async () => {
    yookassa().control.switch({ sourceIp: '192.0.2.1' });
    const id = await newOrder();
    const externalId = await begin(id);
    yookassa().control.pay(externalId);
    const { deliveries } = await eventually(read, ({ deliveries: [first] }) => first?.answer !== undefined);
    expect([deliveries[0]?.answer, await inbox(externalId)]).toEqual([403, []]);
  });

  it.each(['error-after-commit', 'html', 'drop'] as const)(
    'is one payment there when the answer to its start is lost (%s)',
    async (kind) => {
      yookassa().control.fault({ operation: 'payments.create', kind });
      const id = await newOrder();
      const lost = start(id, { method: 'yookassa', now: clock.now() });
      await expect(lost).rejects.toMatchObject({ code: 'PAYMENT_UNAVAILABLE' });
      await later(2);
      const payment = await eventually(
        () => onlyPayment(id),
        ({ externalId }) => externalId !== null,
      );
      expect(state().payments.map(({ id: there }) => there)).toEqual([payment.externalId]);
    },
  );

  it('that was declined or ran out leaves the order open', async () => {
    const declined = await newOrder();
    yookassa().control.pay(await begin(declined), { card: '5555555555554600' });
    expect(await until(declined, 'failed')).toMatchObject({ reason: 'insufficient_funds' });
    const late = await newOrder();
    await begin(late);
    await later(61);
    expect(await until(late, 'expired')).toMatchObject({ reason: 'expired_on_confirmation' });
    expect([(await orderRow(declined)).state, (await orderRow(late)).state]).toEqual(['open', 'open']);
  });

  it('is given back in parts with a receipt each', async () => {
    const id = await newOrder();
    await paid(id);
    await refund(id, 50_000);
    await eventually(
      () => orderRow(id),
      ({ refunded }) => refunded === 50_000,
    );
    await refund(id, 100_000);
    await eventually(
      () => orderRow(id),
      ({ refunded }) => refunded === 150_000,
    );
    expect(await balances(id)).toEqual({});
  });
});
