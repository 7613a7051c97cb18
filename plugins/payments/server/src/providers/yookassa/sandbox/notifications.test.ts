import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { noticeReader, officialNetworks } from '../notice.ts';
import { openShop, paymentBody } from '../testing/open-shop.ts';
import type { OpenShop } from '../testing/open-shop.ts';

type Letter = { headers: IncomingHttpHeaders; bytes: Buffer; event: string; object: Record<string, unknown> };

/** A letter that has not come by then does not come. */
const patienceMs = 10_000;

const open: { server?: Server; shop?: OpenShop } = {};
afterEach(async () => {
  await open.shop?.close();
  open.server?.closeAllConnections();
  open.server?.close();
});

/** A shop that takes notifications; `answers` says with which status, the last one from then on. */
async function openPostbox(answers: number[] = [200]) {
  const letters: Letter[] = [];
  const arrivals = new EventEmitter();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    response.writeHead(answers[Math.min(letters.length, answers.length - 1)] ?? 200).end();
    letters.push({ headers: request.headers, bytes, ...JSON.parse(bytes.toString()) });
    arrivals.emit('letter');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.server = server;
  open.shop = await openShop({
    notifyUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify`,
  });
  const arrived = async (count: number): Promise<Letter[]> => {
    while (letters.length < count)
      await once(arrivals, 'letter', { signal: AbortSignal.timeout(patienceMs) });
    return letters;
  };
  return { shop: open.shop, arrived };
}

async function payment(shop: OpenShop, changes: object = {}): Promise<string> {
  return String((await shop.ask('POST', '/payments', { body: paymentBody(changes) })).body.id);
}

const deliveries = (shop: OpenShop) =>
  (shop.control.state() as { deliveries: { attempts: number; delivered: boolean }[] }).deliveries;
const refund = (shop: OpenShop, payment_id: string) =>
  shop.ask('POST', '/refunds', { body: { payment_id, amount: { value: '1500.00', currency: 'RUB' } } });

describe('a notification', () => {
  it('carries the whole object, from an address of YooKassa, and our reader takes it', async () => {
    const { shop, arrived } = await openPostbox();
    const id = await payment(shop);
    shop.control.pay(id);
    const [letter] = await arrived(1);
    expect(letter?.event).toBe('payment.succeeded');
    expect(letter?.object).toEqual((await shop.ask('GET', `/payments/${id}`)).body);
    const ip = String(letter?.headers['x-forwarded-for']);
    const bytes = letter?.bytes ?? Buffer.alloc(0);
    expect(noticeReader(officialNetworks)({ ip, headers: {}, bytes })).toEqual({
      ...{
        dedupeKey: `payment.succeeded:${id}`,
        event: 'payment.succeeded',
        about: 'payment',
        externalId: id,
      },
    });
  });

  it('comes for every step that has one', async () => {
    const { shop, arrived } = await openPostbox();
    const held = await payment(shop, { capture: false });
    shop.control.pay(held);
    await arrived(1);
    shop.clock.shiftBy(8 * 86_400_000);
    await arrived(2);
    const paid = await payment(shop);
    shop.control.pay(paid);
    await arrived(3);
    await refund(shop, paid);
    expect((await arrived(4)).map(({ event }) => event)).toEqual([
      ...['payment.waiting_for_capture', 'payment.canceled', 'payment.succeeded', 'refund.succeeded'],
    ]);
  });

  it('comes when business time is moved past the end of a payment, without anybody asking', async () => {
    const { shop, arrived } = await openPostbox();
    const id = await payment(shop);
    shop.clock.shiftBy(3_600_000);
    const [letter] = await arrived(1);
    expect([letter?.event, letter?.object.id]).toEqual(['payment.canceled', id]);
  });

  it('does not come for a canceled refund: there is no such event', async () => {
    const { shop, arrived } = await openPostbox();
    shop.control.switch({ refunds: 'general_decline' });
    const id = await payment(shop);
    shop.control.pay(id);
    expect((await refund(shop, id)).body.status).toBe('canceled');
    await arrived(1);
    expect(deliveries(shop)).toHaveLength(1);
  });

  it('comes again until it is answered 200', async () => {
    const { shop, arrived } = await openPostbox([500, 302, 200]);
    shop.control.pay(await payment(shop));
    const letters = await arrived(3);
    expect(new Set(letters.map(({ bytes }) => bytes.toString())).size).toBe(1);
    while (!deliveries(shop)[0]?.delivered) await new Promise((done) => setImmediate(done));
    expect(deliveries(shop)).toEqual([
      expect.objectContaining({ attempts: 3, delivered: true, answer: 200 }),
    ]);
  });

  it('comes more than once where that is switched on, and from where it is told', async () => {
    const { shop, arrived } = await openPostbox();
    shop.control.switch({ copies: 3, sourceIp: '10.1.2.3' });
    shop.control.pay(await payment(shop));
    const letters = await arrived(3);
    expect(letters.map(({ headers }) => headers['x-forwarded-for'])).toEqual([
      '10.1.2.3',
      '10.1.2.3',
      '10.1.2.3',
    ]);
    expect(new Set(letters.map(({ bytes }) => bytes.toString())).size).toBe(1);
  });

  it('comes late, and the latest first, where that is switched on', async () => {
    const { shop, arrived } = await openPostbox();
    shop.control.switch({ reorder: true, delayMs: 100 });
    const id = await payment(shop);
    shop.control.pay(id);
    await refund(shop, id);
    expect((await arrived(2)).map(({ event }) => event)).toEqual(['refund.succeeded', 'payment.succeeded']);
  });

  it('is lost where that is switched on', async () => {
    const { shop } = await openPostbox();
    shop.control.switch({ copies: 0 });
    shop.control.pay(await payment(shop));
    expect(deliveries(shop)).toEqual([]);
  });

  it('can be sent by hand, also about a step that has not happened', async () => {
    const { shop, arrived } = await openPostbox();
    const id = await payment(shop);
    shop.control.notify('payment.succeeded', id);
    const [letter] = await arrived(1);
    expect([letter?.event, letter?.object.status]).toEqual(['payment.succeeded', 'pending']);
  });
});

describe('the control API', () => {
  it('pays, cancels, settles, switches and spoils for the shop alone', async () => {
    const { shop } = await openPostbox();
    const control = async (method: string, path: string, body?: object, authorization = basic(shop)) => {
      const answer = await fetch(`${shop.url}/control/${path}`, {
        method,
        headers: { authorization },
        ...(body && { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    };
    const paid = await payment(shop);
    expect((await control('POST', `payments/${paid}/pay`, { card: '2200000000000004' })).body.status).toBe(
      'succeeded',
    );
    const reason = { party: 'yoo_money', reason: 'internal_timeout' };
    expect(
      (await control('POST', `payments/${await payment(shop)}/cancel`, reason)).body.cancellation_details,
    ).toEqual(reason);
    expect((await control('PATCH', 'switches', { refunds: 'pending' })).body.refunds).toBe('pending');
    const { body } = await refund(shop, paid);
    expect((await control('POST', `refunds/${String(body.id)}/settle`)).body.status).toBe('succeeded');
    await control('POST', 'faults', { operation: 'me', kind: 'error-after-commit' });
    expect((await shop.ask('GET', '/me')).status).toBe(500);
    expect((await shop.ask('GET', '/me')).status).toBe(200);
    expect((await control('GET', 'state')).body.payments).toHaveLength(2);
    expect((await control('PATCH', 'switches', { refunds: 'perhaps' })).status).toBe(400);
    expect((await control('POST', 'nothing', {})).status).toBe(404);
    expect((await control('GET', 'state', undefined, 'Basic eDp5')).status).toBe(401);
  });

  const basic = ({ shop: { shopId, secretKey } }: OpenShop) => `Basic ${btoa(`${shopId}:${secretKey}`)}`;
});
