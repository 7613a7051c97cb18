import { spoken } from './spoken.ts';

describe('what a page asks', () => {
  it.each([
    ['/api/admin/orders', '/api/admin/orders?locale=zh'],
    ['/api/admin/orders?page=2', '/api/admin/orders?page=2&locale=zh'],
  ])('%s is asked in the language of the panel', (path, asked) => {
    expect(spoken(path, 'zh')).toBe(asked);
  });
});
