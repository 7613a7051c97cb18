import { clock } from '@gangway/kit';
import { goodPassword } from '../../../../tests/support/account.ts';
import {
  confirm,
  get,
  later,
  letters,
  letterTo,
  logIn,
  newEmail,
  opened,
  post,
  register,
  settled,
  tokenIn,
  withMailbox,
  writtenTo,
} from './ask-accounts.ts';

withMailbox();
afterEach(() => clock.reset());

const another = 'another boat, another Neva';
const forgot = (email: string) => post('/api/auth/forgot-password?locale=en', { email });
const reset = (code: string, password = another, more: object = {}) =>
  post('/api/auth/reset-password?locale=en', { code, password, ...more });
const change = (token: string, currentPassword: string, password: string, more: object = {}) =>
  post('/api/auth/change-password', { currentPassword, password, ...more }, token);

/** An account whose first letter has been read, and the link for a new password. */
async function forgetful() {
  const account = await opened();
  await forgot(account.email);
  return { ...account, code: tokenIn(await letterTo(account.email, 2)) };
}

describe('a forgotten password', () => {
  it('is asked for with one answer, known or not, and only the known address gets a letter', async () => {
    const { email } = await opened();
    const nobody = newEmail();
    const [known, unknown] = [await forgot(email.toUpperCase()), await forgot(nobody)];
    expect([known.status, known.text]).toEqual([200, '{"ok":true}']);
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
    const letter = await letterTo(email, 2);
    expect(letter.subject).toBe('A new password for your account');
    expect(letter.text).toContain('/en/account/reset?token=');
    await settled();
    expect(letters(nobody)).toEqual([]);
  });

  it('of an address that waits to be confirmed lets its owner choose one, whoever registered it', async () => {
    const email = newEmail();
    const strangers = 'the boat of a stranger';
    await register({ email, password: strangers });
    const confirmation = tokenIn(await letterTo(email));
    await forgot(email);
    const letter = await letterTo(email, 2);
    expect(letter.subject).toBe('Choose a password for your account');
    expect(letter.text).toContain('/en/account/reset?token=');
    expect((await confirm(confirmation)).code).toBe('LINK_USED');
    const answer = await reset(tokenIn(letter));
    expect([answer.status, answer.body.purpose]).toEqual([200, 'register']);
    expect((await get('/api/me', answer.body.jwt)).body.data).toMatchObject({ email });
    expect((await logIn(email, strangers)).code).toBe('WRONG_LOG_IN');
    expect((await logIn(email, another)).status).toBe(200);
    expect((await reset(tokenIn(letter))).code).toBe('LINK_USED');
  });

  it('of an address that waits brings no letter to whoever knows the password that waited', async () => {
    const email = newEmail();
    await register({ email });
    await letterTo(email);
    await forgot(email);
    await letterTo(email, 2);
    expect((await logIn(email)).code).toBe('WRONG_LOG_IN');
    expect(await writtenTo(email)).toBe(2);
  });

  it('of an address that waits opens one account by however many letters', async () => {
    const email = newEmail();
    await register({ email });
    await letterTo(email);
    await forgot(email);
    const first = tokenIn(await letterTo(email, 2));
    await forgot(email);
    const second = tokenIn(await letterTo(email, 3));
    const answers = await Promise.all([reset(first), reset(second)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.body.user.id).toBe(answers[1]?.body.user.id);
  });

  it('is replaced by the link, which logs in here and nowhere else', async () => {
    const { email, token, code } = await forgetful();
    const answer = await reset(code);
    expect([answer.status, answer.body.purpose]).toEqual([200, 'password']);
    expect((await get('/api/me', answer.body.jwt)).status).toBe(200);
    expect((await get('/api/me', token)).code).toBe('UNAUTHORIZED');
    expect((await logIn(email)).code).toBe('WRONG_LOG_IN');
    expect((await logIn(email, another)).status).toBe(200);
    expect((await letterTo(email, 3)).subject).toBe('Your password was changed');
  });

  it('has a link that works once, and makes all others of the account useless', async () => {
    const { email, code } = await forgetful();
    await forgot(email);
    const second = tokenIn(await letterTo(email, 3));
    expect((await reset(code)).status).toBe(200);
    for (const used of [code, second]) {
      const answer = await reset(used, 'yet another boat');
      expect([answer.status, answer.code]).toEqual([410, 'LINK_USED']);
    }
  });

  it('has a link that lasts one hour of business time', async () => {
    const { code } = await forgetful();
    later(1);
    const answer = await reset(code);
    expect([answer.status, answer.code]).toEqual([410, 'LINK_EXPIRED']);
  });

  it('keeps its link when the new password is refused', async () => {
    const { code } = await forgetful();
    expect((await reset(code, 'short')).code).toBe('PASSWORD_TOO_SHORT');
    expect((await reset(code, 'vera karelina')).code).toBe('PASSWORD_PERSONAL');
    const differing = await reset(code, another, { passwordConfirmation: `${another}!` });
    expect(differing.code).toBe('PASSWORDS_DIFFER');
    expect((await reset(code)).status).toBe(200);
  });

  it('takes no link of another purpose, and a confirmation takes none of this', async () => {
    const email = newEmail();
    await register({ email });
    const confirmation = tokenIn(await letterTo(email));
    expect((await reset(confirmation)).code).toBe('UNKNOWN_LINK');
    const { code } = await forgetful();
    expect((await post('/api/auth/email-confirmation', { confirmation: code })).code).toBe('UNKNOWN_LINK');
  });
});

describe('changing the password', () => {
  it('asks for the old one, ends every other log-in and stays logged in here', async () => {
    const { email, token } = await opened();
    const elsewhere = (await logIn(email)).body.jwt;
    const wrong = await change(token, 'not the password', another);
    expect([wrong.status, wrong.code]).toEqual([422, 'WRONG_PASSWORD']);
    const answer = await change(token, goodPassword, another);
    expect(answer.status).toBe(200);
    expect((await get('/api/me', answer.body.jwt)).status).toBe(200);
    for (const old of [token, elsewhere]) expect((await get('/api/me', old)).code).toBe('UNAUTHORIZED');
    expect((await logIn(email, another)).status).toBe(200);
  });

  it('refuses a weak one, a different repetition and nobody', async () => {
    const { token } = await opened();
    expect((await change(token, goodPassword, 'aaaaaaaaaaaa')).code).toBe('PASSWORD_TOO_COMMON');
    const differing = await change(token, goodPassword, another, { passwordConfirmation: 'x' });
    expect(differing.code).toBe('PASSWORDS_DIFFER');
    expect((await post('/api/auth/change-password', {})).code).toBe('UNAUTHORIZED');
    expect((await get('/api/me', token)).status).toBe(200);
  });

  it('is limited, so that an account left open is not tried out', async () => {
    const { token } = await opened();
    const codes = [];
    for (let count = 0; count < 11; count += 1) codes.push((await change(token, 'wrong', another)).code);
    expect(codes.at(-1)).toBe('RATE_LIMITED');
  });
});
