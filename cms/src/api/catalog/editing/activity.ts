import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import { locales, strapiLocale } from '@gangway/kit';
import type { Problem } from '../../../frame/editing/problem.ts';
import {
  defineRules,
  type Publication,
  type Removal,
  type Row,
  type Rules,
  type Written,
} from '../../../frame/editing/rules.ts';
import { activityPublicationProblems } from '../domain/activity-publication.ts';
import { problems } from '../domain/problems.ts';
import type { Drafts } from '../domain/publication.ts';
import { keptProblems } from '../../../frame/editing/keep-used.ts';
import { usesOf, type Reference } from '../../../frame/editing/references.ts';
import { toldUses } from '../../../frame/editing/uses.ts';
import { draftsOf, isLive, languagesOf, onSaleAhead, pricesOf } from '../store/editing-facts.ts';
import { vatKindProblems, type Taxed } from '../domain/vat-rules.ts';
import { refreshLabels } from '../store/labels.ts';
import { removePrices } from './departures.ts';
import { addressProblems, withAddress } from './address.ts';

const uid = 'api::catalog.activity';

const references: readonly Reference[] = [
  { use: 'departures', uid: 'api::catalog.event', field: 'activity' },
  { use: 'schedules', uid: 'api::catalog.schedule', field: 'activity' },
  // A promotion that loses its only activity would hold for all of the seller's.
  { use: 'promotions', uid: 'api::catalog.promotion', field: 'activities' },
];

type ActivityRow = Row &
  Taxed & {
    title?: string | null;
    slug?: string | null;
    kind: string;
    image?: unknown;
    ticketTypes?: unknown[];
  };

export function activityRules(strapi: Core.Strapi): Rules {
  return defineRules<ActivityRow>({
    room: 'catalog',
    populate: { seller: true },
    formats: { slug: problems.SLUG_FORMAT, tourLanguages: problems.LANGUAGES_FORMAT },
    prepare: (preparation) => {
      const title = (preparation.data.title ?? preparation.before?.title ?? undefined) as string | undefined;
      return withAddress(preparation, { strapi, uid, field: 'slug', title });
    },
    values: ({ values, documentId }) =>
      values.slug ? addressProblems(strapi, { uid, field: 'slug', values, documentId }) : [],
    check: ({ row, now }) => vatKindProblems(row, now),
    follow: retitled,
    publication: (publication) => publicationProblemsOf(strapi, publication),
    withdrawal: async ({ documentId, now }) => {
      const count = await onSaleAhead(strapi, { documentId, now });
      return count > 0 ? [problems.ON_SALE(undefined, { count })] : [];
    },
    removal: (removal) => removalProblems(strapi, removal),
    clear: async ({ documentId, locale }) => {
      if (!locale) await removePrices(strapi, { activity: { documentId } });
    },
  });
}

async function retitled({ trx, row, before }: Written<ActivityRow>): Promise<void> {
  if (before?.title !== row.title)
    await refreshLabels(trx, { of: 'activity', documentIds: [row.documentId] });
}

async function publicationProblemsOf(
  strapi: Core.Strapi,
  { documentId, now }: Publication,
): Promise<Problem[]> {
  const populate = { seller: true, image: true, ticketTypes: true };
  const rows = await draftsOf<ActivityRow>(strapi, { uid, documentId, populate });
  const [first] = rows;
  if (!first) return [];
  const prices = (await pricesOf(strapi, { documentId })).length;
  const { kind, slug, seller, image, ticketTypes = [] } = first;
  const has = { slug: Boolean(slug), seller: Boolean(seller), image: Boolean(image) };
  const parts = { kind, ...has, ticketTypes: ticketTypes.length, prices };
  const languages = readEnv().locales;
  const incomplete = activityPublicationProblems({ drafts: byLocale(rows), parts, languages });
  return [...incomplete, ...vatKindProblems(first, now)];
}

/** The row of each language, null where there is none. */
export function byLocale(rows: readonly (Row & { locale: string })[]): Drafts {
  const entries = locales.map((locale) => [
    locale,
    rows.find((row) => row.locale === strapiLocale(locale)) ?? null,
  ]);
  return Object.fromEntries(entries);
}

async function removalProblems(strapi: Core.Strapi, { documentId, locale }: Removal): Promise<Problem[]> {
  const uses = toldUses(await usesOf(strapi, { documentId, references }));
  const languages = await languagesOf(strapi, { uid, documentId });
  if (!locale || languages.length < 2) return uses ? [keptProblems.IN_USE(undefined, { uses })] : [];
  if (await isLive(strapi, { uid, documentId })) return [problems.PUBLISHED_LANGUAGE()];
  return uses && locale === 'ru' ? [problems.RUSSIAN_IN_USE(undefined, { uses })] : [];
}
