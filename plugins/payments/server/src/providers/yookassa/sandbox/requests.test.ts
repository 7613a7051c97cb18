import { item, newKey, openShop, paymentBody, receipt } from '../testing/open-shop.ts';
import type { OpenShop } from '../testing/open-shop.ts';
import type { StartSettings } from './start.ts';

const held: { shop?: OpenShop; paid?: string; waiting?: string } = {};
const shop = (): OpenShop => held.shop as OpenShop;

beforeAll(async () => {
  held.shop = await openShop();
  held.paid = await newPayment({});
  shop().control.pay(held.paid);
  held.waiting = await newPayment({ capture: false });
  shop().control.pay(held.waiting);
});
afterAll(() => shop().close());

const others: OpenShop[] = [];
afterEach(async () => void (await Promise.all(others.splice(0).map((other) => other.close()))));

async function anotherShop(settings: StartSettings = {}): Promise<OpenShop> {
  const other = await openShop(settings);
  others.push(other);
  return other;
}

async function newPayment(changes: object): Promise<string> {
  const { body } = await shop().ask('POST', '/payments', { body: paymentBody(changes) });
  return String(body.id);
}

/** What a field of the reference holds at most, or must be one of. */
type Limit =
  | { text: number; least?: number; required?: true }
  | { words: string[]; required?: true }
  | { whole: [number, number]; required?: true }
  | { money: true; required?: true }
  | { quantity: true; required?: true }
  | { flag: true; required?: true }
  | { object: true; required?: true };

type Row = [path: string, limit: Limit];

/** Written off the reference, not off the table that the sandbox checks with. */
const receiptRows: Row[] = [
  ['receipt', { object: true, required: true }],
  ['receipt.customer', { object: true, required: true }],
  ['receipt.customer.full_name', { text: 256 }],
  ['receipt.customer.email', { text: 254, required: true }],
  ['receipt.items[0].description', { text: 128, least: 1, required: true }],
  ['receipt.items[0].quantity', { quantity: true, required: true }],
  ['receipt.items[0].amount', { object: true, required: true }],
  ['receipt.items[0].amount.value', { money: true, required: true }],
  ['receipt.items[0].amount.currency', { words: ['RUB'], required: true }],
  ['receipt.items[0].vat_code', { whole: [1, 12], required: true }],
  ['receipt.items[0].measure', { words: ['piece', 'hour'], required: true }],
  [
    'receipt.items[0].payment_subject',
    { words: ['service', 'commodity', 'agent_commission'], required: true },
  ],
  ['receipt.items[0].payment_mode', { words: ['full_prepayment', 'full_payment'], required: true }],
  ['receipt.tax_system_code', { whole: [1, 6] }],
  ['receipt.internet', { flag: true }],
];

const paymentRows: Row[] = [
  ['amount', { object: true, required: true }],
  ['amount.value', { money: true, required: true }],
  ['amount.currency', { words: ['RUB', 'EUR', 'USD'], required: true }],
  ['capture', { flag: true }],
  ['confirmation', { object: true, required: true }],
  ['confirmation.type', { words: ['redirect', 'embedded', 'qr'], required: true }],
  ['confirmation.return_url', { text: 2048, required: true }],
  ['confirmation.enforce', { flag: true }],
  ['confirmation.locale', { words: ['ru_RU', 'en_US'] }],
  ['description', { text: 128 }],
  ['metadata', { object: true }],
  ['merchant_customer_id', { text: 200 }],
  ['save_payment_method', { flag: true }],
  ['recipient.gateway_id', { text: 20 }],
  ['payment_method_data.type', { words: ['bank_card', 'yoo_money', 'sbp'] }],
  ...receiptRows,
];

const refundRows: Row[] = [
  ['payment_id', { text: 64, required: true }],
  ['amount.value', { money: true, required: true }],
  ['amount.currency', { words: ['RUB'], required: true }],
  ['description', { text: 250 }],
  ['metadata', { object: true }],
];

const settlementRows: Row[] = [
  ['type', { words: ['payment', 'refund'], required: true }],
  ['send', { flag: true, required: true }],
  ['settlements[0].type', { words: ['prepayment', 'cashless'], required: true }],
  ['settlements[0].amount.value', { money: true, required: true }],
  ['customer', { object: true, required: true }],
  ['items[0].vat_code', { whole: [1, 12], required: true }],
  ['items[0].payment_mode', { words: ['full_payment'], required: true }],
];

