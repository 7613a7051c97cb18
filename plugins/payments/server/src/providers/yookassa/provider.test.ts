import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { currencies, secretVariable } from '@gangway/kit';
import type { PaymentReport } from '@gangway/kit';
import { yookassa } from './provider.ts';
import { gatewayOf, halfBack, newKey, openShop, sale, start } from './testing/open-shop.ts';
import type { OpenShop } from './testing/open-shop.ts';

const held: { shop?: OpenShop } = {};
const shop = (): OpenShop => held.shop as OpenShop;
beforeAll(async () => void (held.shop = await openShop()));
afterAll(() => shop().close());
afterEach(() => {
  shop().control.clearFaults();
  shop().control.switch({ fiscalization: true, refunds: 'succeeded', receipts: 'succeeded' });
});

const fails = (provider: 'refused' | 'unreachable', code?: string) =>
  expect.objectContaining({ provider, ...(code && { code }) });

/** Every reason of the reference, with what it means to us. */
const cancellations: [
  reason: string,
  party: 'yoo_money' | 'payment_network' | 'merchant',
  state: PaymentReport['state'],
][] = [
  ['3d_secure_failed', 'payment_network', 'failed'],
  ['call_issuer', 'payment_network', 'failed'],
  ['canceled_by_merchant', 'merchant', 'canceled'],
  ['card_expired', 'payment_network', 'failed'],
  ['country_forbidden', 'yoo_money', 'failed'],
  ['deal_expired', 'yoo_money', 'expired'],
  ['expired_on_capture', 'yoo_money', 'expired'],
  ['expired_on_confirmation', 'yoo_money', 'expired'],
  ['fraud_suspected', 'yoo_money', 'failed'],
  ['general_decline', 'payment_network', 'failed'],
  ['identification_required', 'yoo_money', 'failed'],
  ['insufficient_funds', 'payment_network', 'failed'],
  ['internal_timeout', 'yoo_money', 'failed'],
  ['invalid_card_number', 'payment_network', 'failed'],
  ['invalid_csc', 'payment_network', 'failed'],
  ['issuer_unavailable', 'payment_network', 'failed'],
  ['loan_declined', 'yoo_money', 'failed'],
  ['payment_method_limit_exceeded', 'payment_network', 'failed'],
  ['payment_method_restricted', 'payment_network', 'failed'],
  ['permission_revoked', 'yoo_money', 'canceled'],
  ['unsupported_mobile_operator', 'yoo_money', 'failed'],
  ['a_reason_of_next_year', 'yoo_money', 'canceled'],
];

