import { money } from '@gangway/kit';
import type { Fee } from '../../catalog/domain/tax.ts';
import { feeLines, taxed, ticketLine } from './price-lines.ts';
import type { PricedLine } from './priced-line.ts';
import type { Ticket } from './tickets.ts';

const now = Date.parse('2027-06-01T12:00:00Z');
const text = (word: string) => ({ ru: word, en: `${word}-en`, zh: `${word}-zh` });
const adult = { id: 'adult', name: text('adult'), occupiesPlace: true } as Ticket['type'];
const baby = { ...adult, id: 'baby', occupiesPlace: false };

const tariff = (type: Ticket['type'], zone: string | null, amount: number, from: number | null = null) => ({
  ...{ ticketType: type, zone },
  candidates: [{ from, to: null, price: money(amount, 'RUB'), total: money(amount, 'RUB') }],
});

type Tariffs = ReturnType<typeof tariff>[];
const tax = { mode: 'included', kind: 'standard', rateBp: 2200 } as unknown as Ticket['departure']['tax'];

const ticket = (change: Partial<Ticket> = {}, tariffs: Tariffs = [tariff(adult, null, 1000)]): Ticket => ({
  departure: {
    ...{ id: 'trip', tax, tariffs, startAt: 'start', endAt: 'end', event: { timezone: 'UTC' } },
    activity: {
      id: 'cruise',
      facts: { title: 'Cruise', refundPolicy: 'flexible' },
      texts: { ru: { title: 'Круиз' } },
    },
  } as unknown as Ticket['departure'],
  ...{ holdId: 'h', seatCode: '1A', zone: 'bow', type: adult, quantity: 2, passenger: undefined, rules: [] },
  ...change,
});

const line = (change?: Partial<Ticket>, tariffs?: Tariffs) =>
  ticketLine(ticket(change, tariffs), { position: 3, now });

describe('a line of tickets', () => {
  it('says what it is, what it costs and by which rule', () => {
    expect(line()).toMatchObject({
      ...{ position: 3, kind: 'admission', eventId: 'trip', holdId: 'h', seatCode: '1A', zone: 'bow' },
      ...{ ticketTypeId: 'adult', activityId: 'cruise', quantity: 2, unitAmount: 1000, amount: 2000 },
      ...{
        productId: null,
        feeId: null,
        forPosition: null,
        discountAmount: 0,
        vatAmount: 0,
        vatRateBp: 2200,
      },
      names: { ru: 'Круиз · adult', en: 'Cruise · adult-en', zh: 'Cruise · adult-zh' },
      rules: [{ rule: 'price', zone: null, from: null, to: null }],
    });
  });

  it('costs what its own zone costs, else what every zone costs, and says which it was', () => {
    const both = [
      tariff(adult, null, 1000),
      tariff(adult, 'bow', 1500, now - 1),
      tariff(adult, 'stern', 100),
    ];
    expect(line({}, both)).toMatchObject({
      unitAmount: 1500,
      rules: [{ rule: 'price', zone: 'bow', from: '2027-06-01T11:59:59.999Z', to: null }],
    });
    expect(line({ zone: 'mast' }, both).unitAmount).toBe(1000);
  });

  it('of a place in a zone without a price is not sold, whatever other zones cost', () => {
    const closed = expect.objectContaining({
      code: 'SALES_CLOSED',
      details: { reason: 'no_price', ticketTypeId: 'adult', zone: 'bow', eventIds: ['trip'] },
    });
    expect(() => line({}, [tariff(adult, 'stern', 100)])).toThrow(closed);
    expect(() => line({}, [tariff(baby, 'bow', 100)])).toThrow(closed);
  });

  it('of who takes no place costs what the cheapest zone costs', () => {
    const zones = [tariff(baby, 'stern', 300), tariff(baby, 'mast', 200), tariff(baby, 'sun', 400)];
    expect(line({ type: baby, zone: null }, zones).unitAmount).toBe(200);
    expect(line({ type: baby, zone: 'sun' }, zones).unitAmount).toBe(400);
  });

  it('keeps who travels, without empty fields', () => {
    const passenger = { holdId: 'h', ticketTypeId: 'adult', fullName: 'Anna' };
    expect(line({ passenger }).passenger).toEqual({ fullName: 'Anna' });
    const papers = { birthDate: '1990-01-01', document: 'AB 1' };
    expect(line({ passenger: { ...passenger, ...papers } }).passenger).toEqual({
      fullName: 'Anna',
      ...papers,
    });
    expect(Object.keys(line({ passenger }).passenger ?? {})).toEqual(['fullName']);
    expect(line().passenger).toBeNull();
  });

  it('keeps the table that was sold whole, and none where it was sold seat by seat', () => {
    const table = (sale: string) => ({ id: 'round', sale, seats: [{ seatCode: '1A', zone: 'bow' }] });
    const factsAt = (tables: object[], seatCode: string | null = '1A') => {
      const plan = { decks: [{ sections: [{ rows: [], tables }] }] };
      const departure = { ...ticket().departure, plan } as unknown as Ticket['departure'];
      return line({ departure, seatCode }).facts;
    };
    expect(factsAt([table('whole')])).toMatchObject({ wholeTable: 'round' });
    expect(factsAt([table('seat')])).not.toHaveProperty('wholeTable');
    expect(factsAt([table('whole')], null)).not.toHaveProperty('wholeTable');
    expect(line().facts).not.toHaveProperty('wholeTable');
  });

  it('shows the list price without the VAT that comes on top of it', () => {
    const excluded = { ...tax, mode: 'excluded' } as typeof tax;
    const outside = ticket({}, [tariff(adult, null, 1220)]);
    const priced = ticketLine(
      { ...outside, departure: { ...outside.departure, tax: excluded } },
      { position: 1, now },
    );
    expect([priced.unitAmount, priced.listAmount]).toEqual([1220, 1000]);
    expect(line().listAmount).toBe(1000);
  });
});

