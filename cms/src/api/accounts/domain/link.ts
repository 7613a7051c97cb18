import type { Locale } from '@gangway/kit';
import { accountErrors } from '../errors.ts';
import type { AccountConsentCode } from '../contract/auth.ts';

const hour = 3_600_000;

export const linkPurposes = ['register', 'password', 'email'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** How long a link of a letter works, on business time. */
const lasts: Record<LinkPurpose, number> = { register: 24 * hour, password: hour, email: 24 * hour };

/** What waits for the address to be confirmed. Personal data: never logged. */
export type Registration = {
  fullName: string;
  phone: string | null;
  /** Null once it is not known to be of whoever has the mailbox: they choose another. */
  passwordHash: string | null;
  /** Of what whoever registered can show; not there where nobody gave any. */
  proofHash?: string;
  consents: { code: AccountConsentCode; version: string; at: string }[];
};

export type AccountLink = {
  id: string;
  purpose: LinkPurpose;
  /** The address that the letter goes to, in lower case. */
  email: string;
  language: Locale;
  accountId: string | null;
  registration: Registration | null;
  madeAt: Date;
  endsAt: Date;
  usedAt: Date | null;
};

export const endOf = (purpose: LinkPurpose, now: Date): Date => new Date(now.getTime() + lasts[purpose]);

/** @throws UNKNOWN_LINK, LINK_USED, LINK_EXPIRED */
export function requireUsable(
  link: AccountLink | undefined,
  { purposes, now }: { purposes: readonly LinkPurpose[]; now: Date },
): AccountLink {
  if (!link || !purposes.includes(link.purpose)) throw accountErrors.UNKNOWN_LINK();
  if (link.usedAt) throw accountErrors.LINK_USED();
  if (link.endsAt <= now) throw accountErrors.LINK_EXPIRED({ purpose: link.purpose });
  return link;
}
