import { clock } from '@gangway/kit';
import { accountHolder, goodPassword } from '../../../../tests/support/account.ts';
import { buildHall, type Hall, newSession } from '../../seating/tests/hall.ts';
import { lock } from '../../seating/tests/ask-places.ts';
import { paid } from '../../ordering/tests/purchase.ts';
import {
  confirm,
  get,
  later,
  letters,
  linkTo,
  letterTo,
  logIn,
  newEmail,
  opened,
  post,
  register,
  send,
  settled,
  tokenIn,
  withMailbox,
  writtenTo,
} from './ask-accounts.ts';

withMailbox();
afterEach(() => clock.reset());

let hall: Hall;
beforeAll(async () => {
  hall = await buildHall();
});

const customer = (email: string) => ({ fullName: 'Vera Karelina', email, phone: '+79210000000' });

/** A paid order of a guest, two places. */
const bought = async (email: string, body: object = {}) =>
  paid(
    await hall.general(),
    { quantities: { [hall.adult.documentId]: 2 } },
    { customer: customer(email), ...body },
  );

const numbersOf = async (token: string) =>
  ((await get('/api/me/orders', token)).body.data as { number: string }[]).map(({ number }) => number);

describe('the profile', () => {
  it('changes name, phone and language, and nothing else', async () => {
    const { token } = await opened();
    const change = (body: object) => send('PATCH', '/api/me', body, token);
    const fullName = `Ольга ${'Северо-Двинская-'.repeat(4)}`.slice(0, 80);
    const { body } = await change({ fullName, phone: '8 (921) 000-00-00', language: 'zh' });
    expect(body.data).toMatchObject({ fullName, phone: '+79210000000', language: 'zh' });
    expect((await change({ phone: null })).body.data).toMatchObject({ fullName, phone: null });
    for (const wrong of [{ email: newEmail() }, { confirmed: true }, { blocked: false }, { id: 'x' }])
      expect((await change(wrong)).code).toBe('UNKNOWN_FIELD');
    for (const wrong of [
      { fullName: '' },
      { fullName: 'x'.repeat(201) },
      { phone: '12' },
      { language: 'de' },
    ])
      expect((await change(wrong)).code).toBe('INVALID_INPUT');
    expect((await get('/api/me', token)).body.data.fullName).toBe(fullName);
  });

  it('is of whoever asks, and of nobody without a log-in', async () => {
    for (const path of ['/api/me', '/api/me/orders', '/api/me/tickets', '/api/me/consents'])
      expect([path, (await get(path)).code]).toEqual([path, 'UNAUTHORIZED']);
    expect((await post('/api/me/export', {})).code).toBe('UNAUTHORIZED');
    expect((await send('DELETE', '/api/me', { password: 'x' })).code).toBe('UNAUTHORIZED');
    expect((await send('PATCH', '/api/me', { fullName: 'x' })).code).toBe('UNAUTHORIZED');
  });
});

