import type { Locale, Localized } from '@gangway/kit';
import type { Problem } from '../../../frame/editing/problem.ts';
import { pageAddress, publicationProblems, type Drafts, type TextField } from './publication.ts';

const fields: readonly TextField[] = [
  { name: 'title', title: { ru: 'название', en: 'title', zh: '标题' } },
  { name: 'summary', title: { ru: 'краткое описание', en: 'summary', zh: '简介' } },
  { name: 'description', title: { ru: 'описание', en: 'description', zh: '详细介绍' } },
];

/** What an activity has beside its texts. */
export type ActivityParts = {
  kind: string;
  slug: boolean;
  seller: boolean;
  image: boolean;
  ticketTypes: number;
  prices: number;
};

export type DraftedActivity = { drafts: Drafts; parts: ActivityParts; languages: readonly Locale[] };

/** An activity without a price would show a page on which nothing can be bought: it stays a draft. */
export function activityPublicationProblems({ drafts, parts, languages }: DraftedActivity): Problem[] {
  return publicationProblems({ missing: missingParts(parts), drafts, fields, languages });
}

const partNames = {
  seller: { ru: 'продавец', en: 'seller', zh: '商家' },
  image: { ru: 'изображение', en: 'picture', zh: '图片' },
  ticketTypes: { ru: 'типы билетов', en: 'ticket types', zh: '票种' },
  prices: { ru: 'хотя бы одна цена', en: 'at least one price', zh: '至少一个价格' },
} satisfies Record<string, Localized>;

/** A rental is sold by the hour, not by tickets. */
function missingParts({ kind, slug, seller, image, ticketTypes, prices }: ActivityParts): Localized[] {
  const ticketed = kind !== 'rental';
  return [
    ...(slug ? [] : [pageAddress]),
    ...(seller ? [] : [partNames.seller]),
    ...(image ? [] : [partNames.image]),
    ...(ticketed && ticketTypes === 0 ? [partNames.ticketTypes] : []),
    ...(ticketed && prices === 0 ? [partNames.prices] : []),
  ];
}
