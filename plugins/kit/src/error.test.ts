import { commonErrors } from './common-errors.ts';
import { defineErrors, isAppError } from './error.ts';

const errors = defineErrors({
  SOLD_OUT: {
    status: 409,
    message: { ru: 'Мест нет.', en: 'Sold out.', zh: '已售罄。' },
    hint: 'Raise the capacity or offer another departure.',
  },
});

describe('errors', () => {
  it('carry code, status, three messages, hint and details', () => {
    const error = errors.SOLD_OUT({ eventId: 'e1' });
    expect(error).toMatchObject({
      gangway: true,
      code: 'SOLD_OUT',
      name: 'SOLD_OUT',
      status: 409,
      message: 'Sold out.',
      messages: { ru: 'Мест нет.', zh: '已售罄。' },
      details: { eventId: 'e1' },
    });
    expect(error.stack).toContain('error.test');
  });

  it('are told apart by their mark, from other errors and from anything', () => {
    expect(isAppError(errors.SOLD_OUT())).toBe(true);
    expect(isAppError({ gangway: true })).toBe(true);
    expect([new Error('x'), null, undefined, 'x'].some(isAppError)).toBe(false);
  });

  it('have a common catalogue in three languages', () => {
    expect(commonErrors.NOT_FOUND().status).toBe(404);
    for (const make of Object.values(commonErrors)) {
      const { messages, hint } = make();
      expect(messages.ru).toMatch(/[а-я]/i);
      expect(messages.en).not.toMatch(/[а-я]/i);
      expect(messages.zh).toMatch(/\p{Script=Han}/u);
      expect(hint).not.toBe('');
    }
  });
});
