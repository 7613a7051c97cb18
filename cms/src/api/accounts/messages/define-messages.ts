import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import type { Locale, Transaction } from '@gangway/kit';
import { notificationsOf } from '@gangway/notifications/contract';
import type { LoadRequest, MessageContent, MessageDefinition } from '@gangway/notifications/contract';
import { accountLinks } from '../account-links.ts';
import type { AccountLink } from '../domain/link.ts';
import { readLink } from '../store/links.ts';
import { readProfile } from '../store/profiles.ts';
import { confirm } from './texts/confirm.ts';
import { deleted } from './texts/deleted.ts';
import { email } from './texts/email.ts';
import { emailAsked } from './texts/email-asked.ts';
import { emailChanged } from './texts/email-changed.ts';
import { firstPassword } from './texts/first-password.ts';
import { password } from './texts/password.ts';
import { passwordChanged } from './texts/password-changed.ts';
import { taken } from './texts/taken.ts';

type Letter = Pick<MessageDefinition, 'name' | 'title' | 'texts'> & {
  /** The page that the link of the letter opens; letters without one have no token in them. */
  page?: 'confirm' | 'reset';
};

const letters: readonly Letter[] = [
  { name: 'account.confirm', ...confirm, page: 'confirm' },
  { name: 'account.email', ...email, page: 'confirm' },
  { name: 'account.password', ...password, page: 'reset' },
  { name: 'account.first-password', ...firstPassword, page: 'reset' },
  { name: 'account.taken', ...taken },
  { name: 'account.password-changed', ...passwordChanged },
  { name: 'account.email-asked', ...emailAsked },
  { name: 'account.email-changed', ...emailChanged },
  { name: 'account.deleted', ...deleted },
];

/** Called in the room's `register`: all that people are told about their accounts. */
export function defineAccountMessages(strapi: Core.Strapi): void {
  for (const letter of letters) {
    notificationsOf(strapi).define({
      ...{ name: letter.name, title: letter.title, texts: letter.texts },
      load: (request) => (letter.page ? loadLink(strapi, letter.page, request) : loadPlain(request)),
      sample: (locale) => sampleOf(letter, locale),
    });
  }
}

/** A link that has been used or replaced meanwhile is no longer due. */
async function loadLink(
  strapi: Core.Strapi,
  page: 'confirm' | 'reset',
  { subjectId, locale }: LoadRequest,
): Promise<MessageContent | undefined> {
  const found = await strapi.db.transaction(async ({ trx }) => {
    const link = await readLink(trx, subjectId);
    return link && { link, name: await nameOf(trx, link) };
  });
  if (!found || found.link.usedAt) return undefined;
  const token = accountLinks(strapi).tokenOf(subjectId);
  return contentOf({ locale, name: found.name, url: `${pageAt(locale, page)}?token=${token}` });
}

/** Nothing that somebody wrote goes to an address that nobody has confirmed: it would carry anybody's words. */
async function nameOf(trx: Transaction, { purpose, accountId }: AccountLink): Promise<string> {
  return purpose !== 'password' || accountId === null ? '' : (await readProfile(trx, accountId)).fullName;
}

function sampleOf({ page }: Letter, locale: Locale): MessageContent {
  return contentOf({ locale, name: page === 'reset' ? 'Anna' : '', url: pageAt(locale, page ?? 'login') });
}

const loadPlain = ({ locale }: LoadRequest): Promise<MessageContent> =>
  Promise.resolve(contentOf({ locale, name: '', url: pageAt(locale, 'login') }));

const pageAt = (locale: Locale, page: string) => `${readEnv().storefrontUrl}/${locale}/account/${page}`;

function contentOf({ locale, name, url }: { locale: Locale; name: string; url: string }): MessageContent {
  const pages = { loginUrl: pageAt(locale, 'login'), forgotUrl: pageAt(locale, 'forgot') };
  return { data: { hasName: name !== '', name, url, ...pages } };
}

export const accountMessageNames = letters.map(({ name }) => name);
