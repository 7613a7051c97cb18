import { mayIn, opening } from './section-rights.ts';

const sees = [{ action: 'api::sections.orders.view' }];
const acts = [{ action: 'api::sections.orders.act' }];

describe('the rights of a person in a section', () => {
  it('let who may act look, and who may look do no more', () => {
    expect([mayIn(sees, 'orders', 'view'), mayIn(sees, 'orders', 'act')]).toEqual([true, false]);
    expect([mayIn(acts, 'orders', 'view'), mayIn(acts, 'orders', 'act')]).toEqual([true, true]);
    expect(mayIn(acts, 'payments', 'view')).toBe(false);
  });

  it('open the menu by either of them', () => {
    expect(opening('orders').map(({ action }) => action)).toEqual([
      'api::sections.orders.view',
      'api::sections.orders.act',
    ]);
  });
});