describe('another address', () => {
  const move = (token: string, email: string, password = goodPassword) =>
    post('/api/me/email?locale=en', { email, password }, token);

  it('is confirmed by a letter to it, and the old one is told', async () => {
    const { email, token } = await opened();
    const next = newEmail();
    expect((await move(token, next)).status).toBe(202);
    const before = await get('/api/me', token);
    expect(before.body.data).toMatchObject({ email, newEmail: next });
    const confirmed = await confirm(tokenIn(await letterTo(next)));
    expect(confirmed.body.data).toEqual({ purpose: 'email', email: next, session: null });
    expect((await get('/api/me', token)).body.data).toMatchObject({ email: next, newEmail: null });
    expect((await letterTo(email, 3)).subject).toBe('The address of your account was changed');
    expect((await logIn(email)).code).toBe('WRONG_LOG_IN');
    expect((await logIn(next)).status).toBe(200);
  });

  it('asks for the password', async () => {
    const { token } = await opened();
    const next = newEmail();
    expect((await move(token, next, 'not the password')).code).toBe('WRONG_PASSWORD');
    await settled();
    expect(letters(next)).toEqual([]);
  });

  it('that is taken gets the same answer, and a letter to its owner without a link', async () => {
    const { token } = await opened();
    const taken = await accountHolder();
    const answers = [await move(token, taken.email), await move(token, newEmail())];
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect((await letterTo(taken.email)).text).not.toContain('token=');
  });

  it('that was taken while the letter lay there is refused', async () => {
    const { token } = await opened();
    const next = newEmail();
    await move(token, next);
    const link = tokenIn(await letterTo(next));
    await accountHolder(next);
    const answer = await confirm(link);
    expect([answer.status, answer.code]).toEqual([409, 'ADDRESS_TAKEN']);
  });

  it('has a link that expires, and the latest wish is the one that counts', async () => {
    const { token } = await opened();
    const [first, second] = [newEmail(), newEmail()];
    await move(token, first);
    const old = tokenIn(await letterTo(first));
    await move(token, second);
    const fresh = tokenIn(await letterTo(second));
    expect((await confirm(old)).code).toBe('LINK_USED');
    later(24);
    expect((await confirm(fresh)).code).toBe('LINK_EXPIRED');
  });

  /** A wish that waits, with the link that would grant it. */
  async function moving() {
    const account = await opened();
    const next = newEmail();
    await move(account.token, next);
    return { ...account, next, link: tokenIn(await letterTo(next)) };
  }

  const sendAgain = (confirmation: string) => post('/api/auth/send-email-confirmation', { confirmation });

  it('that was asked for with a password which is another now is never moved to', async () => {
    const { token, next, link } = await moving();
    const passwords = { currentPassword: goodPassword, password: 'another boat, another Neva' };
    expect((await post('/api/auth/change-password', passwords, token)).status).toBe(200);
    expect((await confirm(link)).code).toBe('LINK_USED');
    await sendAgain(link);
    expect(await writtenTo(next)).toBe(1);
  });

  it('is never moved to after a forgotten password was replaced either', async () => {
    const { email, next, link } = await moving();
    await post('/api/auth/forgot-password?locale=en', { email });
    const isReset = ({ text }: { text: string }) => text.includes('/account/reset?token=');
    const code = tokenIn(await letterTo(email, 1, isReset));
    const answer = await post('/api/auth/reset-password', { code, password: 'another boat, another Neva' });
    expect(answer.status).toBe(200);
    expect((await confirm(link)).code).toBe('LINK_USED');
    await sendAgain(link);
    expect(await writtenTo(next)).toBe(1);
  });

  it('is called off by asking for the present one', async () => {
    const { email, token, link } = await moving();
    expect((await move(token, email.toUpperCase())).status).toBe(202);
    expect((await get('/api/me', token)).body.data).toMatchObject({ email, newEmail: null });
    expect((await confirm(link)).code).toBe('LINK_USED');
  });

  it('has a link that nobody renews: it is asked for again with the password', async () => {
    const { next, link } = await moving();
    later(24);
    const late = await confirm(link);
    expect([late.code, late.body.error.details]).toEqual(['LINK_EXPIRED', { purpose: 'email' }]);
    await sendAgain(link);
    expect((await confirm(link)).code).toBe('LINK_EXPIRED');
    expect(await writtenTo(next)).toBe(1);
  });

  it('is told to the present one as soon as it is asked for, without a link', async () => {
    const { email, next } = await moving();
    const told = await letterTo(email, 2);
    expect(told.subject).toBe('Another address was asked for');
    expect(`${told.text} ${told.html}`).not.toContain('token=');
    expect(told.text).not.toContain(next);
  });
});

