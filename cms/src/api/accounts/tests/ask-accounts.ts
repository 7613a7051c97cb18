import { randomBytes } from 'node:crypto';
import { clock, newId } from '@gangway/kit';
import { openMailbox } from '../../../../../plugins/notifications/sandbox/index.ts';
import type { Letter, Mailbox } from '../../../../../plugins/notifications/sandbox/index.ts';
import { goodPassword } from '../../../../tests/support/account.ts';
import { json } from '../../../frame/tests/caller.ts';

/** What visitors do, over HTTP, each from an address of their own unless it is given. */

type Headers = Record<string, string>;
export type Said = {
  status: number;
  /** As it came, for comparing byte for byte. */
  text: string;
  // Whatever the route answers: each test knows what it asked for.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
  code: string | undefined;
  headers: globalThis.Headers;
};

export async function say(path: string, init: RequestInit = {}, ip = anyIp()): Promise<Said> {
  const headers = { ...(init.headers as Headers), 'x-forwarded-for': ip };
  const response = await fetch(baseUrl + path, { ...init, headers });
  const text = await response.text();
  const body = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: response.status, text, body, code: body.error?.code, headers: response.headers };
}

export const anyIp = () => `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}::1`;

export const newEmail = () => `${newId()}@example.org`;

export const post = (path: string, body: unknown, token?: string, ip?: string) =>
  say(path, json('POST', body, token), ip);
export const send = (method: string, path: string, body: unknown, token?: string) =>
  say(path, json(method, body, token));
export const get = (path: string, token?: string) =>
  say(path, token ? { headers: { authorization: `Bearer ${token}` } } : {});

export const register = (fields: Record<string, unknown>, locale = 'en') =>
  post(`/api/auth/local/register?locale=${locale}`, {
    ...{ password: goodPassword, fullName: 'Vera Karelina', consents: ['personal-data'] },
    ...fields,
  });

export const logIn = (identifier: string, password = goodPassword, ip?: string) =>
  post('/api/auth/local?locale=en', { identifier, password }, undefined, ip);

const box: { mailbox?: Mailbox } = {};

/** In the describe of a file that reads letters. */
export function withMailbox(): void {
  beforeAll(async () => void (box.mailbox = await openMailbox({ port: smtpPort })));
  afterAll(() => box.mailbox?.close());
}

export const letters = (to: string): readonly Letter[] => box.mailbox?.letters.to(to) ?? [];

/** How many letters to somebody have been written, once all that was asked for has been decided. */
export async function writtenTo(recipient: string): Promise<number> {
  await settled();
  return (await strapi.db.connection('messages').where({ recipient })).length;
}

/** The newest letter to somebody once there are `count` of them that are so; hundreds of other files may go before. */
export async function letterTo(
  to: string,
  count = 1,
  isSo: (letter: Letter) => boolean = () => true,
): Promise<Letter> {
  for (let tried = 0; tried < 6000; tried += 1) {
    const found = letters(to).filter(isSo);
    if (found.length >= count && found[0]) return found[0];
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`There are ${letters(to).length} letters to them.`);
}

/** The token of the link in a letter. */
export function tokenIn({ text }: Letter): string {
  const [, token] = /[?&]token=([\w.-]+)/.exec(text) ?? [];
  if (!token) throw new Error(`The letter has no link with a token: ${text}`);
  return token;
}

/** The token of the newest link about the account, once `count` letters have brought one. */
export const linkTo = async (to: string, count = 1): Promise<string> =>
  tokenIn(await letterTo(to, count, ({ text }) => text.includes('?token=')));

export const confirm = (confirmation: string) =>
  post('/api/auth/email-confirmation?locale=en', { confirmation });

/** Registers, opens the letter, confirms. */
export async function opened(email = newEmail(), fields: Record<string, unknown> = {}) {
  await register({ email, ...fields });
  const { body } = await confirm(await linkTo(email));
  const { jwt, user } = body.data.session as { jwt: string; user: { id: string } };
  return { email, token: jwt, id: user.id };
}

export const later = (hours: number) => clock.moveTo(new Date(clock.now().getTime() + hours * 3_600_000));

/** Until all that was asked for has been decided. */
export async function settled(): Promise<void> {
  for (let tried = 0; tried < 6000; tried += 1) {
    const { rows } = await strapi.db.connection.raw(
      `select 1 from graphile_worker.jobs where task_identifier in ('accounts.send-link', 'accounts.send-again')`,
    );
    if (rows.length === 0) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error('The jobs of accounts do not end.');
}