const wrongAmounts = ['-1.00', '1', '1.0', '1.000', '1,00', '01e2', '', ' 1.00', 'NaN', 1500, null, {}];

/** Values that cannot stand there. */
function wrongValues(limit: Limit): unknown[] {
  if ('text' in limit) return [7, null, {}, [], 'x'.repeat(limit.text + 1), ...(limit.least ? [''] : [])];
  if ('words' in limit) return ['', 'another-word', `${limit.words[0]} `, 7, null, [limit.words[0]]];
  if ('whole' in limit) return [limit.whole[0] - 1, limit.whole[1] + 1, 1.5, '1', null, true];
  if ('money' in limit) return wrongAmounts;
  if ('quantity' in limit) return [0, -1, 1.0001, 100_000, '2', null];
  return 'flag' in limit ? ['true', 1, null, {}] : ['text', 7, null, []];
}

type Wrong = { endpoint: string; path: string; value: unknown; body: object };

const steps = (path: string): string[] => path.replace(/\[(\d+)\]/g, '.$1').split('.');

/** A copy of `body` with `value` at `path`; `undefined` takes the field away. */
function changed(body: object, path: string, value: unknown): object {
  const copy = structuredClone(body);
  const way = steps(path);
  const last = way.pop() ?? '';
  const parent = way.reduce<Record<string, unknown>>(
    (at, step) => (at[step] ??= {}) as Record<string, unknown>,
    copy as Record<string, unknown>,
  );
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return copy;
}

function wrongs(endpoint: string, body: object, rows: Row[]): Wrong[] {
  return rows.flatMap(([path, limit]) => [
    ...wrongValues(limit).map((value) => ({ endpoint, path, value, body: changed(body, path, value) })),
    ...(limit.required ? [{ endpoint, path, value: 'nothing', body: changed(body, path, undefined) }] : []),
  ]);
}

const settlementBody = () => ({
  ...receipt(item('750.00', 2, { payment_mode: 'full_payment', vat_code: 11 })),
  ...{ type: 'payment', payment_id: held.paid, send: true },
  settlements: [{ type: 'prepayment', amount: { value: '1500.00', currency: 'RUB' } }],
});
const refundBody = () => ({ payment_id: held.paid, amount: { value: '1500.00', currency: 'RUB' } });

const everyWrong = (): Wrong[] => [
  ...wrongs('/payments', paymentBody(), paymentRows),
  ...wrongs('/refunds', refundBody(), refundRows),
  ...wrongs('/receipts', settlementBody(), settlementRows),
  ...wrongs(`/payments/${held.waiting}/capture`, { amount: { value: '1500.00', currency: 'RUB' } }, [
    ['amount.value', { money: true }],
    ['amount.currency', { words: ['RUB'] }],
  ]),
];

