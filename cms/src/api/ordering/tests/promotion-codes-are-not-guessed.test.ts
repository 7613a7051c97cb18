import { randomBytes } from 'node:crypto';
import { clock, newId } from '@gangway/kit';
import { limitRules } from '../../../frame/limits/limit-rules.ts';
import { create, refresh, texts } from '../../catalog/tests/stage.ts';
import { buildHall, newSession } from '../../seating/tests/hall.ts';
import { order, quote } from './ask-orders.ts';

const { points } = limitRules.promotions;

describe('codes of promotions that are tried out', () => {
  let guide = '';
  const newCode = () => `P${newId().slice(0, 10).toUpperCase()}`;
  const right = newCode();
  const over = newCode();
  const usedUp = newCode();
  const name = texts('Гид', 'Guide', '导览');

  beforeAll(async () => {
    const { seller, mark } = await buildHall();
    const ofSeller = { name, seller: seller.documentId, currency: 'EUR' };
    const product = { ...ofSeller, description: name, slug: `guide-${mark}`, amount: 900 };
    guide = (await create('catalog.product', product)).documentId;
    const terms = { ...ofSeller, kind: 'percent', percent: 10 };
    const yesterday = new Date(clock.now().getTime() - 86_400_000);
    await create('catalog.promotion', { ...terms, code: right });
    await create('catalog.promotion', { ...terms, code: over, validTo: yesterday });
    await create('catalog.promotion', { ...terms, code: usedUp, maxUses: 1 });
    await refresh();
    expect((await order(basket(usedUp))).status).toBe(201);
  });

  const basket = (promoCode?: string) => ({
    ...{ sessionId: newSession(), lines: [{ productId: guide, quantity: 1 }] },
    ...(promoCode && { promoCode }),
  });

  const hex = () => randomBytes(2).toString('hex');
  /** A network nobody else asks from, and a caller somewhere in it. */
  const network = () => `2001:db8:${hex()}:${hex()}`;
  const from = (net: string) => ({ 'x-forwarded-for': `${net}::${hex()}` });

  it('are refused after so many, also from the next address of the network, also the right one', async () => {
    const net = network();
    for (let tried = 0; tried < points; tried += 1)
      expect((await quote(basket(`X${newId()}`), from(net))).code).toBe('UNKNOWN_PROMOTION');
    const refused = await quote(basket(right), from(net));
    expect([refused.status, refused.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await order(basket(`X${newId()}`), from(net))).code).toBe('RATE_LIMITED');
    expect((await quote(basket(), from(net))).status).toBe(200);
    expect((await quote(basket(right), from(network()))).status).toBe(200);
  });

  it('are counted in orders too', async () => {
    const net = network();
    for (let tried = 0; tried < points; tried += 1)
      expect((await order(basket(`X${newId()}`), from(net))).code).toBe('UNKNOWN_PROMOTION');
    expect((await quote(basket(`X${newId()}`), from(net))).code).toBe('RATE_LIMITED');
  });

  it('cost nothing when they are right, or when something else is wrong', async () => {
    const net = network();
    for (let tried = 0; tried <= points; tried += 1)
      expect((await quote(basket(right), from(net))).status).toBe(200);
    for (let tried = 0; tried <= points; tried += 1)
      expect((await quote({ ...basket(right), holdIds: [newId()] }, from(net))).code).toBe('HOLD_EXPIRED');
  });

  type Asked = [basket: ReturnType<typeof basket>, headers: Record<string, string>];
  type Ask = (...asked: Asked) => Promise<{ code: string | undefined }>;

  it('cost nothing when they are real, but over or used up: many may have read them', async () => {
    const net = network();
    const tell = async (ask: Ask, code: string) => (await ask(basket(code), from(net))).code;
    for (let tried = 0; tried <= points; tried += 1) {
      expect(await tell(quote, over)).toBe('PROMOTION_NOT_APPLICABLE');
      expect(await tell(quote, usedUp)).toBe('PROMOTION_USED_UP');
    }
    expect(await tell(order, over)).toBe('PROMOTION_NOT_APPLICABLE');
    for (let tried = 0; tried < points; tried += 1)
      expect(await tell(quote, newCode())).toBe('UNKNOWN_PROMOTION');
    for (const code of [over, usedUp, newCode(), right]) expect(await tell(quote, code)).toBe('RATE_LIMITED');
  });
});