describe('orders of an account', () => {
  it('are a guest’s as soon as the address is confirmed, however it was written', async () => {
    const email = newEmail();
    const { id, number } = await bought(email.toUpperCase());
    const { token } = await opened(email);
    expect(await numbersOf(token)).toEqual([number]);
    expect((await get(`/api/orders/${id}`, token)).status).toBe(200);
    const tickets = await get('/api/me/tickets', token);
    expect(tickets.body.data).toHaveLength(2);
    expect(tickets.body.data[0]).toMatchObject({ orderId: id, state: 'issued' });
  });

  it('include what a guest buys with the address later, and what was bought logged in', async () => {
    const { email, token } = await opened();
    const asGuest = await bought(email);
    const sessionId = newSession();
    const event = await hall.general();
    await lock(event, { sessionId, quantities: { [hall.adult.documentId]: 1 } });
    const body = { sessionId, customer: customer(newEmail()), consents: ['offer', 'personal-data'] };
    const asMember = await post('/api/orders', body, token);
    expect(asMember.status).toBe(201);
    expect((await numbersOf(token)).toSorted()).toEqual(
      [asGuest.number, asMember.body.data.number].toSorted(),
    );
  });

  it('are nobody’s before the address is confirmed, and never another account’s', async () => {
    const email = newEmail();
    const { id } = await bought(email);
    const stranger = await opened();
    expect(await numbersOf(stranger.token)).toEqual([]);
    for (const path of ['', '/tickets', '/refund-quote', '/tickets.pdf'])
      expect((await get(`/api/orders/${id}${path}`, stranger.token)).code).toBe('NOT_FOUND');
    for (const path of ['refunds', 'cancel'])
      expect((await post(`/api/orders/${id}/${path}`, {}, stranger.token)).code).toBe('NOT_FOUND');
    expect((await get('/api/me/tickets', stranger.token)).body.data).toEqual([]);
    const copy = await post('/api/me/export', {}, stranger.token);
    expect(copy.text).not.toContain(id);
    const owner = await opened(email);
    expect(await numbersOf(owner.token)).toHaveLength(1);
  });

  it('stay with the account that had the old address, and those of the new one come', async () => {
    const [old, next] = [newEmail(), newEmail()];
    const ofOld = await bought(old);
    const ofNext = await bought(next);
    const { token } = await opened(old);
    await post('/api/me/email?locale=en', { email: next, password: goodPassword }, token);
    await confirm(await linkTo(next));
    expect((await numbersOf(token)).toSorted()).toEqual([ofOld.number, ofNext.number].toSorted());
    await register({ email: old });
    const { body: successor } = await confirm(await linkTo(old, 2));
    expect(await numbersOf(successor.data.session.jwt)).toEqual([]);
  });

  it('stand with what is ahead first, the next on top, then what is over', async () => {
    const email = newEmail();
    const at = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000).toISOString();
    const sail = async (hours: number) =>
      (
        await paid(
          await hall.general({ startAt: at(hours), endAt: at(hours + 1) }),
          { quantities: { [hall.adult.documentId]: 1 } },
          { customer: customer(email) },
        )
      ).number;
    const [first, last, middle] = [await sail(500), await sail(620), await sail(560)];
    const { token } = await opened(email);
    expect(await numbersOf(token)).toEqual([first, middle, last]);
    later(530);
    const { body } = await get('/api/me/orders?pageSize=2', token);
    expect(body.data.map(({ number }: { number: string }) => number)).toEqual([middle, last]);
    expect(body.meta).toEqual({ page: 1, pageSize: 2, total: 3 });
    const past = await get('/api/me/orders?when=past', token);
    expect(past.body.data).toMatchObject([{ number: first, upcoming: false }]);
  });

  it('show refunds with their state', async () => {
    const email = newEmail();
    const { id } = await bought(email);
    const { token } = await opened(email);
    expect((await post(`/api/orders/${id}/refunds`, {}, token)).status).toBe(201);
    const { body } = await get('/api/me/orders', token);
    expect(body.data[0].refunds).toMatchObject([{ amount: { currency: 'EUR' } }]);
    expect(['pending', 'succeeded']).toContain(body.data[0].refunds[0].status);
    expect(body.data[0].tickets).toEqual({ issued: 0, pdf: null });
  });
});

describe('consents', () => {
  it('to news can be given and withdrawn, those of orders with them', async () => {
    const email = newEmail();
    const { id } = await bought(email, { consents: ['offer', 'personal-data', 'marketing'] });
    const { token } = await opened(email);
    const news = async () => {
      const { body } = await get('/api/me/consents', token);
      return body.data.find(({ code }: { code: string }) => code === 'marketing').given as boolean;
    };
    expect(await news()).toBe(true);
    await send('PATCH', '/api/me/consents', { marketing: false }, token);
    expect(await news()).toBe(false);
    const { consents } = await strapi.db.connection('orders').where({ document_id: id }).first();
    const said = typeof consents === 'string' ? JSON.parse(consents) : consents;
    expect(said.find(({ code }: { code: string }) => code === 'marketing').withdrawnAt).toBeTruthy();
    expect(said.filter((entry: object) => 'withdrawnAt' in entry)).toHaveLength(1);
    await send('PATCH', '/api/me/consents', { marketing: true }, token);
    expect(await news()).toBe(true);
  });

  it('to personal data stand there with version and moment, and are not taken back apart', async () => {
    const { token } = await opened();
    const { body } = await get('/api/me/consents', token);
    expect(body.data[0]).toMatchObject({ code: 'personal-data', given: true, withdrawable: false });
    expect(body.data[0].at).toBeTruthy();
    const wrong = await send('PATCH', '/api/me/consents', { 'personal-data': false }, token);
    expect(wrong.code).toBe('UNKNOWN_FIELD');
  });
});