describe('a request of the shop', () => {
  it('that is right in every field is carried out', async () => {
    for (const [path, body] of [
      ['/payments', paymentBody()],
      ['/receipts', settlementBody()],
    ] as const)
      expect(await shop().ask('POST', path, { body })).toMatchObject({
        status: 200,
        body: { status: 'pending' },
      });
  });

  it('is answered 400 with the name of the field for every wrong or missing value', async () => {
    const all = everyWrong();
    expect(all.length).toBeGreaterThan(200);
    for (const { endpoint, path, value, body } of all) {
      const answer = await shop().ask('POST', endpoint, { body });
      const said = [endpoint, path, value, answer.status, String(answer.body.parameter)];
      expect(said).toEqual([endpoint, path, value, 400, path]);
      expect(answer.body).toMatchObject({ type: 'error', code: 'invalid_request', id: expect.any(String) });
    }
  });

  it.each([
    [
      '/payments',
      [
        '',
        'amount',
        'confirmation',
        'receipt',
        'receipt.customer',
        'receipt.items[0]',
        'receipt.items[0].amount',
      ],
    ],
    ['/refunds', ['', 'amount']],
    ['/receipts', ['', 'customer', 'items[0]', 'settlements[0]', 'settlements[0].amount']],
  ])('to %s is answered 400 for a field that nobody knows, wherever it stands', async (endpoint, places) => {
    const whole = { '/payments': paymentBody, '/refunds': refundBody, '/receipts': settlementBody }[endpoint];
    for (const place of places) {
      const path = place ? `${place}.surprise` : 'surprise';
      const answer = await shop().ask('POST', endpoint, { body: changed(whole?.() ?? {}, path, 1) });
      expect([answer.status, answer.body.parameter]).toEqual([400, path]);
    }
  });

  it('may not hold a feature that the shop does not have: 403', async () => {
    for (const name of ['airline', 'transfers', 'deal', 'payment_order', 'receiver', 'statements']) {
      const answer = await shop().ask('POST', '/payments', { body: paymentBody({ [name]: {} }) });
      expect([answer.status, answer.body.code, answer.body.parameter]).toEqual([403, 'forbidden', name]);
    }
    for (const path of ['/webhooks', '/invoices', '/payment_methods', '/deals'])
      expect((await shop().ask('POST', path, { body: {} })).status).toBe(403);
  });

  it.each([
    ['a key of 33 letters', { ['k'.repeat(33)]: 'x' }],
    ['a value of 513 letters', { key: 'x'.repeat(513) }],
    ['a number', { key: 7 }],
    ['17 keys', Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`k${index}`, 'x']))],
  ])('may not hold %s in its metadata', async (_, metadata) => {
    const answer = await shop().ask('POST', '/payments', { body: paymentBody({ metadata }) });
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request']);
  });

  it.each([
    ['below one rouble', { amount: { value: '0.99', currency: 'RUB' } }, 'amount.value'],
    ['above the limit of cards', bigger('350000.01', 'bank_card'), 'amount.value'],
    ['above the limit of SBP', bigger('700000.01', 'sbp'), 'amount.value'],
    ['SBP in two stages', { capture: undefined, payment_method_data: { type: 'sbp' } }, 'capture'],
    [
      'a method that the shop lacks',
      { payment_method_data: { type: 'sberbank' } },
      'payment_method_data.type',
    ],
    ['two ways to pay', { payment_method_data: { type: 'sbp' }, payment_token: 'x' }, 'payment_method_data'],
    ['a token that nobody gave', { payment_token: 'x' }, 'payment_token'],
    [
      'a return to nowhere',
      { confirmation: { type: 'redirect', return_url: 'javascript:alert(1)' } },
      'confirmation.return_url',
    ],
  ])('for a payment %s is answered 400', async (_, changes, parameter) => {
    const answer = await shop().ask('POST', '/payments', { body: paymentBody(changes) });
    expect([answer.status, answer.body.parameter]).toEqual([400, parameter]);
  });

  it('to save the way to pay is forbidden', async () => {
    const answer = await shop().ask('POST', '/payments', {
      body: paymentBody({ save_payment_method: true }),
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
  });
});

function bigger(value: string, type: string): object {
  const amount = { value, currency: 'RUB' };
  return { amount, payment_method_data: { type }, receipt: receipt(item(value, 1)) };
}

describe('a receipt', () => {
  it.each([
    ['of another sum', receipt(item('750.01', 2))],
    ['of another currency', receipt(item('750.00', 2, { amount: { value: '750.00', currency: 'EUR' } }))],
    ['without items', { customer: { email: 'a@b.ru' }, items: [] }],
    [
      'with 81 items',
      { customer: { email: 'a@b.ru' }, items: Array.from({ length: 81 }, () => item('1.00', 1)) },
    ],
    ['that can only be sent to a phone', { customer: { phone: '79211234567' }, items: [item()] }],
    ['with an advance', receipt(item('750.00', 2, { payment_mode: 'advance' }))],
    ['with a supplier', receipt(item('750.00', 2, { supplier: { name: 'X' } }))],
    ['with VAT of 2027', receipt(item('750.00', 2, { vat_code: 13 }))],
    ['without a measure', receipt(item('750.00', 2, { measure: undefined }))],
  ])('%s is refused', async (_, wrong) => {
    const answer = await shop().ask('POST', '/payments', { body: paymentBody({ receipt: wrong }) });
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request']);
    expect(answer.body.parameter).toMatch(/^receipt/);
  });

  it('may have 80 items and parts of a piece, as long as they make the amount', async () => {
    const items = Array.from({ length: 80 }, () => item('150.00', 0.125));
    expect(
      (await shop().ask('POST', '/payments', { body: paymentBody({ receipt: receipt(...items) }) })).status,
    ).toBe(200);
  });

  it('that is missing is refused as long as the shop makes receipts with YooKassa', async () => {
    const body = paymentBody({ receipt: undefined });
    const answer = await shop().ask('POST', '/payments', { body });
    expect(answer.body).toMatchObject({ description: 'Receipt is missing or illegal', parameter: 'receipt' });
    shop().control.switch({ fiscalization: false });
    expect((await shop().ask('POST', '/payments', { body })).status).toBe(200);
    shop().control.switch({ fiscalization: true });
  });
});