describe('a payment', () => {
  it('begins on a page of YooKassa and waits there for an hour', async () => {
    const started = await shop().gateway.start(start());
    expect(started).toMatchObject({
      state: 'pending',
      amount: { amount: 150_000, currency: 'RUB' },
      test: true,
    });
    expect(started.action).toEqual({
      type: 'redirect',
      url: expect.stringContaining(`orderId=${started.externalId}`),
    });
    expect(started.expiresAt?.getTime()).toBeGreaterThan(shop().clock.now().getTime() + 3_590_000);
  });

  it('is the same one however often it is asked for with the same attempt', async () => {
    const attempt = start();
    const all = await Promise.all([attempt, attempt, attempt].map((one) => shop().gateway.start(one)));
    expect(new Set(all.map(({ externalId }) => externalId)).size).toBe(1);
  });

  it('succeeds, with the means it was paid by', async () => {
    const { externalId } = await shop().gateway.start(start());
    shop().control.pay(externalId, { card: '5555555555554477' });
    const report = await shop().gateway.fetch(externalId);
    expect(report).toMatchObject({ externalId, state: 'succeeded', means: 'Bank card *4477', test: true });
    expect(report.expiresAt).toBeUndefined();
  });

  it('of a shop that holds money first is authorized', async () => {
    const body = {
      amount: { value: '5.00', currency: 'RUB' },
      confirmation: { type: 'redirect', return_url: 'https://a.b' },
    };
    shop().control.switch({ fiscalization: false });
    const { body: made } = await shop().ask('POST', '/payments', { body });
    shop().control.pay(String(made.id));
    expect(await shop().gateway.fetch(String(made.id))).toMatchObject({
      state: 'authorized',
      expiresAt: expect.any(Date),
    });
  });

  it.each(cancellations)('that was canceled for %s by %s is %s', async (reason, party, state) => {
    const { externalId } = await shop().gateway.start(start());
    shop().control.cancel(externalId, { party, reason });
    expect(await shop().gateway.fetch(externalId)).toMatchObject({ state, reason });
  });

  it.each([
    ['sbp', 'SBP'],
    ['bank_card', undefined],
    ['yoo_money', 'YooMoney wallet'],
  ])('can be limited to %s', async (variant, means) => {
    const { externalId } = await shop().gateway.start(start({ variant }));
    shop().control.pay(externalId, variant === 'bank_card' ? {} : { method: variant });
    expect((await shop().gateway.fetch(externalId)).means).toBe(means ?? 'Bank card *4444');
  });

  it('carries no personal data outside of its receipt', async () => {
    const { externalId } = await shop().gateway.start(start());
    const { body } = await shop().ask('GET', `/payments/${externalId}`);
    expect(body.metadata).toEqual({ attempt: expect.any(String), kind: 'order', id: 'o1' });
    expect(body.description).toBe('Заказ № 7K4-220');
    expect(JSON.stringify(body)).not.toMatch(/Анна|example\.org|79211234567/);
  });

  it.each([
    ['a way to pay that nobody knows', { variant: 'gold' }, 'unknown_variant'],
    [
      'a currency that YooKassa does not take',
      { amount: { amount: 100, currency: 'CNY' as const } },
      'currency',
    ],
  ])('with %s is refused before anybody is asked', async (_, changes, code) => {
    await expect(shop().gateway.start(start(changes))).rejects.toEqual(fails('refused', code));
  });

  it('of a foreign seller needs no receipt where the shop makes none', async () => {
    shop().control.switch({ fiscalization: false });
    const { seller } = sale();
    const abroad = sale({ seller: { ...seller, country: 'DE' } });
    expect((await shop().gateway.start(start({ sale: abroad }))).state).toBe('pending');
    shop().control.switch({ fiscalization: true });
    await expect(shop().gateway.start(start({ sale: abroad }))).rejects.toEqual(
      fails('refused', 'invalid_request'),
    );
  });
});

describe('a refund', () => {
  const paid = async (): Promise<string> => {
    const { externalId } = await shop().gateway.start(start());
    shop().control.pay(externalId);
    return externalId;
  };

  it('of a part carries its items, of the whole none', async () => {
    const part = await shop().gateway.startRefund(halfBack(await paid()));
    expect(part).toMatchObject({ state: 'succeeded', amount: { amount: 75_000, currency: 'RUB' } });
    const externalId = await paid();
    const whole = { full: true, amount: { amount: 150_000, currency: 'RUB' as const }, sale: sale() };
    const refund = await shop().gateway.startRefund(halfBack(externalId, whole));
    expect(await shop().gateway.fetchRefund(refund.externalId)).toEqual({ ...refund, paymentId: externalId });
    const wrongly = shop().gateway.startRefund(halfBack(await paid(), { ...whole, full: false }));
    await expect(wrongly).rejects.toEqual(fails('refused', 'invalid_request'));
  });

  it('is one however often it is asked for, and never more than was paid', async () => {
    const externalId = await paid();
    const refund = halfBack(externalId);
    const [first, second] = [
      await shop().gateway.startRefund(refund),
      await shop().gateway.startRefund(refund),
    ];
    expect(first).toEqual(second);
    await shop().gateway.startRefund(halfBack(externalId));
    await expect(shop().gateway.startRefund(halfBack(externalId))).rejects.toEqual(
      fails('refused', 'invalid_request'),
    );
  });

  it.each([
    ...['yoo_money_account_closed', 'insufficient_funds', 'general_decline', 'rejected_by_payee'],
    ...[
      'rejected_by_timeout',
      'payment_expired',
      'payment_basket_id_not_found',
      'payment_article_number_not_found',
    ],
    ...[
      'payment_tru_code_not_found',
      'too_many_refunding_articles',
      'some_articles_already_refunded',
      'a_new_one',
    ],
  ])('that ends later with %s has failed', async (reason) => {
    shop().control.switch({ refunds: 'pending' });
    const refund = await shop().gateway.startRefund(halfBack(await paid()));
    expect(refund.state).toBe('pending');
    shop().control.settleRefund(refund.externalId, { party: 'refund_network', reason });
    expect(await shop().gateway.fetchRefund(refund.externalId)).toMatchObject({ state: 'failed', reason });
  });
});

