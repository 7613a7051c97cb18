import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { item, openShop, paymentBody, receipt } from '../testing/open-shop.ts';
import type { OpenShop } from '../testing/open-shop.ts';

const hour = 3_600_000;
const day = 24 * hour;
const held: { shop?: OpenShop } = {};
const shop = (): OpenShop => held.shop as OpenShop;
beforeEach(async () => void (held.shop = await openShop()));
afterEach(() => shop().close());

const money = (value: string) => ({ value, currency: 'RUB' });
const half = () => receipt(item('750.00', 1));

async function payment(changes: object = {}): Promise<string> {
  const { body } = await shop().ask('POST', '/payments', { body: paymentBody(changes) });
  return String(body.id);
}

async function paid(changes: object = {}): Promise<string> {
  const id = await payment(changes);
  shop().control.pay(id);
  return id;
}

const get = async (path: string) => (await shop().ask('GET', path)).body;
const post = (path: string, body: object = {}) => shop().ask('POST', path, { body });
const refund = (id: string, value: string, more: object = {}) =>
  post('/refunds', { payment_id: id, amount: money(value), ...more });

describe('a payment in one stage', () => {
  it('waits with a page, and shows what it was paid with', async () => {
    const id = await payment();
    expect(await get(`/payments/${id}`)).toMatchObject({
      ...{ id: expect.stringMatching(/^[0-9a-f]{8}-000f-5000-[0-9a-f]{4}-[0-9a-f]{12}$/), status: 'pending' },
      ...{ paid: false, test: true, refundable: false, recipient: { account_id: '100500' } },
      confirmation: { type: 'redirect', confirmation_url: expect.stringContaining(id) },
    });
    shop().control.pay(id, { card: '5555555555554477' });
    const now = await get(`/payments/${id}`);
    expect(now).toMatchObject({
      ...{ status: 'succeeded', paid: true, refundable: true, refunded_amount: money('0.00') },
      ...{
        income_amount: money('1448.70'),
        captured_at: expect.any(String),
        receipt_registration: 'pending',
      },
      authorization_details: { three_d_secure: { applied: true } },
      payment_method: {
        type: 'bank_card',
        title: 'Bank card *4477',
        card: { first6: '555555', last4: '4477' },
      },
    });
    expect(now).not.toHaveProperty('confirmation');
  });

  it('runs out after an hour of business time and not before', async () => {
    const id = await payment();
    shop().clock.shiftBy(hour - 60_000);
    expect((await get(`/payments/${id}`)).status).toBe('pending');
    shop().clock.shiftBy(61_000);
    expect(await get(`/payments/${id}`)).toMatchObject({
      ...{
        status: 'canceled',
        cancellation_details: { party: 'yoo_money', reason: 'expired_on_confirmation' },
      },
    });
    expect(() => shop().control.pay(id)).toThrow('Payment is canceled');
  });

  it('can be neither captured nor canceled by the shop', async () => {
    const id = await payment();
    expect((await post(`/payments/${id}/capture`)).body.description).toBe(
      'You can not capture payment with autocapture',
    );
    expect((await post(`/payments/${id}/cancel`)).body.description).toBe(
      'You can not cancel payment with autocapture',
    );
  });
});

describe('a payment in two stages, which is what one gets without asking', () => {
  const heldMoney = () => paid({ capture: undefined });

  it('holds the money for seven days and gives it back then', async () => {
    const id = await heldMoney();
    expect(await get(`/payments/${id}`)).toMatchObject({ status: 'waiting_for_capture', paid: true });
    shop().clock.shiftBy(7 * day + 1_000);
    expect(await get(`/payments/${id}`)).toMatchObject({
      cancellation_details: { party: 'yoo_money', reason: 'expired_on_capture' },
    });
  });

  it('is captured in whole or in part, once', async () => {
    const whole = await heldMoney();
    expect((await post(`/payments/${whole}/capture`)).body).toMatchObject({
      status: 'succeeded',
      amount: money('1500.00'),
    });
    expect((await post(`/payments/${whole}/capture`)).body.description).toBe(
      'Payment can not be captured in current status.',
    );
    const part = await heldMoney();
    expect((await post(`/payments/${part}/capture`, { amount: money('750.00') })).body.parameter).toBe(
      'receipt',
    );
    expect(
      (await post(`/payments/${part}/capture`, { amount: money('1500.01'), receipt: half() })).body
        .description,
    ).toBe('Illegal amount for capture');
    const taken = await post(`/payments/${part}/capture`, { amount: money('750.00'), receipt: half() });
    expect(taken.body).toMatchObject({ status: 'succeeded', amount: money('750.00') });
  });

  it('is canceled by the shop, before and never after the capture', async () => {
    const id = await heldMoney();
    expect((await post(`/payments/${id}/cancel`)).body).toMatchObject({
      ...{ status: 'canceled', cancellation_details: { party: 'merchant', reason: 'canceled_by_merchant' } },
    });
    expect((await post(`/payments/${id}/cancel`)).body.description).toBe(
      'Payment can not be canceled in current status',
    );
    expect((await post('/payments/2f3b588d/cancel')).status).toBe(404);
  });
});

