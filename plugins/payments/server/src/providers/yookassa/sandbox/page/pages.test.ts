import { locales } from '@gangway/kit';
import { openShop, paymentBody } from '../../testing/open-shop.ts';
import type { OpenShop } from '../../testing/open-shop.ts';
import { decliningCards, payingCards } from '../cards.ts';
import { isCardNumber } from './card-entry.ts';
import { panelTexts } from './panel-texts.ts';
import { reasonText } from './reasons.ts';
import { texts } from './texts.ts';

const held: { shop?: OpenShop } = {};
const shop = (): OpenShop => held.shop as OpenShop;
beforeEach(async () => void (held.shop = await openShop()));
afterEach(() => shop().close());

async function payment(changes: object = {}): Promise<string> {
  return String((await shop().ask('POST', '/payments', { body: paymentBody(changes) })).body.id);
}

const contract = (id: string, query = '') => `/checkout/payments/v2/contract?orderId=${id}&locale=en${query}`;

async function page(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(shop().url + path, { headers });
  return { status: answer.status, headers: answer.headers, text: (await answer.text()).replace(/\s+/g, ' ') };
}

/** Sends a form as a browser does and follows where it leads. */
async function send(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const url = `${shop().url}${path}`;
  const own = { origin: new URL(url).origin, ...headers };
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers: own });
  return { status: answer.status, url: answer.url, text: (await answer.text()).replace(/\s+/g, ' ') };
}

const card = (number: string) => ({ method: 'bank_card', number, expiry: '12/40', csc: '123' });
const pay = (id: string, number: string) => send(`/checkout/pay?orderId=${id}&locale=en`, card(number));
const bank = (id: string, fields: Record<string, string>) =>
  send(`/checkout/three-d-secure?orderId=${id}&locale=en`, fields);
const get = async (id: string) => (await shop().ask('GET', `/payments/${id}`)).body;