describe('an answer other than 200', () => {
  // A wrong secret or address is ours to mend: a refund that failed of it would free its amount for a second one.
  it.each([
    [400, 'invalid_request', 'refused'],
    [401, 'invalid_credentials', 'unreachable'],
    [403, 'forbidden', 'unreachable'],
    [404, 'not_found', 'refused'],
    [405, 'method_not_allowed', 'unreachable'],
    [410, 'gone', 'refused'],
    [415, 'unsupported_media_type', 'unreachable'],
    [400, 'refusal', 'refused'],
    [408, 'request_timeout', 'unreachable'],
    [429, 'too_many_requests', 'unreachable'],
    [500, 'internal_server_error', 'unreachable'],
    [502, 'bad_gateway', 'unreachable'],
    [503, 'service_unavailable', 'unreachable'],
  ] as const)('%i %s is %s', async (status, code, kind) => {
    const answer = { status, code, reason: code === 'refusal' ? 'some_rule' : undefined };
    for (const ask of verbs()) {
      shop().control.fault({ operation: 'any', kind: 'answer', answer });
      await expect(ask()).rejects.toEqual(fails(kind, kind === 'refused' ? code : 'unreachable'));
    }
  });

  it('says what it refuses, not what was sent', async () => {
    const answer = {
      status: 400,
      code: 'invalid_request',
      parameter: 'receipt.customer.email',
      description: 'anna@x',
    };
    shop().control.fault({ operation: 'any', kind: 'answer', answer });
    await expect(shop().gateway.start(start())).rejects.toMatchObject({
      message: 'YooKassa refused: invalid_request (receipt.customer.email).',
    });
  });

  it('tells when to ask again, in milliseconds', async () => {
    shop().control.fault({ operation: 'any', kind: 'too-many-requests', retryAfter: 1_800 });
    await expect(shop().gateway.start(start())).rejects.toMatchObject({ retryAfterMs: 1_800 });
  });

  it('to a key that was used for something else leaves the outcome open: something did happen', async () => {
    const attemptId = newKey();
    await shop().gateway.start(start({ attemptId }));
    const other = shop().gateway.start(start({ attemptId, returnUrl: 'https://shop.example/other' }));
    await expect(other).rejects.toEqual(fails('unreachable'));
  });

  const verbs = () => [
    () => shop().gateway.start(start()),
    () => shop().gateway.fetch('2f3b588d-000f-5000-8000-1d6e87c7fbde'),
    () => shop().gateway.startRefund(halfBack('2f3b588d-000f-5000-8000-1d6e87c7fbde')),
    () => shop().gateway.fetchRefund('2f3b588d-000f-5000-8000-1d6e87c7fbde'),
  ];
});

describe('an answer that is lost', () => {
  it.each(['error-after-commit', 'html', 'drop', 'drop-before', 'hang'] as const)(
    'by %s leaves the outcome open, and asking again finds the one payment',
    async (kind) => {
      const gateway = gatewayOf(shop().apiUrl, { ...shop().shop, timeoutMs: 300 });
      const attempt = start();
      shop().control.fault({ operation: 'payments.create', kind });
      await expect(gateway.start(attempt)).rejects.toEqual(fails('unreachable'));
      const { externalId } = await gateway.start(attempt);
      const { payments } = shop().control.state() as { payments: { metadata: { attempt: string } }[] };
      const made = payments.filter(({ metadata }) => metadata?.attempt === attempt.attemptId);
      expect(made).toEqual([expect.objectContaining({ id: externalId })]);
    },
  );

  it('because nobody listens leaves the outcome open', async () => {
    const gateway = gatewayOf('http://127.0.0.1:9/v3', shop().shop);
    await expect(gateway.fetch('x')).rejects.toEqual(fails('unreachable'));
  });
});

