import { newId } from '@gangway/kit';
import { accountHolder } from '../../../../tests/support/account.ts';
import { create, refresh, texts } from '../../catalog/tests/stage.ts';
import { limitRules } from '../../../frame/limits/limit-rules.ts';
import { buildHall, type Hall, newSession } from '../../seating/tests/hall.ts';
import { formal, hold } from './ask-orders.ts';

type Headers = Record<string, string>;

/** Status and bytes, as they came. */
async function post(
  body: unknown,
  key?: string,
  more: Headers = {},
): Promise<{ status: number; text: string }> {
  const headers = { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}), ...more };
  const response = await fetch(`${baseUrl}/api/orders`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

async function account(): Promise<{ customerId: string; headers: Headers }> {
  const { id: customerId, headers } = await accountHolder();
  return { customerId, headers };
}

describe('one idempotency key', () => {
  let hall: Hall;
  let guide = '';

  beforeAll(async () => {
    hall = await buildHall();
    const name = texts('Гид', 'Guide', '导览');
    const { documentId: seller } = hall.seller;
    const product = {
      name,
      description: name,
      slug: `guide-${hall.mark}`,
      seller,
      amount: 900,
      currency: 'EUR',
    };
    guide = (await create('catalog.product', product)).documentId;
    await refresh();
  });

  const ordersOf = (sessionId: string) =>
    strapi.db
      .connection('holds')
      .join('orders', 'orders.document_id', 'holds.order_id')
      .where('holds.id', sessionId)
      .select('orders.document_id');

  const goods = () => ({ ...formal, sessionId: newSession(), lines: [{ productId: guide, quantity: 1 }] });

  it('used 50 times at once makes one order, answered with the same bytes', async () => {
    const { sessionId, holdId } = await hold(await hall.numbered(), { seats: ['1A', '1B'] });
    const body = { ...formal, sessionId, holdIds: [holdId] };
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(body, key)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(JSON.parse(answers[0]?.text ?? '{}').data.accessToken).toMatch(/^[\w-]{43}$/);
    expect(await ordersOf(holdId)).toHaveLength(1);
    expect(await post(body, key)).toEqual(answers[0]);
  });

  it('is what makes it one: without it each request is an order of its own', async () => {
    const body = goods();
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(body)));
    const ids = answers.map(({ text }) => JSON.parse(text).data.id);
    expect(new Set(ids).size).toBe(10);
  });

  it('stands for one body', async () => {
    const key = newId();
    const body = goods();
    await post(body, key);
    const other = await post({ ...body, acceptOtherSeats: true }, key);
    expect([other.status, JSON.parse(other.text).error.code]).toEqual([409, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('belongs to one session', async () => {
    const key = newId();
    const [mine, theirs] = [await post(goods(), key), await post(goods(), key)];
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(mine.text).not.toBe(theirs.text);
  });

  it('belongs to one session of an account: another one has another basket', async () => {
    const { headers } = await account();
    const key = newId();
    const eventId = await hall.general();
    const buy = async () => {
      const { sessionId, holdId } = await hold(eventId, { quantities: { [hall.adult.documentId]: 1 } });
      return { holdId, answer: await post(formal, key, { ...headers, 'gangway-session': sessionId }) };
    };
    const [first, second] = [await buy(), await buy()];
    expect([first.answer.status, second.answer.status]).toEqual([201, 201]);
    expect(second.answer.text).not.toBe(first.answer.text);
    expect(await ordersOf(second.holdId)).toHaveLength(1);
  });

  it('of an account answers nobody who names the account as a session', async () => {
    const { customerId, headers } = await account();
    const key = newId();
    const body = { ...formal, lines: [{ productId: guide, quantity: 1 }] };
    const mine = await post(body, key, { ...headers, 'gangway-session': newSession() });
    const theirs = await post(body, key, { 'gangway-session': customerId });
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    const token = ({ text }: { text: string }): string => JSON.parse(text).data.accessToken;
    expect(token(theirs)).not.toBe(token(mine));
  });

  it('answers a refusal the same way again, although the reason has gone', async () => {
    const { sessionId } = await hold(await hall.numbered(), { seats: ['1A'] });
    const key = newId();
    const body = { ...formal, sessionId, promoCode: `SOON${hall.mark.slice(0, 8).toUpperCase()}` };
    const first = await post(body, key);
    expect(first.status).toBe(422);
    const name = texts('Скоро', 'Soon', '快');
    await create('catalog.promotion', {
      ...{ code: body.promoCode, name, seller: hall.seller.documentId },
      ...{ kind: 'percent', percent: 10, currency: 'EUR' },
    });
    expect(await post(body, key)).toEqual(first);
    expect((await post(body, newId())).status).toBe(201);
  });

  it('lets repetitions through when a session has placed as many orders as it may', async () => {
    const { points } = limitRules.orders;
    const body = goods();
    const key = newId();
    const first = await post(body, key);
    for (let placed = 1; placed < points; placed += 1) expect((await post(body)).status).toBe(201);
    const refused = await post(body, newId());
    expect([refused.status, JSON.parse(refused.text).error.code]).toEqual([429, 'RATE_LIMITED']);
    expect(await post(body, key)).toEqual(first);
    expect((await post(goods())).status).toBe(201);
  });

  it('has to be one', async () => {
    for (const key of ['a b', 'ключ'.normalize(), 'x'.repeat(65)].filter((text) => /^[ -~]*$/.test(text))) {
      const { status, text } = await post(goods(), key);
      expect([status, JSON.parse(text).error.code]).toEqual([400, 'INVALID_IDEMPOTENCY_KEY']);
    }
  });
});
