import { randomBytes } from 'node:crypto';
import { newId } from '@gangway/kit';
import { limitRules } from '../../../frame/limits/limit-rules.ts';
import { create, refresh, texts } from '../../catalog/tests/stage.ts';
import { buildHall, newSession } from '../../seating/tests/hall.ts';
import { order, quote } from './ask-orders.ts';

const { points } = limitRules.promotions;

describe('codes of promotions that are tried out', () => {
  let guide = '';
  const right = `P${newId().slice(0, 10).toUpperCase()}`;
  const name = texts('Гид', 'Guide', '导览');

  beforeAll(async () => {
    const { seller, mark } = await buildHall();
    const ofSeller = { name, seller: seller.documentId, currency: 'EUR' };
    const product = { ...ofSeller, description: name, slug: `guide-${mark}`, amount: 900 };
    guide = (await create('catalog.product', product)).documentId;
    await create('catalog.promotion', { ...ofSeller, code: right, kind: 'percent', percent: 10 });
    await refresh();
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
});
