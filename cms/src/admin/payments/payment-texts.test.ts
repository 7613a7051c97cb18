import { panelWords } from '../words/panel-words.ts';
import type { Say } from '../words/use-words.ts';
import { accountName, methodName, sidesOf, whyText } from './payment-texts.ts';

const say: Say = (id, values = {}) =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, String(value)),
    panelWords[id].en,
  );

describe('what is said of payments', () => {
  it.each([
    ['cash', 'Cash'],
    ['yookassa:sbp', 'YooKassa, Faster Payments'],
    ['second-shop:sbp', 'second-shop, Faster Payments'],
  ])('the method %s is %s', (method, name) => {
    expect(methodName(say, method)).toBe(name);
  });

  it('a reason in words, and an unknown one as such', () => {
    expect(whyText(say, 'insufficient_funds')).toBe('insufficient funds');
    expect(whyText(say, 'of_next_year')).toBe('Another reason: of_next_year');
    expect(whyText(say, null)).toBeUndefined();
  });

  it('accounts by what they hold', () => {
    expect(accountName(say, 'clearing:yookassa')).toBe('Money held by: YooKassa');
    expect(accountName(say, 'prepayment')).toBe('Prepayments of buyers');
    expect(accountName(say, 'own-account')).toBe('own-account');
  });

  it('postings on the side where they stand', () => {
    expect([sidesOf(150), sidesOf(-150)]).toEqual([{ debit: 150 }, { credit: 150 }]);
  });
});
