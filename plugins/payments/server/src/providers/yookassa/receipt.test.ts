import fc from 'fast-check';
import type { SaleLine } from '@gangway/kit';
import { receiptOf, vatCode } from './receipt.ts';
import { sale } from './testing/open-shop.ts';

const receipt = (changes: Parameters<typeof sale>[0] = {}) =>
  receiptOf({ sale: sale(changes), mode: 'full_prepayment' });
const line = (changes: Partial<SaleLine> = {}): SaleLine => ({
  ...(sale().lines[0] as SaleLine),
  ...changes,
});
const refusal = (code: string) => expect.objectContaining({ provider: 'refused', code });

describe('the code of VAT', () => {
  it.each([
    [0, 2, 2],
    [500, 9, 7],
    [700, 10, 8],
    [1000, 5, 3],
    [2000, 6, 4],
    [2200, 12, 11],
  ])('for %i basis points is %i before the service and %i with it', (rateBp, prepaid, rendered) => {
    for (const mode of ['included', 'excluded'] as const) {
      expect(vatCode({ mode, rateBp, amount: 0 }, 'full_prepayment')).toBe(prepaid);
      expect(vatCode({ mode, rateBp, amount: 0 }, 'full_payment')).toBe(rendered);
    }
  });

  it('is 1 without VAT, whatever the rate', () => {
    expect(vatCode({ mode: 'none', rateBp: 2200, amount: 0 }, 'full_prepayment')).toBe(1);
  });

  it('is refused for a rate that YooKassa does not know', () => {
    const unknown = () => vatCode({ mode: 'included', rateBp: 1800, amount: 0 }, 'full_payment');
    expect(unknown).toThrow(refusal('receipt_vat'));
  });
});

describe('the receipt of a sale', () => {
  it('has an item per line with the price of one', () => {
    expect(receipt()).toEqual({
      customer: { email: 'anna@example.org', phone: '79211234567' },
      items: [
        {
          ...{ description: 'Взрослый', quantity: 2, amount: { value: '750.00', currency: 'RUB' } },
          ...{ vat_code: 12, measure: 'piece', payment_subject: 'service', payment_mode: 'full_prepayment' },
        },
      ],
    });
  });

  it('is made for Russian sellers alone', () => {
    const { seller } = sale();
    expect(receipt({ seller: { ...seller, country: 'DE' } })).toBeUndefined();
  });

  it('leaves out what costs nothing and names nobody', () => {
    const lines = [line(), line({ id: 'l2', name: 'Младенец', unitAmount: 0, amount: 0, quantity: 1 })];
    const made = receipt({ lines });
    expect(made?.items).toHaveLength(1);
    expect(JSON.stringify(made)).not.toContain('Анна');
  });

  it('makes the total to the kopeck, whatever was sold', () => {
    const one = fc.record({
      unitAmount: fc.integer({ min: 0, max: 9_999_999 }),
      quantity: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 80 }), (parts) => {
        const lines = parts.map(({ unitAmount, quantity }, index) =>
          line({ id: `l${index}`, unitAmount, quantity, amount: unitAmount * quantity }),
        );
        const amount = lines.reduce((sum, part) => sum + part.amount, 0);
        const made = receipt({ lines, total: { amount, currency: 'RUB' } });
        const kopecks = made?.items.map(
          ({ amount: { value }, quantity }) => Number(value.replace('.', '')) * quantity,
        );
        expect(kopecks?.reduce((sum, part) => sum + part, 0)).toBe(amount);
      }),
    );
  });

  it.each([
    ['lines that do not make the total', { total: { amount: 150_001, currency: 'RUB' } }, 'receipt_sum'],
    ['nobody to send it to', { buyer: { fullName: 'Анна', email: null, phone: null } }, 'receipt_customer'],
    [
      'more than 80 lines',
      {
        lines: Array.from({ length: 81 }, (_, index) =>
          line({ id: `l${index}`, unitAmount: 100, quantity: 1, amount: 100 }),
        ),
        total: { amount: 8_100, currency: 'RUB' },
      },
      'receipt_items',
    ],
  ] as const)('is refused with %s', (_, changes, code) => {
    expect(() => receipt(changes as never)).toThrow(refusal(code));
  });
});
