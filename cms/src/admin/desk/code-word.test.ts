import { codesOf, codeWord } from './code-word.ts';

describe('a code of the API', () => {
  it('is read in words where it has some', () => {
    expect(codeWord('orders.state', 'PAID')).toBe('orders.state.PAID');
    expect(codeWord('orders.state', 'LOST')).toBeUndefined();
    expect(codeWord('orders.state', null)).toBeUndefined();
  });

  it('is offered with all the others of its group', () => {
    expect(codesOf('payments.inboxState')).toEqual(['handled', 'waiting', 'problem']);
  });
});
