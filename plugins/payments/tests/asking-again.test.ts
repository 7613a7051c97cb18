import { clock } from '@gangway/kit';
import {
  balances,
  bank,
  begun,
  eventually,
  later,
  newOrder,
  onlyPayment,
  openShop,
  orderRow,
  payments,
  refund,
  paidOrder,
  start,
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

describe('a refund that nobody tells us about', () => {
  it('is found out by asking', async () => {
    bank().slowRefunds = true;
    const { id } = await paidOrder();
    await refund(id, 150_000);
    const refundsOf = async () => (await payments(id)).flatMap(({ refunds }) => refunds);
    const [pending] = await eventually(refundsOf, ([one]) => one?.state === 'pending');
    bank().settleRefund(`fake-${pending?.id}`, 'succeeded');
    await later(2);
    await eventually(refundsOf, ([one]) => one?.state === 'succeeded');
    expect((await orderRow(id)).refunded).toBe(150_000);
  });
});