describe('the transport', () => {
  const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

  it.each([
    ['a wrong key', () => basic(`${shop().shop.shopId}:test_wrong`)],
    ['another shop', () => basic(`1:${shop().shop.secretKey}`)],
    ['a bearer', () => ({ authorization: 'Bearer x' })],
    ['nonsense', () => ({ authorization: 'Basic %%%' })],
  ])('answers 401 to %s', async (_, headers) => {
    const answer = await shop().ask('GET', '/me', { headers: headers() });
    expect([answer.status, answer.body.code]).toEqual([401, 'invalid_credentials']);
  });

  it('answers 401 to nobody, and to a shop that is no test shop', async () => {
    const answer = await fetch(`${shop().apiUrl}/me`);
    expect(await answer.json()).toMatchObject({ description: 'Authorization header not found' });
    const live = await anotherShop({ shop: { shopId: '1', secretKey: 'live_0123456789' } });
    expect((await live.ask('GET', '/me')).status).toBe(401);
  });

  it.each([
    ['no JSON', '{"amount":', 400],
    ['a list', '[]', 400],
    ['a text', '"x"', 400],
    ['more than a megabyte', JSON.stringify({ description: 'x'.repeat(1_100_000) }), 400],
  ])('answers 400 to %s', async (_, body, status) => {
    const answer = await shop().ask('POST', '/payments', { body });
    expect([answer.status, answer.body.description]).toEqual([status, 'Failed to parse request body']);
  });

  it('answers 415, 405 and 404', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await shop().ask('POST', '/payments', { body: 'amount=1', headers: form })).status).toBe(415);
    expect((await shop().ask('DELETE', '/payments')).status).toBe(405);
    expect((await shop().ask('GET', '/paymentz')).status).toBe(404);
    expect((await shop().ask('GET', '/payments/2f3b588d')).body).toMatchObject({ code: 'not_found' });
    expect((await shop().ask('GET', '/refunds/2f3b588d')).status).toBe(404);
    expect((await shop().ask('GET', '/receipts/2f3b588d')).status).toBe(404);
  });

  it.each([
    ['no key', null, 'Idempotence key is empty'],
    ['a key of 65 letters', 'k'.repeat(65), 'Idempotence key is too long. Max. length is 64'],
    ['a key with other signs', 'key 1', 'Idempotence key is illegal'],
  ])('answers 400 to %s', async (_, key, description) => {
    const answer = await shop().ask('POST', '/payments', { body: paymentBody(), key });
    expect(answer.body).toMatchObject({ code: 'invalid_request', parameter: 'Idempotence-Key', description });
  });
});

describe('the key of idempotence', () => {
  it('brings back the stored answer, also after the payment has moved on', async () => {
    const asked = { body: paymentBody(), key: newKey() };
    const first = await shop().ask('POST', '/payments', asked);
    shop().control.pay(String(first.body.id));
    expect(await shop().ask('POST', '/payments', asked)).toEqual(first);
  });

  it('brings back a refusal too: what was wrong is sent again with a new key', async () => {
    const key = newKey();
    const refused = await shop().ask('POST', '/payments', { body: paymentBody({ receipt: undefined }), key });
    const again = await shop().ask('POST', '/payments', { body: paymentBody({ receipt: undefined }), key });
    expect(again).toEqual(refused);
    const mended = await shop().ask('POST', '/payments', { body: paymentBody(), key });
    expect(mended.body).toMatchObject({
      description: 'Idempotence key duplicated',
      parameter: 'Idempotence-Key',
    });
  });

  it('is not remembered for a request that was turned away at the door', async () => {
    const asked = { body: paymentBody(), key: newKey() };
    shop().control.fault({ operation: 'payments.create', kind: 'too-many-requests' });
    expect((await shop().ask('POST', '/payments', asked)).status).toBe(429);
    expect((await shop().ask('POST', '/payments', asked)).status).toBe(200);
  });

  it('is forgotten after 24 hours: then the same request makes another payment', async () => {
    const own = await anotherShop();
    const asked = { body: paymentBody(), key: 'k' };
    const [first] = [await own.ask('POST', '/payments', asked)];
    own.clock.shiftBy(24 * 3_600_000 - 60_000);
    expect((await own.ask('POST', '/payments', asked)).body.id).toBe(first.body.id);
    own.clock.shiftBy(61_000);
    expect((await own.ask('POST', '/payments', asked)).body.id).not.toBe(first.body.id);
  });
});
