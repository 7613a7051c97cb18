import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import type { Problem } from '../../../frame/editing/problem.ts';
import { defineRules, type Removal, type Row, type Rules } from '../../../frame/editing/rules.ts';
import { pagePublicationProblems } from '../domain/page-publication.ts';
import { problems } from '../domain/problems.ts';
import { draftsOf, isLive, languagesOf } from '../store/editing-facts.ts';
import { byLocale } from './activity.ts';
import { addressProblems, withAddress } from './address.ts';
import { keepUsed } from '../../../frame/editing/keep-used.ts';

const uid = 'api::catalog.page';

type PageRow = Row & { title?: string | null; slug?: string | null };

export function pageRules(strapi: Core.Strapi): Rules {
  const references = [{ use: 'sellers', uid: 'api::catalog.seller', field: 'offerPage' }] as const;
  const needed = keepUsed({ strapi, references, say: problems.PAGE_IN_USE });
  return defineRules<PageRow>({
    room: 'catalog',
    formats: { slug: problems.SLUG_FORMAT },
    prepare: (preparation) => {
      const title = (preparation.data.title ?? preparation.before?.title ?? undefined) as string | undefined;
      return withAddress(preparation, { strapi, uid, field: 'slug', title });
    },
    values: ({ values, documentId }) =>
      values.slug ? addressProblems(strapi, { uid, field: 'slug', values, documentId }) : [],
    publication: async ({ documentId }) => {
      const rows = await draftsOf<PageRow>(strapi, { uid, documentId });
      const drafts = byLocale(rows);
      return pagePublicationProblems({ drafts, slug: Boolean(rows[0]?.slug), languages: readEnv().locales });
    },
    withdrawal: needed,
    removal: async (removal) => (await languageProblems(strapi, removal)) ?? needed(removal),
  });
}

/** Undefined when the whole page goes. */
async function languageProblems(
  strapi: Core.Strapi,
  { documentId, locale }: Removal,
): Promise<Problem[] | undefined> {
  const languages = await languagesOf(strapi, { uid, documentId });
  if (!locale || languages.length < 2) return undefined;
  return (await isLive(strapi, { uid, documentId })) ? [problems.PUBLISHED_LANGUAGE()] : [];
}
