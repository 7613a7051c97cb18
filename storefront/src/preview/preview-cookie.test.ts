import { keepToken, openedBy, tokenFor } from './preview-cookie.ts';

const signature = 'a'.repeat(43);
const tokenOf = (type: string, id: string, until = '1') => `${type}.${id}.draft.${until}.${signature}`;
const sent = (cookie: string) => cookie.split(';', 1)[0] ?? null;

describe('a link from the panel', () => {
  it('says what it opens', () => {
    expect(openedBy(tokenOf('page', 'k3f0'))).toEqual({ type: 'page', id: 'k3f0' });
  });

  it.each(['', 'page', tokenOf('order', 'k3f0'), `${tokenOf('page', 'k3f0')}; x=y`, tokenOf('page', '../x')])(
    '%p opens nothing',
    (text) => expect(openedBy(text)).toBeUndefined(),
  );
});

describe('the browser', () => {
  it('keeps several drafts apart, the newest link for each', () => {
    const kept = (header: string | null) => ({ header, secure: false });
    const first = sent(keepToken(kept(null), tokenOf('page', 'one')));
    const second = sent(keepToken(kept(first), tokenOf('activity', 'two')));
    const third = sent(keepToken(kept(second), tokenOf('page', 'one', '2')));
    expect(tokenFor(kept(third), { type: 'page', id: 'one' })).toBe(tokenOf('page', 'one', '2'));
    expect(tokenFor(kept(third), { type: 'activity', id: 'two' })).toBe(tokenOf('activity', 'two'));
    expect(tokenFor(kept(third), { type: 'page', id: 'two' })).toBeUndefined();
  });

  it('forgets the oldest of many, so that the header stays small', () => {
    const all = Array.from({ length: 40 }, (_none, index) => tokenOf('page', `p${index}`));
    const cookie = all.reduce<string | null>(
      (header, one) => sent(keepToken({ header, secure: true }, one)),
      null,
    );
    expect(cookie?.length).toBeLessThan(1_000);
    expect(tokenFor({ header: cookie, secure: true }, { type: 'page', id: 'p39' })).toBe(all[39]);
  });

  it('hands it to no script, and over https to no other host', () => {
    const cookie = keepToken({ header: null, secure: true }, tokenOf('page', 'one'));
    expect(cookie).toMatch(/^__Host-gangway-preview=/);
    for (const word of ['HttpOnly', 'Secure', 'Path=/', 'SameSite=None', 'Partitioned'])
      expect(cookie).toContain(word);
    expect(keepToken({ header: null, secure: false }, tokenOf('page', 'one'))).toContain('SameSite=Lax');
  });
});