describe('the copy of the data', () => {
  it('has the person, orders with lines, tickets, consents and letters, and no secret', async () => {
    const email = newEmail();
    const { number } = await bought(email);
    const { token } = await opened(email);
    const { status, body, text, headers } = await post('/api/me/export', {}, token);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body.data.account.email).toBe(email);
    expect(body.data.orders).toMatchObject([{ number, buyerEmail: email }]);
    expect(body.data.orders[0].lines.length).toBeGreaterThan(0);
    expect(body.data.tickets).toHaveLength(2);
    expect(body.data.consents.length).toBeGreaterThan(0);
    expect(body.data.letters.length).toBeGreaterThan(0);
    expect(body.data.logIns).toHaveLength(1);
    expect(text).not.toMatch(/\$2[aby]\$|sessionHash|tokenVersion|password/i);
  });
});

describe('leaving', () => {
  const leave = (token: string, body: object) => send('DELETE', '/api/me', body, token);

  it('asks for the password', async () => {
    const { token } = await opened();
    expect((await leave(token, { password: 'not the password' })).code).toBe('WRONG_PASSWORD');
    expect((await get('/api/me', token)).status).toBe(200);
  });

  it('with trips ahead is explained first, then done, and the tickets stay good', async () => {
    const email = newEmail();
    const { id, number, accessToken } = await bought(email);
    const { token } = await opened(email);
    await numbersOf(token);
    const asked = await leave(token, { password: goodPassword });
    expect([asked.status, asked.code]).toEqual([409, 'UPCOMING_TICKETS']);
    expect(asked.body.error.details.orders).toEqual([number]);
    expect((await leave(token, { password: goodPassword, keepTickets: true })).status).toBe(200);
    const tickets = await get(`/api/orders/${id}/tickets`, accessToken);
    expect(tickets.body.data.map(({ state }: { state: string }) => state)).toEqual(['issued', 'issued']);
  });

  it('erases the person, ends every log-in, and keeps the order without the account', async () => {
    const email = newEmail();
    const { id: orderId } = await bought(email, { consents: ['offer', 'personal-data', 'marketing'] });
    const guest = await strapi.db.connection('customers').where({ email, account_id: null }).first();
    expect(guest).toMatchObject({ email });
    const { id, token } = await opened(email);
    const elsewhere = (await logIn(email)).body.jwt;
    await leave(token, { password: goodPassword, keepTickets: true });
    for (const old of [token, elsewhere]) expect((await get('/api/me', old)).code).toBe('UNAUTHORIZED');
    expect((await logIn(email)).code).toBe('WRONG_LOG_IN');
    const { db } = strapi;
    expect(await db.connection('up_users').where({ document_id: id })).toEqual([]);
    expect(await db.connection('account_links').where({ account_id: id })).toEqual([]);
    expect(await db.connection('account_sessions').where({ account_id: id })).toEqual([]);
    const order = await db.connection('orders').where({ document_id: orderId }).first();
    expect(order).toMatchObject({ account_id: null, state: 'PAID' });
    const profile = await db.connection('customers').where({ document_id: order.customer_id }).first();
    for (const row of [profile, await db.connection('customers').where({ id: guest.id }).first()])
      expect(row).toMatchObject({ email: null, phone: null, full_name: '', account_id: null });
    const letters = db.connection('messages').where({ recipient: email, state: 'sent' });
    const kept = await letters.whereIn('subject_kind', ['account', 'account-link']).pluck('message');
    expect(kept.filter((message: string) => message !== 'account.deleted')).toEqual([]);
    const said = await db.connection('account_consents').where({ account_id: id }).orderBy('id');
    expect(said.at(-1)).toMatchObject({ code: 'marketing', given: false });
    expect(JSON.stringify(order.consents)).toContain('withdrawnAt');
    expect((await letterTo(email, 3)).subject).toBeTruthy();
  });
});