describe('fees on tickets', () => {
  const fee = (id: string, row: object): Fee =>
    ({ row: { id, name: text(id), ...row }, tax }) as unknown as Fee;
  const percent = fee('service', { kind: 'percent', percent: 10 });
  const fixed = fee('port', { kind: 'amount', amount: 50, currency: 'RUB' });
  const none = fee('none', { kind: 'percent', percent: 0 });
  const fees = [none, percent, fixed];
  const charged = (priced: PricedLine) => feeLines(priced, { fees, currency: 'RUB', firstPosition: 8 });

  it('are lines one after the other on their ticket, each with its rule; a fee of nothing is no line', () => {
    const lines = charged(line());
    expect(lines).toMatchObject([
      {
        ...{ position: 8, kind: 'fee', eventId: 'trip', feeId: 'service', forPosition: 3, quantity: 2 },
        ...{ unitAmount: 100, amount: 200, names: text('service'), rules: [{ rule: 'fee', percent: 10 }] },
      },
      {
        ...{ position: 9, feeId: 'port', unitAmount: 50, amount: 100 },
        rules: [{ rule: 'fee', amount: 50, currency: 'RUB' }],
      },
    ]);
    expect(lines).toHaveLength(2);
    expect(lines[1]?.rules).toEqual([{ rule: 'fee', amount: 50, currency: 'RUB' }]);
  });

  it('are counted before discounts, and not asked for a ticket that costs nothing', () => {
    expect(charged({ ...line(), amount: 1 })[0]?.unitAmount).toBe(100);
    expect(charged({ ...line(), amount: 0 })).toEqual([]);
  });
});

describe('the VAT within a line', () => {
  it('is counted on what is paid in the end, whatever the price list says, and not where there is none', () => {
    const priced = { ...line(), amount: 1220 };
    expect(taxed(priced).vatAmount).toBe(220);
    expect(taxed({ ...priced, vatMode: 'excluded' }).vatAmount).toBe(220);
    expect(taxed({ ...priced, vatMode: 'none' }).vatAmount).toBe(0);
  });
});
