import { passwordFault } from './password-rule.ts';

const person = { email: 'vera.karelina@example.org', fullName: 'Vera Karelina' };
const fault = (password: string) => passwordFault(password, person);

describe('a password', () => {
  it.each([
    ...['a boat on the Neva', 'correct horse', 'Ладожский лёд 7', '涅瓦河上的一艘小白船真好看', 'x7!Qp0zr%L'],
    ...['karelina likes herring', 'p4ssword of the harbour'],
  ])('is good as %p', (password) => expect(fault(password)).toBeUndefined());

  it('counts characters as people do', () => {
    expect(fault('123 567 9')).toBe('PASSWORD_TOO_SHORT');
    expect(fault('⛵⛵⛵⛵⛵')).toBe('PASSWORD_TOO_SHORT');
    expect(fault('船'.repeat(9))).toBe('PASSWORD_TOO_SHORT');
  });

  it('fits into the 72 bytes that bcrypt reads', () => {
    const letters = 'abcdefghij klmnopqrst uvwxyz ABCDEFGHIJ KLMNOPQRST UVWXYZ 0123456789 ab!';
    expect(Buffer.byteLength(letters)).toBe(72);
    expect(fault(letters)).toBeUndefined();
    expect(fault(`${letters}x`)).toBe('PASSWORD_TOO_LONG');
  });

  it.each([
    ...[
      'password12',
      'Password123!',
      'P@ssw0rd2026',
      'qwertyuiop',
      'Qwerty12345',
      '1234567890',
      '0987654321',
    ],
    ...['aaaaaaaaaaaa', 'abababababab', 'йцукенгшщз', 'пароль123456', 'iloveyou2026', 'moskva12345'],
    ...['passwordpassword', '1qaz2wsx3edc', 'correcthorsebatterystaple', 'gangway2026!'],
  ])('is easy to guess as %p', (password) => expect(fault(password)).toBe('PASSWORD_TOO_COMMON'));

  it.each(['vera.karelina', 'Karelina1987', 'verakarelina1', 'VERA.KARELINA!'])(
    'is one’s own name as %p',
    (password) => expect(fault(password)).toBe('PASSWORD_PERSONAL'),
  );
});
