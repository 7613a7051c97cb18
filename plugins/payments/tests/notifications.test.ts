import { clock, newId } from '@gangway/kit';
import {
  balances,
  bank,
  begun,
  eventually,
  gateway,
  hangingStart,
  hub,
  inbox,
  later,
  newOrder,
  notify,
  onlyPayment,
  openShop,
  orderRow,
  paidOrder,
  start,
} from './shop.ts';

beforeAll(openShop);
afterEach(() => clock.reset());

const handled = (externalId: string) =>
  eventually(
    () => inbox(externalId),
    ([row]) => row?.handled_at !== null,
  );

describe('a notification', () => {
  it('that comes many times is stored once, counted, and settles once', async () => {
    const id = await newOrder();
    const externalId = await begun(id);
    bank().pay(externalId);
    const answers = await Promise.all(Array.from({ length: 10 }, () => notify('payment', externalId)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await eventually(
      () => orderRow(id),
      ({ state }) => state === 'paid',
    );
    const rows = await handled(externalId);
    expect(rows.map(({ receipts }) => receipts)).toEqual([10]);
    expect((await orderRow(id)).settled).toBe(1);
    expect(await balances(id)).toEqual({ 'clearing:fake': 150_000, prepayment: -150_000 });
  });

  it('that is forged is refused and leaves nothing', async () => {
    const id = await newOrder();
    const externalId = await begun(id);
    const forged = await notify('payment', externalId, { headers: { 'x-fake-signature': 'guessed' } });
    expect(forged).toEqual({ status: 403, code: 'NOTIFICATION_REFUSED' });
    expect(await inbox(externalId)).toEqual([]);
  });

  it.each(['', '{', '<html>bad gateway</html>', '{"event":1}'])('that reads %j is refused', async (body) => {
    expect(await notify('payment', 'x', { body })).toEqual({ status: 403, code: 'NOTIFICATION_REFUSED' });
  });

  it('to a provider that is not listed finds nothing', async () => {
    const answer = await fetch(`${baseUrl}/api/payments/webhooks/nobody`, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(404);
  });

  it('that lies about a payment settles nothing, and does not swallow the true one', async () => {
    const id = await newOrder();
    const externalId = await begun(id);
    await notify('payment', externalId);
    await handled(externalId);
    expect([(await onlyPayment(id)).state, (await orderRow(id)).state]).toEqual(['pending', 'open']);
    bank().pay(externalId);
    await notify('payment', externalId);
    await eventually(
      () => orderRow(id),
      ({ state }) => state === 'paid',
    );
    expect((await inbox(externalId)).map(({ receipts }) => receipts)).toEqual([2]);
  });

  it('that its process did not live to look into is taken up by the sweep', async () => {
    const id = await newOrder();
    const externalId = await begun(id);
    bank().pay(externalId);
    const dead = jest.spyOn(hub().follower, 'follow').mockReturnValue();
    expect((await notify('payment', externalId)).status).toBe(200);
    dead.mockRestore();
    expect((await inbox(externalId))[0]).toMatchObject({ handled_at: null });
    await later(1);
    await handled(externalId);
    expect(await orderRow(id)).toMatchObject({ state: 'paid', settled: 1 });
  });

  it('that is replayed after the payment has settled asks nobody', async () => {
    const { id, payment } = await paidOrder();
    const externalId = payment.externalId ?? '';
    await handled(externalId);
    const asking = jest.spyOn(gateway(), 'fetch');
    expect((await notify('payment', externalId)).status).toBe(200);
    expect((await inbox(externalId)).map(({ receipts }) => receipts)).toEqual([2]);
    expect(asking.mock.calls.flat()).not.toContain(externalId);
    asking.mockRestore();
    expect((await orderRow(id)).settled).toBe(1);
  });

  it('that comes before the answer of the start is kept and settles when that is known', async () => {
    const id = await newOrder();
    bank().fail('start', 'hang-after');
    const started = start(id);
    await hangingStart();
    const externalId = `fake-${(await onlyPayment(id)).id}`;
    bank().pay(externalId);
    expect((await notify('payment', externalId)).status).toBe(200);
    const [early] = await eventually(
      () => inbox(externalId),
      ([row]) => row?.problem !== null,
    );
    expect(early).toMatchObject({ problem: 'UNKNOWN_PAYMENT', handled_at: null });
    bank()
      .hanging.splice(0)
      .forEach(({ letGo }) => letGo());
    expect((await started).body.data).toMatchObject({ status: 'pending' });
    await eventually(
      () => orderRow(id),
      ({ state }) => state === 'paid',
    );
    const [kept] = await handled(externalId);
    expect(kept).toMatchObject({ problem: null, payment_id: (await onlyPayment(id)).id });
    expect((await orderRow(id)).settled).toBe(1);
  });

  it('about a payment that is not ours is kept with its problem', async () => {
    const externalId = `fake-${newId()}`;
    const stranger = { externalId, attemptId: 'x', state: 'succeeded', test: true, refunded: 0 } as const;
    bank().payments.set(externalId, { ...stranger, amount: { amount: 1, currency: 'RUB' } });
    expect((await notify('payment', externalId)).status).toBe(200);
    const [row] = await eventually(
      () => inbox(externalId),
      ([kept]) => kept?.problem !== null,
    );
    expect(row).toMatchObject({ problem: 'UNKNOWN_PAYMENT', payment_id: null });
  });

  it('about something that the gateway does not know is kept with its problem', async () => {
    const externalId = `fake-${newId()}`;
    await notify('payment', externalId);
    const [row] = await eventually(
      () => inbox(externalId),
      ([kept]) => kept?.problem !== null,
    );
    expect(row?.problem).toBe('GATEWAY_REFUSED');
  });

  it.each([
    ['OTHER_AMOUNT', { amount: 149_900, currency: 'RUB' }, 149_900],
    ['OTHER_CURRENCY', { amount: 150_000, currency: 'USD' }, 150_000],
  ] as const)('about money that is not what we asked for settles nothing: %s', async (why, amount, kept) => {
    const id = await newOrder();
    const externalId = await begun(id);
    bank().tamper(externalId, { amount });
    bank().pay(externalId);
    await notify('payment', externalId);
    const payment = await eventually(
      () => onlyPayment(id),
      ({ needsReview }) => needsReview,
    );
    expect(payment).toMatchObject({ state: 'pending', reason: why });
    expect(await orderRow(id)).toMatchObject({ state: 'open', settled: 0 });
    expect(await balances(id)).toEqual({ 'clearing:fake': kept, suspense: -kept });
  });

  it('settles after the gateway has put the amount right', async () => {
    const id = await newOrder();
    const externalId = await begun(id);
    bank().tamper(externalId, { amount: { amount: 100_000, currency: 'RUB' } });
    bank().pay(externalId);
    await notify('payment', externalId);
    await eventually(
      () => onlyPayment(id),
      ({ needsReview }) => needsReview,
    );
    bank().tamper(externalId, { amount: { amount: 150_000, currency: 'RUB' } });
    await notify('payment', externalId);
    await eventually(
      () => orderRow(id),
      ({ state }) => state === 'paid',
    );
    expect(await balances(id)).toEqual({ 'clearing:fake': 150_000, prepayment: -150_000 });
    expect((await onlyPayment(id)).needsReview).toBe(true);
  });

  it('of a decline ends the attempt and leaves the order open', async () => {
    const id = await newOrder();
    const externalId = await begun(id);
    bank().decline(externalId, 'insufficient_funds');
    await notify('payment', externalId);
    const payment = await eventually(
      () => onlyPayment(id),
      ({ state }) => state === 'canceled',
    );
    expect(payment.reason).toBe('insufficient_funds');
    expect((await orderRow(id)).state).toBe('open');
    expect(await balances(id)).toEqual({});
  });

  it('keeps the bytes as they came, and no secrets of the headers', async () => {
    const id = await newOrder();
    const externalId = await begun(id);
    const { body } = bank().notice('payment', externalId);
    const spaced = body.replace(',', ' ,\n\t');
    await notify('payment', externalId, {
      body: spaced,
      headers: { authorization: 'Bearer s3cret', cookie: 'a=b' },
    });
    const [row] = await inbox(externalId);
    expect(Buffer.from(row.bytes).toString('utf8')).toBe(spaced);
    expect(JSON.stringify(row.headers)).not.toMatch(/s3cret|cookie/);
  });
});
