import { requireSession, sessionOf } from './session.ts';

const good = 'Wm8Q2xkT4n0ZbV7c';
const other = 'aaaaaaaaaaaaaaaa';
const header = (value: string | string[]) => ({ headers: { 'gangway-session': value } });
const issue = (code: string) =>
  expect.objectContaining({
    code: 'INVALID_INPUT',
    details: { issues: [expect.objectContaining({ path: 'sessionId', code })] },
  });

describe('a buyer’s session', () => {
  it('is that of the body, else that of the header', () => {
    expect(sessionOf({ body: { sessionId: good }, ...header(other) })).toBe(good);
    expect(sessionOf({ body: {}, ...header(other) })).toBe(other);
    expect(sessionOf(header(good))).toBe(good);
    expect(requireSession(header(good))).toBe(good);
  });

  it('may be missing where nobody needs it', () => {
    expect(sessionOf({ headers: {} })).toBeUndefined();
    expect(sessionOf({ body: {}, headers: {} })).toBeUndefined();
    expect(() => requireSession({ headers: {} })).toThrow(issue('invalid_type'));
  });

  it.each([
    ['too short', good.slice(1)],
    ['too long', 'a'.repeat(129)],
    ['with a space before it', ` ${good}`],
    ['with a space behind it', `${good} `],
    ['of signs that a header may not carry', `${good}!`],
    ['sent twice', [good, good]],
  ])('is refused when it is %s', (_, value) => {
    expect(() => sessionOf(header(value))).toThrow(issue('invalid_format'));
  });

  it('is from 16 to 128 signs long', () => {
    expect(sessionOf(header('a'.repeat(16)))).toHaveLength(16);
    expect(sessionOf(header('a_-'.repeat(42) + '09'))).toHaveLength(128);
  });
});
