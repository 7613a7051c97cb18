import { readEnv } from '@gangway/config/env';
import { clock, localeOf } from '@gangway/kit';
import { previewKey, previewTokenOf, type Previewed, previewTypes } from '../domain/preview-token.ts';

/** What the panel hands over: Strapi's id of a type and of a language. */
export type PanelEntry = { documentId?: string; locale?: string | null; status?: string };

const mayRead = 'plugin::content-manager.explorer.read';

type Ability = { can: (action: string, subject: string) => boolean };

/**
 * Where the website shows a draft, for the panel's “Open preview”; undefined, and no button, for types without a page
 * of their own and for people who may not read them: Strapi's own route asks for a log-in only.
 */
export function previewAddress(uid: string, { documentId, locale, status }: PanelEntry): string | undefined {
  const type = previewTypes.find((known) => uid === `api::catalog.${known}`);
  if (!type || !documentId || !panelAbility()?.can(mayRead, uid)) return undefined;
  const { storefrontUrl, secrets } = readEnv();
  const state: Previewed['state'] = status === 'published' ? 'published' : 'draft';
  const key = previewKey(secrets.encryptionKey);
  const token = previewTokenOf({ type, id: documentId, state }, clock.now(), key);
  return `${storefrontUrl}/${localeOf(locale ?? 'ru') ?? 'ru'}/preview?token=${token}`;
}

const panelAbility = (): Ability | undefined => strapi.requestContext.get()?.state.userAbility as Ability;
