import { money, saleSchema } from '@gangway/kit';
import type { Order, OrderLine } from './order.ts';
import { saleOf } from './sale-of.ts';

const name = { ru: 'Билет', en: 'Ticket', zh: '票' };

const order = {
  ...{ id: 'order', number: '482-913-605', language: 'ru', currency: 'RUB', sellerId: 'river' },
  ...{ sellerFacts: { name, country: 'RU', taxRegime: 'general', inn: '7800000000' }, total: 1_000 },
  ...{ buyerName: 'Анна', buyerEmail: 'anna@example.org', buyerPhone: null },
} as Order;

const line = (row: Partial<OrderLine> = {}) =>
  ({
    ...{ id: 'line', kind: 'admission', names: name, quantity: 3, amount: 1_000, productKind: null },
    ...{ vatMode: 'included', vatRateBp: 2200, vatAmount: 180, ...row },
  }) as OrderLine;

describe('the sale of an order', () => {
  it('is what papers and receipts take', () => {
    expect(saleSchema.safeParse(saleOf(order, [line()])).error).toBeUndefined();
  });

  it('says who sells and who buys, for how much and under which number', () => {
    expect(saleOf(order, [])).toEqual({
      ...{ number: '482-913-605', language: 'ru', total: money(1_000, 'RUB'), lines: [] },
      buyer: { fullName: 'Анна', email: 'anna@example.org', phone: null },
      seller: { id: 'river', country: 'RU', currency: 'RUB', taxRegime: 'general', inn: '7800000000' },
    });
    expect(saleOf(order, [line({ kind: 'product' })]).lines[0]).toMatchObject({
      ...{ name: 'Билет', kind: 'product', vat: { mode: 'included', rateBp: 2200 } },
    });
  });

  it('parts a line whose price does not divide, and its VAT with it', () => {
    const parts = saleOf(order, [line()]).lines.map(({ id, quantity, unitAmount, amount, vat }) => {
      return [id, quantity, unitAmount, amount, vat.amount];
    });
    expect(parts).toEqual([
      ['line', 1, 334, 334, 60],
      ['line.2', 2, 333, 666, 120],
    ]);
  });

  it('leaves a line whole that divides', () => {
    expect(saleOf(order, [line({ amount: 999 })]).lines).toMatchObject([{ quantity: 3, unitAmount: 333 }]);
  });

  it('names lines in Russian on the papers of a Russian seller, elsewhere in the language of the order', () => {
    const named = (country: string) =>
      saleOf({ ...order, language: 'zh', sellerFacts: { ...order.sellerFacts, country } }, [line()]);
    expect(named('RU').lines[0]?.name).toBe('Билет');
    expect(named('HU').lines[0]?.name).toBe('票');
    expect(named('RU').language).toBe('zh');
  });

  it('names lines in 128 letters at most, none of them halved', () => {
    const [long] = saleOf(order, [line({ names: { ...name, ru: '🚢'.repeat(100) } })]).lines;
    expect(long?.name.length).toBeLessThanOrEqual(128);
    expect(long?.name).toBe(`${'🚢'.repeat(63)}…`);
    const named = (ru: string) => saleOf(order, [line({ names: { ...name, ru } })]).lines[0]?.name;
    expect(named('я'.repeat(128))).toBe('я'.repeat(128));
    expect(named('я'.repeat(129))).toBe(`${'я'.repeat(127)}…`);
    expect(named(`${'я'.repeat(120)}${' '.repeat(20)}я`)).toBe(`${'я'.repeat(120)}…`);
  });

  it('tells services, goods and advances apart', () => {
    const subject = (row: Partial<OrderLine>) => saleOf(order, [line(row)]).lines[0]?.subject;
    expect(subject({})).toBe('service');
    expect(subject({ kind: 'fee' })).toBe('service');
    expect(subject({ kind: 'product', productKind: 'guide' })).toBe('commodity');
    expect(subject({ kind: 'product', productKind: 'badge' })).toBe('commodity');
    expect(subject({ kind: 'fee', productKind: 'badge' })).toBe('service');
    expect(subject({ kind: 'product', productKind: 'subscription' })).toBe('service');
    expect(subject({ kind: 'product', productKind: 'gift_card' })).toBe('payment');
  });
});