describe('a refund', () => {
  it('of the whole takes no receipt, of a part it needs one', async () => {
    const id = await paid();
    expect((await refund(id, '1500.00', { receipt: receipt() })).body.parameter).toBe('receipt');
    expect((await refund(id, '750.00')).body).toMatchObject({ description: 'Receipt is missing or illegal' });
    expect((await refund(id, '750.00', { receipt: receipt() })).body.parameter).toBe('receipt');
    expect((await refund(id, '750.00', { receipt: half() })).body).toMatchObject({ status: 'succeeded' });
    expect((await refund(id, '750.00', { receipt: half() })).body).toMatchObject({ status: 'succeeded' });
    expect(await get(`/payments/${id}`)).toMatchObject({
      refunded_amount: money('1500.00'),
      refundable: false,
    });
    expect((await refund(id, '1.00')).body.description).toBe('Payment is already completely refunded');
  });

  it.each([
    ['more than the rest', '1500.01', 'RUB', 'Refund sum exceeded'],
    ['another currency', '100.00', 'EUR', 'Currencies do not match'],
    ['nothing', '0.00', 'RUB', 'Payment amount is illegal'],
    [
      'almost everything',
      '1499.50',
      'RUB',
      'Remaining payment amount after refund must be greater than 1.00 RUB',
    ],
  ])('of %s is refused', async (_, value, currency, description) => {
    const id = await paid();
    const answer = await post('/refunds', { payment_id: id, amount: { value, currency }, receipt: half() });
    expect([answer.status, answer.body.description]).toEqual([400, description]);
  });

  it('is refused for what was not paid, is unknown, or is older than three years', async () => {
    const waiting = await payment();
    expect((await refund(waiting, '1500.00')).body.description).toBe(
      'Payment can not be refunded in current status.',
    );
    expect((await refund('2f3b588d', '1.00')).body.parameter).toBe('payment_id');
    const old = await paid();
    shop().clock.shiftBy(3 * 365 * day + day);
    expect((await refund(old, '1500.00')).status).toBe(400);
  });

  it('under way counts, and what is canceled may be asked for again', async () => {
    shop().control.switch({ refunds: 'pending' });
    const id = await paid();
    const { body } = await refund(id, '1500.00');
    expect(body.status).toBe('pending');
    expect((await refund(id, '750.00', { receipt: half() })).body.description).toBe(
      'Payment is already completely refunded',
    );
    shop().control.settleRefund(String(body.id), { party: 'yoo_money', reason: 'insufficient_funds' });
    expect(await get(`/refunds/${String(body.id)}`)).toMatchObject({
      ...{ status: 'canceled', cancellation_details: { reason: 'insufficient_funds' } },
    });
    shop().control.switch({ refunds: 'succeeded' });
    expect((await refund(id, '1500.00')).body.status).toBe('succeeded');
  });
});

