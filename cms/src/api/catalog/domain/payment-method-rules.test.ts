import { paymentMethodProblems } from './payment-method-rules.ts';

const codes = (method: Parameters<typeof paymentMethodProblems>[0]) =>
  paymentMethodProblems(method).map(({ code }) => code);

describe('a way to pay', () => {
  it('may be limited to amounts and channels', () => {
    expect(codes({ key: 'yookassa:sbp', minAmount: 100, maxAmount: 100, channels: 'web, miniapp' })).toEqual(
      [],
    );
    expect(codes({ key: 'yookassa', minAmount: null, channels: '' })).toEqual([]);
  });

  it.each(['YooKassa', 'yoo kassa', 'a:b:c', ':sbp', '<b>'])('has no key such as %s', (key) => {
    expect(codes({ key })).toEqual(['PAYMENT_METHOD_KEY']);
  });

  it('has limits in their order and channels that there are', () => {
    expect(codes({ minAmount: 101, maxAmount: 100 })).toEqual(['AMOUNT_ORDER']);
    expect(codes({ channels: 'web, fax' })).toEqual(['UNKNOWN_CHANNEL']);
  });
});
