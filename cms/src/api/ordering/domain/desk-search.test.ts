import { deskFilters } from '../contract/desk-orders.ts';
import { deskSearch } from './desk-search.ts';
import { newOrderNumber } from './order-number.ts';

const now = new Date('2027-06-01T12:00:00Z');
const search = (query: object) => deskSearch(deskFilters.parse(query), now);

describe('what the back office looks for', () => {
  it('counts days as the office does, the last one included', () => {
    const { from, until } = search({ dateFrom: '2027-05-01', dateTo: '2027-05-01' });
    expect(from?.toISOString()).toBe('2027-04-30T21:00:00.000Z');
    expect(until?.toISOString()).toBe('2027-05-01T21:00:00.000Z');
  });

  it('takes moments as they are', () => {
    expect(search({ dateTo: '2027-05-01T10:00:00+03:00' }).until?.toISOString()).toBe(
      '2027-05-01T07:00:00.000Z',
    );
  });

  it('knows a phone by its last ten digits, however it is written', () => {
    for (const phone of ['+7 921 000-00-01', '8 (921) 000 00 01', '9210000001'])
      expect(search({ phone }).phoneEnd).toBe('9210000001');
    expect(search({ q: 'Anna 2' }).textPhoneEnd).toBeUndefined();
    expect(search({ phone: 'Anna' }).phoneEnd).toBe('none');
  });

  it('takes no words for a phone, nor less than four digits', () => {
    for (const phone of ['Anna 9210000001', '9210000001 Anna', '921', 'x1234'])
      expect([phone, search({ phone }).phoneEnd]).toEqual([phone, 'none']);
    expect(search({ phone: '0001' }).phoneEnd).toBe('0001');
    expect(search({ q: '+7 921 000-00-01' })).toMatchObject({
      text: '+7 921 000-00-01',
      textPhoneEnd: '9210000001',
    });
  });

  it('knows a number however it is typed, and looks for what is none as it is', () => {
    const number = newOrderNumber(() => 4);
    expect(search({ number: number.replaceAll('-', ' ') }).number).toBe(number);
    expect(search({ number: '123' }).number).toBe('123');
    expect(search({ q: `№ ${number}` })).toMatchObject({ text: `№ ${number}`, textNumber: number });
  });

  it('knows an e-mail however it is written, and leaves out what nobody asked for', () => {
    expect(search({ email: 'Anna@Example.COM' }).email).toBe('anna@example.com');
    const nothing = Object.entries(search({})).filter(([, value]) => value !== undefined);
    expect(nothing).toEqual([['now', now]]);
  });

  it('reads several states, and a wrong one is refused', () => {
    expect(search({ status: 'PAID,LOCKED' }).states).toEqual(['PAID', 'LOCKED']);
    expect(deskFilters.safeParse({ status: 'PAID,LOST' }).success).toBe(false);
  });
});