describe('a receipt', () => {
  it('is registered a while after the payment, or is not, as the switch says', async () => {
    const id = await paid();
    shop().clock.shiftBy(4_000);
    expect((await get(`/payments/${id}`)).receipt_registration).toBe('pending');
    shop().clock.shiftBy(2_000);
    expect((await get(`/payments/${id}`)).receipt_registration).toBe('succeeded');
    shop().control.switch({ receipts: 'canceled' });
    const other = await paid();
    shop().clock.shiftBy(6_000);
    expect((await get(`/payments/${other}`)).receipt_registration).toBe('canceled');
  });

  it('is found by its payment, and by its refund', async () => {
    const id = await paid();
    const { body } = await refund(id, '750.00', { receipt: half() });
    shop().clock.shiftBy(6_000);
    const { items } = (await get(`/receipts?refund_id=${String(body.id)}`)) as { items: object[] };
    expect(items).toEqual([
      expect.objectContaining({
        ...{ id: expect.stringMatching(/^rt-.{36}$/), type: 'refund', status: 'succeeded' },
        ...{ fiscal_document_number: expect.any(String), registered_at: expect.any(String) },
      }),
    ]);
    expect(((await get(`/receipts?payment_id=${id}`)) as { items: object[] }).items).toHaveLength(2);
    expect((await get(`/refunds/${String(body.id)}`)).receipt_registration).toBe('succeeded');
  });

  it('of the service is made by itself and settles the prepayment', async () => {
    const id = await paid();
    const settled = {
      ...receipt(item('750.00', 2, { payment_mode: 'full_payment', vat_code: 11 })),
      ...{ type: 'payment', payment_id: id, send: true },
      settlements: [{ type: 'prepayment', amount: money('1500.00') }],
    };
    const { body } = await post('/receipts', settled);
    expect(body).toMatchObject({ status: 'pending', payment_id: id });
    expect((await get(`/receipts/${String(body.id)}`)).settlements).toEqual(settled.settlements);
    expect((await post('/receipts', { ...settled, send: false })).body.parameter).toBe('send');
    expect((await post('/receipts', { ...settled, refund_id: 'x' })).body.parameter).toBe('payment_id');
    expect((await post('/receipts', { ...settled, payment_id: await payment() })).body.parameter).toBe(
      'payment_id',
    );
  });
});

describe('a list', () => {
  const list = async (query: string) =>
    (await get(`/payments?${query}`)) as { items: { id: string }[]; next_cursor?: string };

  it('shows the newest first, page after page', async () => {
    const made = [await payment(), await payment(), await payment()].reverse();
    const first = await list('limit=2');
    expect(first.items.map(({ id }) => id)).toEqual(made.slice(0, 2));
    const rest = await list(`limit=2&cursor=${first.next_cursor}`);
    expect(rest.items.map(({ id }) => id)).toEqual(made.slice(2));
    expect(rest).not.toHaveProperty('next_cursor');
    expect((await shop().ask('GET', '/payments?cursor=nowhere')).status).toBe(400);
  });

  it('is narrowed by state, means and time', async () => {
    const waiting = await payment();
    shop().clock.shiftBy(60_000);
    const middle = shop().clock.now().toISOString();
    const card = await paid();
    const sbp = await payment({ payment_method_data: { type: 'sbp' } });
    const ids = async (query: string) => (await list(query)).items.map(({ id }) => id);
    expect(await ids('status=succeeded')).toEqual([card]);
    expect(await ids('payment_method=sbp')).toEqual([sbp]);
    expect(await ids(`created_at.lt=${middle}`)).toEqual([waiting]);
    expect(await ids(`created_at.gte=${middle}`)).toEqual([sbp, card]);
    expect(await ids(`captured_at.gte=${middle}`)).toEqual([card]);
  });

  it.each(['limit=0', 'limit=101', 'limit=x', 'status=paid', 'created_at.gte=yesterday', 'surprise=1'])(
    'refuses %s',
    async (query) => expect((await shop().ask('GET', `/payments?${query}`)).status).toBe(400),
  );

  it('of refunds is narrowed by payment', async () => {
    const [one, other] = [await paid(), await paid()];
    await refund(one, '1500.00');
    await refund(other, '1500.00');
    const { items } = (await get(`/refunds?payment_id=${one}`)) as { items: object[] };
    expect(items).toEqual([expect.objectContaining({ payment_id: one })]);
  });
});

describe('the shop', () => {
  it('says who it is, and that it is a test shop with receipts', async () => {
    expect(await get('/me')).toMatchObject({
      ...{ account_id: '100500', status: 'enabled', test: true },
      fiscalization: { enabled: true, provider: 'yoo_receipt' },
    });
  });

  it('remembers after a restart what it was told to keep, and records what it did', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gangway-yookassa-'));
    const journal: Record<string, unknown>[] = [];
    const first = await openShop({ folder, journal: (entry) => void journal.push(entry) });
    const { body } = await first.ask('POST', '/payments', { body: paymentBody() });
    first.control.pay(String(body.id));
    await first.close();
    const second = await openShop({ folder });
    const again = await second.ask('POST', '/refunds', {
      body: { payment_id: body.id, amount: money('1500.00') },
    });
    await second.close();
    expect(again.body.status).toBe('succeeded');
    expect(journal.filter(({ what }) => what === 'payment').at(-1)).toMatchObject({
      object: { status: 'succeeded' },
    });
    expect(JSON.stringify(journal)).not.toContain('anna@example.org');
    expect(readFileSync(join(folder, 'records.jsonl'), 'utf8')).not.toMatch(/5555555555554444/);
    rmSync(folder, { recursive: true });
  });
});