describe('an answer that cannot be what it says', () => {
  const right = {
    ...{ id: 'p1', status: 'pending', paid: false, test: true, created_at: '2026-11-20T10:00:00.000Z' },
    amount: { value: '1500.00', currency: 'RUB' },
    confirmation: { type: 'redirect', confirmation_url: 'https://yoomoney.ru/x' },
  };

  async function answering<Result>(body: string, work: (url: string) => Promise<Result>): Promise<Result> {
    const server = createServer((_, response) => void response.end(body)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    try {
      return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  it('is read when it is right, unknown fields left aside', async () => {
    const body = JSON.stringify({ ...right, something_new: { of: 'next year' } });
    const report = await answering(body, (url) => gatewayOf(url, shop().shop).fetch('p1'));
    expect(report).toMatchObject({ externalId: 'p1', state: 'pending' });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '<html>'],
    ['a list', '[]'],
    ['an unknown status', JSON.stringify({ ...right, status: 'waiting_for_rain' })],
    ['a number for money', JSON.stringify({ ...right, amount: { value: 1500, currency: 'RUB' } })],
    ['an amount without kopecks', JSON.stringify({ ...right, amount: { value: '1500', currency: 'RUB' } })],
    [
      'a currency we do not keep',
      JSON.stringify({ ...right, amount: { value: '1500.00', currency: 'KZT' } }),
    ],
    ['another payment', JSON.stringify({ ...right, id: 'p2' })],
    ['no time', JSON.stringify({ ...right, created_at: 'yesterday' })],
    [
      'a page that is no web page',
      JSON.stringify({
        ...right,
        confirmation: { type: 'redirect', confirmation_url: 'javascript:alert(1)' },
      }),
    ],
  ])('with %s leaves the outcome open', async (_, body) => {
    const report = answering(body, (url) => gatewayOf(url, shop().shop).fetch('p1'));
    await expect(report).rejects.toEqual(fails('unreachable'));
  });

  it('without a page to pay on leaves a start open', async () => {
    const body = JSON.stringify({ ...right, confirmation: undefined });
    const started = answering(body, (url) => gatewayOf(url, shop().shop).start(start()));
    await expect(started).rejects.toEqual(fails('unreachable'));
  });
});

describe('the declaration', () => {
  it('names its secret as the operator sets it', () => {
    const { provider, key } = yookassa({ shopId: '1' });
    expect(provider.secrets.map((name) => secretVariable({ prefix: 'PAYMENTS', key, name }))).toEqual([
      'PAYMENTS_YOOKASSA_SECRET_KEY',
    ]);
    expect(provider.options.parse({ shopId: '1' })).toMatchObject({ url: 'https://api.yookassa.ru/v3' });
  });

  it.each([
    { shopId: 'shop' },
    { shopId: '1', networks: ['yookassa.ru'] },
    { shopId: '1', url: 'ftp://x' },
    { shopId: '1', sum: 1 },
  ])('refuses wrong options', (given) =>
    expect(yookassa({ shopId: '1' }).provider.options.safeParse(given).success).toBe(false),
  );

  it('knows every currency of the house as one it takes or refuses', async () => {
    for (const currency of currencies) {
      shop().control.switch({ fiscalization: false });
      const amount = { amount: 10_000, currency };
      const [line] = sale().lines;
      const lines = line ? [{ ...line, quantity: 1, unitAmount: 10_000, amount: 10_000 }] : [];
      const started = shop().gateway.start(start({ amount, sale: sale({ total: amount, lines }) }));
      if (currency === 'CNY') await expect(started).rejects.toEqual(fails('refused', 'currency'));
      else expect((await started).amount).toEqual(amount);
    }
  });
});
