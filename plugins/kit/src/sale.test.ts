import fc from 'fast-check';
import { saleProblem, saleSchema } from './sale.ts';
import type { Sale, SaleLine } from './sale.ts';

const seller = { id: 's1', country: 'RU', currency: 'RUB', taxRegime: 'general', inn: '7700000000' } as const;
const buyer = { fullName: 'Анна', email: 'anna@example.org', phone: null };

const line = fc.record({
  id: fc.uuid(),
  name: fc.string({ minLength: 1, maxLength: 128 }),
  kind: fc.constantFrom('admission', 'product', 'fee'),
  subject: fc.constantFrom('service', 'commodity', 'agent_commission', 'payment'),
  quantity: fc.integer({ min: 1, max: 12 }),
  unitAmount: fc.integer({ min: 0, max: 10_000_000 }),
}) as fc.Arbitrary<Omit<SaleLine, 'amount' | 'vat'>>;

const sale: fc.Arbitrary<Sale> = fc.array(line, { minLength: 1, maxLength: 12 }).map((rows) => {
  const vat = { mode: 'included', rateBp: 2200, amount: 0 } as const;
  const lines = rows.map((row) => ({ ...row, amount: row.unitAmount * row.quantity, vat }));
  const amount = lines.reduce((sum, each) => sum + each.amount, 0);
  const total = { amount, currency: 'RUB' } as const;
  return { number: 'GW-1', language: 'ru', total, lines, buyer, seller };
});

const changed = fc.integer({ min: -1000, max: 1000 }).filter((by) => by !== 0);
const withFirst = (whole: Sale, change: (first: SaleLine) => SaleLine): Sale => ({
  ...whole,
  lines: whole.lines.map((each, index) => (index === 0 ? change(each) : each)),
});

describe('a sale', () => {
  it('adds up when every line is its unit times its quantity and the total their sum', () => {
    fc.assert(
      fc.property(sale, (whole) => {
        expect(saleProblem(whole)).toBeUndefined();
        expect(saleSchema.safeParse(whole).error).toBeUndefined();
      }),
    );
  });

  it('does not when the total is another, by however little', () => {
    fc.assert(
      fc.property(sale, changed, (whole, by) => {
        const total = { ...whole.total, amount: whole.total.amount + by };
        expect(saleProblem({ ...whole, total })).toContain(`the total says ${total.amount}`);
      }),
    );
  });

  it('does not when a line is not its unit times its quantity, and the line is named', () => {
    fc.assert(
      fc.property(sale, changed, (whole, by) => {
        const crooked = withFirst(whole, (first) => ({ ...first, amount: first.amount + by }));
        expect(saleProblem(crooked)).toContain(`Line ${whole.lines[0]?.id} is`);
      }),
    );
  });

  it('refuses parts of a unit, nothing, and fields nobody knows', () => {
    const [whole] = fc.sample(sale, 1);
    if (!whole) throw new Error('no sample');
    const refused = (crooked: unknown) => expect(saleSchema.safeParse(crooked).success).toBe(false);
    refused(withFirst(whole, (first) => ({ ...first, unitAmount: 0.5 })));
    refused(withFirst(whole, (first) => ({ ...first, quantity: 0 })));
    refused({ ...whole, lines: [] });
    refused({ ...whole, card: '4111111111111111' });
    refused({ ...whole, seller: { ...seller, currency: 'XXX' } });
  });
});
