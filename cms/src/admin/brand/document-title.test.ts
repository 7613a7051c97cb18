import { brandedTitle } from './document-title.ts';

describe('the title of the browser tab', () => {
  it.each([
    ['Рейсы | Strapi', 'Рейсы · Gangway'],
    ['Strapi Admin', 'Gangway'],
    [' | Strapi', 'Gangway'],
  ])('%s becomes %s', (theirs, ours) => {
    expect(brandedTitle(theirs)).toBe(ours);
  });
});
