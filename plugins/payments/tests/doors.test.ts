import { commonErrors, newId } from '@gangway/kit';
import type { Door } from '@gangway/kit';
import { paymentsOf } from '@gangway/payments/contract';
import { paymentDoors } from '../server/src/services/doors.ts';
import { bank, hub, newOrder, onlyPayment, openShop, orderRow, seller } from './shop.ts';

beforeAll(openShop);

type Given = {
  params?: object;
  query?: object;
  body?: object;
  headers?: Record<string, string>;
  idempotencyKey?: string;
};

/** Asks a door as the app does after the contract has read the request. */
async function ask(id: string, given: Given = {}) {
  const found = paymentDoors(hub(), ['testOrderId']).find(({ route }) => route.id === id) as Door;
  const { query = {}, body, params = {}, headers = { 'gangway-session': newId() }, idempotencyKey } = given;
  const answer = (await found.answer({
    ...{
      params,
      query,
      headers,
      idempotencyKey,
      raw: undefined,
      locale: 'en',
      now: new Date(),
      ip: '127.0.0.1',
    },
    ...{ person: { scopes: [] }, requestId: newId(), body: body && found.route.body?.parse(body) },
  } as never)) as { bytes?: Uint8Array; status?: number; data?: unknown };
  return answer.bytes
    ? { status: answer.status, ...JSON.parse(Buffer.from(answer.bytes).toString()) }
    : answer;
}

const returnUrl = 'http://localhost:4321/ru/orders/1/return';

