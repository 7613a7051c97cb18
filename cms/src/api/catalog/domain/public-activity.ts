import { type Locale, localeOf } from '@gangway/kit';
import type { ActivityRow, ImageRow } from './catalogue-rows.ts';

/**
 * An activity that anyone may see: its texts by language, only those that are published, and what does not depend
 * on the language. Relations and pictures may hang on one language's row only, so any row may give them.
 */
export type PublicActivity = {
  id: string;
  texts: Partial<Record<Locale, ActivityRow>>;
  facts: ActivityRow;
  image: ImageRow | null;
  images: ImageRow[];
};

/** Archived activities and those for members are left out. Russian speaks first for what languages share. */
export function publicActivities(
  rows: readonly ActivityRow[],
  images: readonly ImageRow[],
): PublicActivity[] {
  const open = rows.filter(({ audience, archived }) => audience === 'public' && !archived);
  const documents = Map.groupBy(open, ({ id }) => id);
  const pictures = Map.groupBy(images, ({ ownerRowId }) => ownerRowId);
  return [...documents.values()].map((languages) => publicActivity(languages, pictures));
}

function publicActivity(languages: ActivityRow[], pictures: Map<number, ImageRow[]>): PublicActivity {
  const rows = [...languages].sort((left, right) => localeRank(left) - localeRank(right));
  const shown = (field: string) => firstFull(rows.map((row) => picturesOf(row, field, pictures)));
  const facts = sharedFacts(rows);
  return {
    id: facts.id,
    texts: Object.fromEntries(rows.flatMap((row) => entryOf(row))),
    facts,
    image: shown('image')[0] ?? null,
    images: shown('images'),
  };
}

function sharedFacts(rows: ActivityRow[]): ActivityRow {
  const [first] = rows as [ActivityRow];
  return {
    ...first,
    sellerId: rows.find(({ sellerId }) => sellerId)?.sellerId ?? null,
    routeId: rows.find(({ routeId }) => routeId)?.routeId ?? null,
    categoryIds: firstFull(rows.map(({ categoryIds }) => categoryIds)),
    ticketTypeIds: firstFull(rows.map(({ ticketTypeIds }) => ticketTypeIds)),
  };
}

function localeRank({ locale }: ActivityRow): number {
  return locale === 'ru' ? 0 : 1;
}

function entryOf(row: ActivityRow): [Locale, ActivityRow][] {
  const locale = localeOf(row.locale);
  return locale ? [[locale, row]] : [];
}

function picturesOf({ rowId }: ActivityRow, field: string, pictures: Map<number, ImageRow[]>): ImageRow[] {
  return (pictures.get(rowId) ?? []).filter(
    (image) => image.field === field && image.ownerType === 'api::catalog.activity',
  );
}

function firstFull<T>(lists: T[][]): T[] {
  return lists.find((list) => list.length > 0) ?? [];
}
