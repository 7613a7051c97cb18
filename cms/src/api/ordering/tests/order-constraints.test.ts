import { create, refresh, texts } from '../../catalog/tests/stage.ts';
import { buildHall, newSession } from '../../seating/tests/hall.ts';
import { type Placed, placed } from './ask-orders.ts';

/** What the database refuses, whoever asks it. */
describe('the tables of orders', () => {
  let made: Placed;
  let other: Placed;

  beforeAll(async () => {
    const hall = await buildHall();
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
    const lines = [{ productId: (await create('catalog.product', product)).documentId, quantity: 3 }];
    await refresh();
    made = await placed({ sessionId: newSession(), lines });
    other = await placed({ sessionId: newSession(), lines });
  });

  const refusal = async (sql: string, bindings: string[] = []): Promise<string> => {
    try {
      await strapi.db.connection.transaction((trx) => trx.raw(sql, bindings));
      return 'accepted';
    } catch (error) {
      const { constraint, message } = error as { constraint?: string; message: string };
      return constraint ?? message;
    }
  };

  const ofOrder = (set: string) => refusal(`update orders set ${set} where document_id = ?`, [made.id]);
  const ofLine = (set: string) => refusal(`update order_lines set ${set} where order_id = ?`, [made.id]);

  it('refuse a total, a VAT or a discount that the lines do not make', async () => {
    expect(await ofOrder('total = total + 1')).toBe('orders_add_up');
    expect(await ofOrder('vat_total = vat_total + 1')).toBe('orders_add_up');
    expect(await ofOrder('discount_total = discount_total + 1')).toBe('orders_add_up');
    expect(await ofLine('vat_amount = vat_amount + 1')).toBe('orders_add_up');
    expect(await refusal('delete from order_lines where order_id = ?', [made.id])).toBe('orders_add_up');
  });

  it('look at the end of the transaction, so that lines and totals may change together', async () => {
    const together = `with changed as (
        update order_lines set discount_amount = 1, amount = amount - 1 where order_id = ? returning order_id)
      update orders set total = total - 1, discount_total = 1 where document_id in (select order_id from changed)`;
    expect(await refusal(together, [other.id])).toBe('accepted');
  });

  it('refuse amounts that cannot be', async () => {
    expect(await ofLine('amount = amount - 1')).toBe('order_lines_sum');
    expect(await ofLine('quantity = 0')).toMatch(/^order_lines_/);
    expect(await ofLine('refunded_amount = amount + 1')).toBe('order_lines_refunded');
    expect(await ofLine('refunded_amount = -1')).toBe('order_lines_refunded');
    expect(await ofOrder('refunded_total = total + 1')).toBe('orders_refunded');
    expect(await ofOrder('refunded_total = -1')).toBe('orders_refunded');
    expect(await ofOrder('total = -1')).toBe('orders_amounts');
    expect(await ofOrder("expires_at = max_expires_at + interval '1 second'")).toBe('orders_expiry');
  });

  it('refuse words that nobody knows, and a paid order without its moment', async () => {
    expect(await ofOrder(`state = 'PAYED'`)).toBe('orders_state');
    expect(await ofOrder(`state = 'PAID'`)).toBe('orders_paid');
    expect(await ofOrder(`language = 'de'`)).toBe('orders_language');
    expect(await ofOrder(`currency = 'BTC'`)).toBe('orders_currency');
    expect(await ofOrder(`channel = 'fax'`)).toBe('orders_channel');
    expect(await ofLine(`kind = 'gift'`)).toMatch(/^order_lines_/);
    expect(await ofLine(`vat_mode = 'sometimes'`)).toBe('order_lines_vat');
  });

  it('refuse a number twice', async () => {
    expect(await refusal('update orders set number = ? where document_id = ?', [other.number, made.id])).toBe(
      'orders_number',
    );
  });

  it('refuse to change, take away or empty the history', async () => {
    for (const sql of [
      `update order_history set what = 'order.paid'`,
      'delete from order_history',
      'truncate order_history',
    ])
      expect(await refusal(sql)).toMatch(/append-only/);
    const what = await strapi.db.connection('order_history').where({ order_id: made.id }).pluck('what');
    expect(what).toEqual(['order.created']);
  });

  it('refuse a second live use of a promotion by one order', async () => {
    const name = texts('Скидка', 'Discount', '折扣');
    const { documentId: id } = await create('catalog.promotion', {
      ...{ code: `C${made.number.replaceAll('-', '')}`, name, kind: 'percent', percent: 5, currency: 'EUR' },
      seller: made.seller.id,
    });
    const use = 'insert into promotion_uses (promotion_id, order_id, used_at) values (?, ?, now())';
    expect(await refusal(use, [id, made.id])).toBe('accepted');
    expect(await refusal(use, [id, made.id])).toBe('promotion_uses_live');
    await refusal('update promotion_uses set released_at = now() where order_id = ?', [made.id]);
    expect(await refusal(use, [id, made.id])).toBe('accepted');
  });
});
