import { readEnv } from '@gangway/config/env';
import { perStrapi } from '../../frame/per-strapi.ts';
import { accountLinkKey, linkIdOf, linkTokenOf } from './domain/link-token.ts';

export type AccountLinks = {
  tokenOf(linkId: string): string;
  /** Undefined: no letter of ours has brought this. */
  idOf(token: string): string | undefined;
};

/** What the links of letters carry. */
export const accountLinks = perStrapi((): AccountLinks => {
  const key = accountLinkKey(readEnv().secrets.encryptionKey);
  return { tokenOf: (linkId) => linkTokenOf(linkId, key), idOf: (token) => linkIdOf(token, key) };
});
