import { type Locale, strapiLocale, type Transaction } from '@gangway/kit';
import type { ConsentCode } from '../contract/buyer.ts';

export type ConsentTexts = { sellerId: string; language: Locale };

/**
 * Which text each consent was given to: slug of the page, language and moment of publication. The offer is the
 * seller's; personal data and news have one text for all. `none` where nothing is published.
 */
export async function consentVersions(
  trx: Transaction,
  { sellerId, language }: ConsentTexts,
): Promise<Record<ConsentCode, string>> {
  const locale = strapiLocale(language);
  const { rows } = await trx.raw(versionsSql, [sellerId, locale, locale]);
  const [{ offer, privacy } = { offer: null, privacy: null }] = rows as VersionRow[];
  const personal = privacy ?? 'none';
  return { offer: offer ?? 'none', 'personal-data': personal, marketing: personal };
}

type VersionRow = { offer: string | null; privacy: string | null };

const version = `p.slug || '@' || p.locale || '@' || to_char(p.published_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

// A seller is linked to any row of its offer: draft and published rows share the document id.
const versionsSql = `
  select (select ${version} from pages p
           where p.published_at is not null and p.document_id in (
             select o.document_id from sellers_offer_page_lnk l
               join sellers s on s.id = l.seller_id join pages o on o.id = l.page_id
              where s.document_id = ?)
           order by p.locale <> ?, p.locale limit 1) as offer,
         (select ${version} from pages p where p.published_at is not null and p.kind = 'privacy'
           order by p.locale <> ?, p.published_at limit 1) as privacy`;