describe('POST /api/payments', () => {
  it('starts a payment for whom it may', async () => {
    const testOrderId = await newOrder();
    const answer = await ask('payments.start', { body: { testOrderId, method: 'fake', returnUrl } });
    expect(answer).toMatchObject({
      status: 200,
      data: { status: 'pending', amount: { amount: 150_000, currency: 'RUB' }, action: { type: 'redirect' } },
    });
    expect(await onlyPayment(testOrderId)).toMatchObject({ method: 'fake', state: 'pending' });
  });

  it('tells strangers that there is nothing', async () => {
    const body = { testOrderId: await newOrder(), method: 'fake', returnUrl };
    const asked = ask('payments.start', { body, headers: { 'gangway-session': 'stranger' } });
    await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each(['https://evil.example/', 'javascript:alert(1)', '/ru/orders/1'])(
    'sends no buyer back to %s',
    async (address) => {
      const testOrderId = await newOrder();
      const asked = ask('payments.start', { body: { testOrderId, method: 'fake', returnUrl: address } });
      await expect(asked).rejects.toMatchObject({ code: 'RETURN_URL_REFUSED', status: 400 });
    },
  );

  it('asks the limit before it begins anything', async () => {
    const real = hub();
    const testOrderId = await newOrder();
    const asked: string[] = [];
    const doors = paymentDoors(
      {
        ...real,
        attemptLimit: {
          ...real.attemptLimit,
          take: async ({ paid }) => {
            asked.push(paid);
            throw commonErrors.RATE_LIMITED();
          },
        },
      },
      ['testOrderId'],
    );
    const start = doors.find(({ route }) => route.id === 'payments.start') as Door;
    const limited = start.answer({
      ...{ body: { testOrderId, method: 'fake', returnUrl }, headers: { 'gangway-session': 'mine' } },
      ...{ person: { scopes: [] }, ip: '127.0.0.1', now: new Date(), locale: 'en', requestId: 'r' },
    } as never);
    await expect(limited).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(asked).toEqual([`test-order:${testOrderId}`]);
    await expect(onlyPayment(testOrderId)).rejects.toThrow('One payment');
  });

  it('takes five a minute for one order, however it is proven', async () => {
    const body = { testOrderId: await newOrder(), method: 'fake', returnUrl };
    const start = (more: object = {}) =>
      ask('payments.start', {
        body: { ...body, ...more },
        headers: { 'gangway-session': newId(), authorization: `Bearer ${newId()}` },
      });
    for (let asked = 0; asked < 5; asked += 1) await start();
    await expect(start()).rejects.toMatchObject({ code: 'RATE_LIMITED', status: 429 });
    await expect(start({ accessToken: newId() })).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect(await start({ testOrderId: await newOrder() })).toMatchObject({ status: 200 });
  });

  it('counts no repetition that gets the kept answer', async () => {
    const headers = { 'gangway-session': newId() };
    const body = { testOrderId: await newOrder(), method: 'fake', returnUrl };
    const given = { body, headers, idempotencyKey: newId() };
    const first = await ask('payments.start', given);
    for (let asked = 0; asked < 6; asked += 1) expect(await ask('payments.start', given)).toEqual(first);
    for (let asked = 0; asked < 4; asked += 1) await ask('payments.start', { body, headers });
    const sixth = ask('payments.start', { body, headers, idempotencyKey: newId() });
    await expect(sixth).rejects.toMatchObject({ code: 'RATE_LIMITED', status: 429 });
    expect(await ask('payments.start', given)).toEqual(first);
    const other = ask('payments.start', { ...given, body: { ...body, method: 'fake:sbp' } });
    await expect(other).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('answers a repetition under its key with the same bytes', async () => {
    const body = { testOrderId: await newOrder(), method: 'fake', returnUrl };
    const given = { body, idempotencyKey: newId(), headers: { 'gangway-session': newId() } };
    expect(await ask('payments.start', given)).toEqual(await ask('payments.start', given));
    const other = ask('payments.start', { ...given, body: { ...body, method: 'fake:sbp' } });
    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('asks YooKassa under its own address when no method is named', async () => {
    const asked = ask('payments.start-yookassa', { body: { testOrderId: await newOrder(), returnUrl } });
    if (hub().gateways.has('yookassa')) return asked.catch(() => undefined);
    await expect(asked).rejects.toMatchObject({ code: 'METHOD_NOT_AVAILABLE' });
  });
});

describe('GET /api/payment-methods', () => {
  const titlesOf = async (testOrder: string) =>
    ((await ask('payments.methods', { query: { testOrder } })) as { data: { method: string }[] }).data;

  it('lists what is offered for it', async () => {
    expect(await titlesOf(await newOrder())).toContainEqual({
      method: 'fake',
      title: 'Play money',
      holdMinutes: 60,
    });
  });

  it('follows what managers say of the seller', async () => {
    const testOrder = await newOrder();
    const real = hub().methodSettings;
    const names = { ru: 'Карта', en: 'Bank card', zh: '银行卡' };
    const setting = {
      key: 'fake',
      names,
      enabled: true,
      position: 0,
      minAmount: null,
      maxAmount: null,
    } as const;
    const settled = { ...setting, currency: 'RUB', channels: [], holdMinutes: 20 } as const;
    try {
      paymentsOf(strapi).methodsFrom(async (sellerId) => (sellerId === seller ? [settled] : []));
      expect(await titlesOf(testOrder)).toContainEqual({
        method: 'fake',
        title: 'Bank card',
        holdMinutes: 20,
      });
      paymentsOf(strapi).methodsFrom(async () => [{ ...settled, enabled: false }]);
      expect((await titlesOf(testOrder)).map(({ method }) => method)).not.toContain('fake');
    } finally {
      paymentsOf(strapi).methodsFrom(real);
    }
  });
});

describe('GET /api/payments/:id', () => {
  it('tells how it stands, and nothing to strangers', async () => {
    const testOrderId = await newOrder();
    await ask('payments.start', { body: { testOrderId, method: 'fake', returnUrl } });
    const { id, externalId } = await onlyPayment(testOrderId);
    bank().decline(externalId ?? '', 'call_issuer');
    expect(await ask('payments.read', { params: { id } })).toMatchObject({
      data: { paymentId: id, status: 'pending', method: 'fake', settledAt: null },
    });
    const stranger = { params: { id }, headers: { 'gangway-session': 'stranger' } };
    await expect(ask('payments.read', stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ask('payments.read', { params: { id: newId() } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await orderRow(testOrderId)).state).toBe('open');
  });
});

describe('over HTTP', () => {
  const post = async (path: string, body: object) => {
    const answer = await fetch(baseUrl + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return [answer.status, ((await answer.json()) as { error?: { code: string } }).error?.code];
  };

  it.each([
    [{ orderId: 'nobody', method: 'fake' }, 404, 'NOT_FOUND'],
    [{ orderId: "x' or 1=1 --", method: 'fake' }, 404, 'NOT_FOUND'],
    [{ orderId: 'x' }, 400, 'INVALID_INPUT'],
    [{ method: 'fake' }, 400, 'INVALID_INPUT'],
    [{ orderId: 1, method: 'fake' }, 400, 'INVALID_INPUT'],
    [{ orderId: 'x', method: '<script>' }, 400, 'INVALID_INPUT'],
    [{ orderId: 'x', method: 'fake', colour: 'red' }, 400, 'UNKNOWN_FIELD'],
    [{ orderId: 'x', method: 'fake', fields: { a: 1 } }, 400, 'INVALID_INPUT'],
  ])('refuses %j', async (body, status, code) => {
    expect(await post('/api/payments', body)).toEqual([status, code]);
  });

  it.each(['/api/admin/payments', '/api/admin/payment-inbox', `/api/admin/payments/${newId()}`])(
    'lets nobody into %s',
    async (path) => {
      expect((await fetch(baseUrl + path)).status).toBe(401);
    },
  );
});
