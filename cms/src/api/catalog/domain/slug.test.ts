import { freeSlug, slugOf } from './slug.ts';

describe('a proposed address', () => {
  it.each([
    ['Ночные мосты', 'nochnye-mosty'],
    ['Ёлка у Щукинского причала №2', 'elka-u-shchukinskogo-prichala-2'],
    ['Café  — Jazz!', 'cafe-jazz'],
    ['  Объезд  ', 'obezd'],
  ])('of %s is %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('is empty when the title has nothing to make it of', () => {
    expect(slugOf('夜桥')).toBe('');
  });

  it('is cut at 60 characters and never ends with a hyphen', () => {
    const slug = slugOf('а'.repeat(59) + ' мост');
    expect(slug).toBe('a'.repeat(59));
  });

  it('takes the next free number when others have it', () => {
    expect(freeSlug('berth', new Set())).toBe('berth');
    expect(freeSlug('berth', new Set(['berth', 'berth-2', 'berth-4']))).toBe('berth-3');
  });
});
