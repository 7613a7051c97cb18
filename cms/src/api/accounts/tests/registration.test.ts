import { clock } from '@gangway/kit';
import { accountHolder, goodPassword } from '../../../../tests/support/account.ts';
import { limitRules } from '../../../frame/limits/limit-rules.ts';
import {
  anyIp,
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

const users = (email: string) =>
  strapi.db.query('plugin::users-permissions.user').findMany({ where: { email } });

/** Everything of an answer that a caller can compare, but for what differs in every answer. */
const bytes = ({ status, text, headers }: Awaited<ReturnType<typeof register>>) => {
  const told = [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
  return JSON.stringify([status, text.replace(/"traceId":"[^"]+"/, ''), told]);
};

describe('registering', () => {
  it('makes no account before the address is confirmed, and logs in with the confirmation', async () => {
    const email = newEmail();
    const { status, body } = await register({ email: email.toUpperCase() });
    expect([status, body]).toEqual([202, { data: { accepted: true } }]);
    const letter = await letterTo(email);
    expect(await users(email)).toEqual([]);
    const confirmed = await confirm(tokenIn(letter));
    expect([confirmed.status, confirmed.body.data.purpose]).toEqual([200, 'register']);
    const { jwt } = confirmed.body.data.session;
    const me = await get('/api/me', jwt);
    expect(me.body.data).toMatchObject({ email, fullName: 'Vera Karelina', language: 'en' });
    expect(me.headers.get('cache-control')).toBe('no-store');
    expect((await logIn(email)).status).toBe(200);
  });

  it.each([
    ['ru', 'Подтвердите адрес почты'],
    ['en', 'Confirm your e-mail address'],
    ['zh', '请确认您的邮箱'],
  ])('sends the letter in %s with a link to the website', async (locale, subject) => {
    const email = newEmail();
    await register({ email }, locale);
    const letter = await letterTo(email);
    expect(letter.subject).toBe(subject);
    expect(letter.text).toContain(`/${locale}/account/confirm?token=`);
  });

  it('answers a taken address with the same bytes as a new one, and tells its owner', async () => {
    const taken = await accountHolder();
    const fresh = newEmail();
    const [known, unknown] = [await register({ email: taken.email }), await register({ email: fresh })];
    expect(bytes(known)).toBe(bytes(unknown));
    const letter = await letterTo(taken.email);
    expect(letter.subject).toBe('You already have an account');
    expect(letter.text).not.toContain('token=');
    expect((await letterTo(fresh)).subject).toBe('Confirm your e-mail address');
    expect(await users(taken.email)).toHaveLength(1);
    expect((await logIn(taken.email)).status).toBe(200);
  });

  it('does the same work for a taken address as for a new one', async () => {
    const taken = await accountHolder();
    const work = async (email: string) => {
      const asked: string[] = [];
      const listen = ({ sql }: { sql: string }) =>
        /account_links|up_users|add_jobs?/.test(sql) && !/for update|messages/.test(sql) && asked.push(sql);
      await settled();
      strapi.db.connection.on('query', listen);
      await register({ email });
      strapi.db.connection.off('query', listen);
      await settled();
      return asked.filter((sql) => sql.startsWith('insert into account_links'));
    };
    expect(await work(taken.email)).toEqual(await work(newEmail()));
    expect(await work(newEmail())).toHaveLength(1);
  });

  it.each([
    ['short', 'nine char', 'PASSWORD_TOO_SHORT'],
    ['common', 'Password1234', 'PASSWORD_TOO_COMMON'],
    ['a run', '1234567890', 'PASSWORD_TOO_COMMON'],
    ['Cyrillic and common', 'йцукенгшщзхъ', 'PASSWORD_TOO_COMMON'],
    ['longer than bcrypt reads', 'я'.repeat(37), 'PASSWORD_TOO_LONG'],
    ['the own name', 'karelina12', 'PASSWORD_PERSONAL'],
  ])('refuses a password that is %s', async (_what, password, code) => {
    const answer = await register({ email: newEmail(), password, fullName: 'Vera Karelina' });
    expect([answer.status, answer.code]).toEqual([422, code]);
  });

  it('says in the caller’s language what is wrong', async () => {
    const says = async (locale: string) =>
      (await register({ email: newEmail(), password: 'short' }, locale)).body.error.message;
    expect(await says('ru')).toMatch(/короче 10 знаков/);
    expect(await says('en')).toMatch(/fewer than 10/);
    expect(await says('zh')).toMatch(/少于 10/);
  });

  it('refuses what is no registration', async () => {
    expect((await register({ email: 'anna' })).code).toBe('INVALID_INPUT');
    expect((await register({ email: newEmail(), confirmed: true })).code).toBe('UNKNOWN_FIELD');
    expect((await register({ email: newEmail(), role: 1 })).code).toBe('UNKNOWN_FIELD');
    expect((await register({ email: newEmail(), phone: '12' })).code).toBe('INVALID_INPUT');
    expect((await register({ email: newEmail(), consents: ['offer'] })).code).toBe('INVALID_INPUT');
    expect((await register({ email: newEmail(), fullName: 'x'.repeat(201) })).code).toBe('INVALID_INPUT');
  });

  it('sends no word of whoever registers to an address that is not confirmed', async () => {
    const email = newEmail();
    await register({ email, fullName: 'You have won a prize' });
    const letter = await letterTo(email);
    expect(`${letter.subject} ${letter.text} ${letter.html}`).not.toContain('prize');
    expect(letter.text).toContain('Hello!');
  });

  it.each(['Anna https://prize.example', 'WWW.prize.example'])('refuses the name %s', async (name) => {
    for (const field of ['fullName', 'username']) {
      const { code, text } = await register({ email: newEmail(), [field]: name });
      expect(code).toBe('INVALID_INPUT');
      expect(text).toContain(field);
    }
  });

  it('takes a name of eighty characters, and markup in it is text', async () => {
    const fullName = `<b>{{name}}</b> ${'Константинопольская-'.repeat(4)}`.slice(0, 80);
    const { token } = await opened(newEmail(), { fullName });
    expect((await get('/api/me', token)).body.data.fullName).toBe(fullName);
  });

  it('takes the body that clients of Strapi send', async () => {
    const email = newEmail();
    const body = { username: 'vera', email, password: goodPassword };
    expect((await post('/api/auth/local/register', body)).status).toBe(202);
    const { body: answer } = await confirm(tokenIn(await letterTo(email)));
    expect((await get('/api/me', answer.data.session.jwt)).body.data.fullName).toBe('vera');
  });

  it('is limited for an address that is asked about', async () => {
    const email = newEmail();
    for (let count = 0; count < limitRules.register.points; count += 1)
      expect((await register({ email })).status).toBe(202);
    expect((await register({ email })).code).toBe('RATE_LIMITED');
  });
});

describe('a confirmation', () => {
  it('works once', async () => {
    const email = newEmail();
    await register({ email });
    const token = tokenIn(await letterTo(email));
    expect((await confirm(token)).status).toBe(200);
    const again = await confirm(token);
    expect([again.status, again.code]).toEqual([410, 'LINK_USED']);
  });

  it('expires after 24 hours of business time, and an expired link brings a new one', async () => {
    const email = newEmail();
    await register({ email });
    const token = tokenIn(await letterTo(email));
    later(24);
    const late = await confirm(token);
    expect([late.status, late.code]).toEqual([410, 'LINK_EXPIRED']);
    const asked = await post('/api/auth/send-email-confirmation', { confirmation: token });
    expect(asked.status).toBe(202);
    const fresh = tokenIn(await letterTo(email, 2));
    expect((await confirm(token)).code).toBe('LINK_USED');
    expect((await confirm(fresh)).status).toBe(200);
  });

  it('with a token that is not ours is no link', async () => {
    const email = newEmail();
    await register({ email });
    const token = tokenIn(await letterTo(email));
    for (const wrong of [`${token}x`, token.replace(/.$/, ''), 'x', `${token.split('.')[0]}.`]) {
      const answer = await confirm(wrong);
      expect([answer.status, answer.code]).toEqual([404, 'UNKNOWN_LINK']);
    }
  });

  it('by GET does nothing: scanners open links', async () => {
    const email = newEmail();
    await register({ email });
    const token = tokenIn(await letterTo(email));
    const answer = await get(`/api/auth/email-confirmation?confirmation=${token}`);
    expect([404, 405]).toContain(answer.status);
    expect(await users(email)).toEqual([]);
  });

  const reset = (code: string, password: string) => post('/api/auth/reset-password', { code, password });

  it('opens nothing while two registrations wait: a letter lets the owner choose the password', async () => {
    const email = newEmail();
    const strangers = 'the boat of a stranger';
    await register({ email });
    const first = tokenIn(await letterTo(email));
    await register({ email, password: strangers });
    const letter = await letterTo(email, 2);
    expect(letter.subject).toBe('Choose a password for your account');
    expect((await confirm(first)).code).toBe('LINK_USED');
    for (const password of [goodPassword, strangers]) await logIn(email, password);
    expect(await writtenTo(email)).toBe(2);
    expect((await reset(tokenIn(letter), 'another boat, another Neva')).status).toBe(200);
    for (const password of [goodPassword, strangers])
      expect((await logIn(email, password)).code).toBe('WRONG_LOG_IN');
    expect(await users(email)).toHaveLength(1);
  });

  describe('by somebody who does not say that it was they who registered', () => {
    const strangers = 'the boat of a stranger';
    const proof = 'of-the-browser-that-registered';
    const say = (more: object) => post('/api/auth/email-confirmation?locale=en', more);
    const waiting = async (fields: object) => {
      const email = newEmail();
      await register({ email, password: strangers, ...fields });
      return { email, confirmation: tokenIn(await letterTo(email)) };
    };

    it.each([
      ['', { proof }],
      ['of-some-other-browser-of-theirs', { proof }],
      ['of-the-browser-that-registered', {}],
    ])('with the proof "%s" opens nothing, and the link goes on to work', async (given, fields) => {
      const { email, confirmation } = await waiting(fields);
      const refused = await say({ confirmation, proof: given });
      expect([refused.status, refused.code]).toEqual([409, 'PASSWORD_NEEDED']);
      expect(await users(email)).toEqual([]);
      expect((await say({ confirmation, password: goodPassword })).status).toBe(200);
    });

    it('opens with the password that they choose, and not with the one that waited', async () => {
      const { email, confirmation } = await waiting({ proof });
      expect((await say({ confirmation, password: 'short' })).code).toBe('PASSWORD_TOO_SHORT');
      expect((await say({ confirmation, password: 'vera karelina' })).code).toBe('PASSWORD_PERSONAL');
      const { status, body } = await say({ confirmation, password: goodPassword });
      expect([status, body.data.purpose]).toEqual([200, 'register']);
      expect((await logIn(email, strangers)).code).toBe('WRONG_LOG_IN');
      expect((await logIn(email)).status).toBe(200);
    });

    it('opens with what waited for the browser that registered, also by a letter sent again', async () => {
      const { email, confirmation } = await waiting({ proof });
      await post('/api/auth/send-email-confirmation', { confirmation });
      const fresh = tokenIn(await letterTo(email, 2));
      expect((await say({ confirmation: fresh, proof })).status).toBe(200);
      expect((await logIn(email, strangers)).status).toBe(200);
    });
  });

  it('pressed twice at once opens one account', async () => {
    const email = newEmail();
    await register({ email });
    const token = tokenIn(await letterTo(email));
    const answers = await Promise.all([confirm(token), confirm(token)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410]);
    expect(await users(email)).toHaveLength(1);
  });

  it('sent again answers the same for an address that nobody knows', async () => {
    const email = newEmail();
    await register({ email });
    await letterTo(email);
    const known = await post('/api/auth/send-email-confirmation', { email });
    const unknown = await post('/api/auth/send-email-confirmation', { email: newEmail() });
    expect(bytes(known)).toBe(bytes(unknown));
    await letterTo(email, 2);
  });

  it('sent again by the address alone opens nothing with a password that waited', async () => {
    const email = newEmail();
    await register({ email, password: 'the boat of a stranger' });
    await letterTo(email);
    await post('/api/auth/send-email-confirmation?locale=en', { email });
    const letter = await letterTo(email, 2);
    expect(letter.text).toContain('/en/account/reset?token=');
    expect((await confirm(tokenIn(letter))).code).toBe('UNKNOWN_LINK');
    expect((await reset(tokenIn(letter), goodPassword)).status).toBe(200);
    expect((await logIn(email)).status).toBe(200);
  });
});

describe('logging in', () => {
  it('answers wrong password, unknown address, blocked and unconfirmed with the same bytes', async () => {
    const { email } = await opened();
    const blocked = await opened();
    await strapi.db.query('plugin::users-permissions.user').update({
      ...{ where: { documentId: blocked.id }, data: { blocked: true } },
    });
    const waiting = newEmail();
    await register({ email: waiting });
    const answers = [
      await logIn(email, 'not the password'),
      await logIn(newEmail()),
      await logIn(blocked.email),
      await logIn(waiting),
    ];
    expect(answers[0]?.code).toBe('WRONG_LOG_IN');
    expect(new Set(answers.map(bytes)).size).toBe(1);
  });

  it('before the confirmation brings the letter again, for the right password only', async () => {
    const email = newEmail();
    await register({ email });
    const old = tokenIn(await letterTo(email));
    await logIn(email, 'not the password');
    await settled();
    expect(letters(email)).toHaveLength(1);
    expect((await logIn(email)).code).toBe('WRONG_LOG_IN');
    const fresh = tokenIn(await letterTo(email, 2));
    expect((await confirm(old)).code).toBe('LINK_USED');
    expect((await confirm(fresh)).status).toBe(200);
  });

  it('compares one hash whether the address is known or not', async () => {
    const { email } = await opened();
    const service = strapi.plugin('users-permissions').service('user');
    const spy = jest.spyOn(service, 'validatePassword');
    for (const identifier of [email, newEmail()]) {
      spy.mockClear();
      await logIn(identifier, 'not the password');
      expect(spy).toHaveBeenCalledTimes(1);
    }
    spy.mockRestore();
  });

  it('queues the same work for whatever does not fit, and decides in it', async () => {
    const { email } = await opened();
    const waiting = newEmail();
    await register({ email: waiting });
    await letterTo(waiting);
    const queued = async (identifier: string, password: string) => {
      const asked: string[] = [];
      const listen = ({ sql, bindings }: { sql: string; bindings: unknown }) =>
        /accounts\.send-again.*linkId/.test(JSON.stringify(bindings ?? '')) && asked.push(sql);
      strapi.db.connection.on('query', listen);
      expect((await logIn(identifier, password)).code).toBe('WRONG_LOG_IN');
      strapi.db.connection.off('query', listen);
      return asked;
    };
    const work = await queued(newEmail(), goodPassword);
    expect(work).toHaveLength(1);
    expect(await queued(email, 'not the password')).toEqual(work);
    expect(await queued(waiting, 'not the password')).toEqual(work);
    expect(await queued(waiting, goodPassword)).toEqual(work);
    await letterTo(waiting, 2);
  });

  it('is limited for an account and for an address', async () => {
    const email = newEmail();
    const caller = anyIp();
    for (let count = 0; count < limitRules['log-in'].points; count += 1)
      expect((await logIn(email, goodPassword, caller)).code).toBe('WRONG_LOG_IN');
    expect((await logIn(email.toUpperCase(), goodPassword, caller)).code).toBe('RATE_LIMITED');
    const ip = anyIp();
    for (let count = 0; count < limitRules['log-in.address'].points; count += 1)
      expect((await post('/api/auth/forgot-password', { email: newEmail() }, undefined, ip)).status).toBe(
        200,
      );
    expect((await logIn(newEmail(), goodPassword, ip)).code).toBe('RATE_LIMITED');
  });

  it('with the right password is free, and nobody elsewhere can shut it', async () => {
    const { email } = await opened();
    const [owner, stranger] = [anyIp(), anyIp()];
    for (let count = 0; count <= limitRules['log-in'].points; count += 1)
      await logIn(email, 'not the password', stranger);
    expect((await logIn(email, goodPassword, stranger)).code).toBe('RATE_LIMITED');
    for (let count = 0; count <= limitRules['log-in'].points; count += 1)
      expect((await logIn(email, goodPassword, owner)).status).toBe(200);
  });

  it('ends when the account logs out, on this device or everywhere', async () => {
    const { email } = await opened();
    const [first, second, third] = [await logIn(email), await logIn(email), await logIn(email)].map(
      ({ body }) => body.jwt as string,
    );
    expect((await post('/api/auth/logout', {}, first)).status).toBe(200);
    expect((await get('/api/me', first)).code).toBe('UNAUTHORIZED');
    expect((await get('/api/me', second)).status).toBe(200);
    await post('/api/auth/logout', { everywhere: true }, second);
    expect((await get('/api/me', third)).code).toBe('UNAUTHORIZED');
    expect((await post('/api/auth/logout', {}, first)).status).toBe(200);
  });

  it('lasts thirty days', async () => {
    const { token } = await opened();
    later(24 * 30 - 1);
    expect((await get('/api/me', token)).status).toBe(200);
    later(2);
    expect((await get('/api/me', token)).code).toBe('UNAUTHORIZED');
  });
});
