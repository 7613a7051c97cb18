import { describe, expect, it, jest } from '@jest/globals';
import { swapLink } from './letter-link.ts';

describe('the link of a letter', () => {
  it('becomes a cookie, and its address is kept and passed on by nobody', () => {
    const keep = jest.fn();
    const url = new URL('https://gangway.example/en/account/reset?token=abcdefghijklmnop');
    const answer = swapLink({ url, locals: { keep } as unknown as App.Locals });
    expect(keep).toHaveBeenCalledWith({ name: 'link', value: 'abcdefghijklmnop' });
    expect(answer?.status).toBe(303);
    expect(Object.fromEntries(answer?.headers ?? [])).toEqual({
      ...{ location: '/en/account/reset', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' },
    });
  });
});