describe('the payment page', () => {
  it('says how much, for what and until when, in three languages', async () => {
    const id = await payment({ description: 'Заказ № 7K4-220' });
    for (const locale of locales) {
      const { status, text } = await page(contract(id).replace('locale=en', `locale=${locale}`));
      expect(status).toBe(200);
      expect(text).toContain(`lang="${locale === 'zh' ? 'zh-Hans' : locale}"`);
      for (const part of [texts[locale].cardNumber, texts[locale].testCards, 'Заказ № 7K4-220', '₽'])
        expect(text).toContain(part);
      expect(text).toMatch(/1[\s,]500[.,]00/);
    }
  });

  it('speaks the language of the shop, and Chinese to a Chinese browser', async () => {
    const id = await payment({
      confirmation: { type: 'redirect', return_url: 'https://shop.example/', locale: 'en_US' },
    });
    const path = `/checkout/payments/v2/contract?orderId=${id}`;
    expect((await page(path)).text).toContain('lang="en"');
    expect((await page(path, { 'accept-language': 'zh-CN,zh;q=0.9' })).text).toContain('lang="zh-Hans"');
  });

  it('lists every test card, each one press away from a filled form', async () => {
    const id = await payment();
    const { text } = await page(contract(id));
    for (const { number } of [...payingCards, ...decliningCards]) expect(text).toContain(`card=${number}`);
    expect((await page(contract(id, '&card=5555555555554477'))).text).toContain(
      'value="5555 5555 5555 4477"',
    );
  });

  it.each(payingCards.map(({ number, brand, threeDSecure }) => [brand, number, threeDSecure] as const))(
    'takes %s %s (3-D Secure: %s)',
    async (brand, number, threeDSecure) => {
      const id = await payment();
      const first = await pay(id, number);
      if (threeDSecure) {
        expect(first.text).toContain(texts.en.bankLead);
        expect((await get(id)).status).toBe('pending');
        await bank(id, { answer: 'yes', code: '1234' });
      }
      expect(await get(id)).toMatchObject({
        ...{ status: 'succeeded', payment_method: { card: { card_type: brand, last4: number.slice(-4) } } },
        authorization_details: { three_d_secure: { applied: threeDSecure } },
      });
    },
  );

  it.each(
    decliningCards.map(
      ({ number, decline }) => [decline?.reason ?? '', decline?.party ?? '', number] as const,
    ),
  )('declines for %s by %s with %s', async (reason, party, number) => {
    shop().control.switch({ declines: 'final' });
    const id = await payment();
    await pay(id, number);
    if (reason === '3d_secure_failed') await bank(id, { answer: 'yes', code: '1234' });
    expect(await get(id)).toMatchObject({
      status: 'canceled',
      paid: false,
      cancellation_details: { party, reason },
    });
  });

  it('says why a card was declined and takes another one', async () => {
    const id = await payment();
    const declined = await pay(id, '5555555555554600');
    expect(declined.text).toContain(reasonText('insufficient_funds', 'en'));
    expect((await get(id)).status).toBe('pending');
    const paid = await pay(id, '5555555555554444');
    expect(paid.text).toContain(texts.en.paid);
    expect(await get(id)).toMatchObject({
      status: 'succeeded',
      payment_method: { title: 'Bank card *4444' },
    });
  });

  it('keeps the reason of the last card when the buyer gives up', async () => {
    const id = await payment();
    await pay(id, '5555555555554600');
    await send(`/checkout/cancel?orderId=${id}&locale=en`, {});
    expect((await get(id)).cancellation_details).toEqual({
      party: 'payment_network',
      reason: 'insufficient_funds',
    });
    const other = await payment();
    await send(`/checkout/cancel?orderId=${other}`, {});
    expect((await get(other)).cancellation_details).toEqual({
      party: 'yoo_money',
      reason: 'general_decline',
    });
  });

  it.each([
    ['the number', { number: '5555555555554445' }, texts.en.wrongNumber],
    ['the number', { number: 'card' }, texts.en.wrongNumber],
    ['the date', { expiry: '13/40' }, texts.en.wrongExpiry],
    ['the date', { expiry: '01/20' }, texts.en.wrongExpiry],
    ['the code', { csc: '12' }, texts.en.wrongCsc],
  ])('shows beside the field that %s is wrong', async (_, changes, sentence) => {
    const id = await payment();
    const answer = await send(`/checkout/pay?orderId=${id}&locale=en`, {
      ...card('5555555555554444'),
      ...changes,
    });
    expect([answer.status, answer.text.includes(sentence)]).toEqual([400, true]);
    expect((await get(id)).status).toBe('pending');
  });

  it('declines a card that is no test card', async () => {
    shop().control.switch({ declines: 'final' });
    const id = await payment();
    await pay(id, '4242424242424242');
    expect((await get(id)).cancellation_details).toMatchObject({ reason: 'invalid_card_number' });
  });

  it('lets the bank ask where the shop insists, and takes its refusal', async () => {
    shop().control.switch({ declines: 'final' });
    const id = await payment({
      confirmation: { type: 'redirect', return_url: 'https://shop.example/', enforce: true },
    });
    expect((await pay(id, '5555555555554444')).text).toContain(texts.en.bank);
    expect((await bank(id, { answer: 'yes', code: 'x' })).status).toBe(400);
    await bank(id, { answer: 'no' });
    expect((await get(id)).cancellation_details).toEqual({
      party: 'payment_network',
      reason: '3d_secure_failed',
    });
  });

  it.each(['sbp', 'yoo_money'])('takes %s with one press, and a refusal', async (method) => {
    const id = await payment();
    expect((await page(contract(id, `&method=${method}`))).text).toContain(texts.en.confirm);
    await send(`/checkout/pay?orderId=${id}`, { method, agreed: 'no' });
    expect((await get(id)).status).toBe('pending');
    await send(`/checkout/pay?orderId=${id}`, { method, agreed: 'yes' });
    expect(await get(id)).toMatchObject({ status: 'succeeded', payment_method: { type: method } });
  });

  it('offers only the way that the shop has chosen', async () => {
    const id = await payment({ payment_method_data: { type: 'sbp' } });
    const { text } = await page(contract(id));
    expect([text.includes(texts.en.sbpLead), text.includes(texts.en.cardNumber)]).toEqual([true, false]);
    await send(`/checkout/pay?orderId=${id}`, card('5555555555554444'));
    expect((await get(id)).status).toBe('pending');
  });

  it('pays once: afterwards it says that it is paid, or canceled and why', async () => {
    const id = await payment();
    await pay(id, '5555555555554444');
    const paid = await get(id);
    expect((await page(contract(id))).text).toContain(texts.en.alreadyPaid);
    expect((await pay(id, '5555555555554600')).text).toContain(texts.en.alreadyPaid);
    expect((await bank(id, { answer: 'no' })).text).toContain(texts.en.alreadyPaid);
    await pay(id, '4111111111111111');
    await send(`/checkout/pay?orderId=${id}`, { method: 'sbp', agreed: 'yes' });
    expect(await get(id)).toEqual(paid);
    const late = await payment();
    shop().clock.shiftBy(3_600_000);
    expect((await page(contract(late))).text).toContain(reasonText('expired_on_confirmation', 'en'));
  });

  it('leads back to the shop by itself after the payment, and keeps no card', async () => {
    const id = await payment();
    const { text } = await pay(id, '4111111111111111');
    expect(text).toContain('http-equiv="refresh" content="5;url=https://shop.example/return"');
    expect(JSON.stringify(shop().control.state())).not.toContain('4111111111111111');
  });

  it('is not there for an unknown payment, and takes no form of another site', async () => {
    expect((await page(contract('2f3b588d'))).status).toBe(404);
    expect((await page('/checkout/nothing')).status).toBe(404);
    const id = await payment();
    const foreign = await send(`/checkout/pay?orderId=${id}`, card('5555555555554444'), {
      origin: 'https://evil.example',
    });
    expect(foreign.status).toBe(403);
    expect((await get(id)).status).toBe('pending');
  });

  it('shows what the shop wrote as text, and loads nothing from elsewhere', async () => {
    const id = await payment({ description: '<script>alert(1)</script>' });
    const { text, headers } = await page(contract(id));
    expect(text).not.toContain('<script>alert');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const asset of ['/assets/pay.css', '/assets/pay.js']) expect((await page(asset)).status).toBe(200);
  });
});

