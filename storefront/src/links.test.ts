import { describe, expect, it } from '@jest/globals';
import { eventIdOf, eventPath } from './links.ts';

const id = 'k3f0q8v1m2n4b6c7d9e1g5h8';

describe('the address of a departure', () => {
  it('says the name before the id', () => {
    expect(eventPath({ locale: 'ru', slug: 'rivers-and-canals', id })).toBe(
      `/ru/events/rivers-and-canals-${id}`,
    );
  });

  it('is the id alone where nobody knows the name', () => {
    expect(eventPath({ locale: 'zh', id })).toBe(`/zh/events/${id}`);
    expect(eventPath({ locale: 'zh', slug: '', id })).toBe(`/zh/events/${id}`);
  });

  it.each([`rivers-and-canals-${id}`, `wrong-${id}`, `-${id}`, id])(
    'leads back to the id from %s',
    (param) => {
      expect(eventIdOf(param)).toBe(id);
    },
  );

  it.each(['', undefined, 'rivers-'])('names no departure where there is none: %p', (param) => {
    expect(eventIdOf(param)).toBe('');
  });
});