describe('the page for people who test', () => {
  it('lists payments and sets switches and faults', async () => {
    const id = await payment({ description: 'Order no. 7K4-220' });
    shop().control.pay(id);
    await send('/panel/switches?locale=en', {
      ...{ declines: 'final', refunds: 'pending', receipts: 'canceled', receiptDelayMs: '0', copies: '2' },
      ...{ delayMs: '50', sourceIp: '77.75.156.11', fiscalization: 'yes' },
    });
    const { text } = await send('/panel/faults?locale=en', {
      operation: 'me',
      kind: 'error-after-commit',
      times: '2',
    });
    for (const part of [
      'Order no. 7K4-220',
      'succeeded',
      'MasterCard *4444',
      'me · 500, though everything was done · ×2',
    ])
      expect(text).toContain(part);
    expect(shop().control.state()).toMatchObject({
      switches: {
        declines: 'final',
        refunds: 'pending',
        copies: 2,
        sourceIp: '77.75.156.11',
        reorder: false,
      },
      faults: [{ operation: 'me', times: 2 }],
    });
    await send('/panel/faults?locale=en', { clear: 'yes' });
    expect(shop().control.state()).toMatchObject({ faults: [] });
  });

  it('leaves things as they are when a form holds nonsense or comes from elsewhere', async () => {
    await send('/panel/faults', { operation: 'all', kind: 'flood', times: 'x' });
    await send('/panel/switches', { refunds: 'perhaps', copies: '99' });
    expect(
      (await send('/panel/faults', { operation: 'me', kind: 'drop', times: '1' }, { origin: 'null' })).status,
    ).toBe(403);
    expect(shop().control.state()).toMatchObject({
      faults: [],
      switches: { refunds: 'succeeded', copies: 1 },
    });
  });
});

describe('the words of the pages', () => {
  it('are different in each language, Chinese in Chinese', () => {
    for (const table of [texts, panelTexts])
      for (const key of Object.keys(table.ru) as (keyof typeof table.ru)[]) {
        const three = [table.ru[key], table.en[key], table.zh[key]];
        expect([key, new Set(three).size]).toEqual([key, 3]);
        expect(three[1]).not.toMatch(/[а-яё]/i);
        expect(three[2]).toMatch(/\p{Script=Han}/u);
      }
  });
});

describe('a card number', () => {
  it('has its check digit', () => {
    expect(['4111111111111111', '370000000000002', '36700102000000'].map(isCardNumber)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['4111111111111112', '411111111111111', '', 'x'.repeat(16)].map(isCardNumber)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
