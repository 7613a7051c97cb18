import type { Core } from '@strapi/strapi';
import type { Uses } from './uses.ts';

type Where = Record<string, unknown>;

/** A relation by which records of a type need the document. */
export type Reference = { use: keyof Uses; uid: string; field: string };

/** How many documents need this one, by what they are. */
export async function usesOf(
  strapi: Core.Strapi,
  { documentId, references }: { documentId: string; references: readonly Reference[] },
): Promise<Uses> {
  const uses: Uses = {};
  for (const { use, uid, field } of references) {
    const found = await documentIds(strapi, { uid, where: { [field]: { documentId } } });
    uses[use] = (uses[use] ?? 0) + found.length;
  }
  return uses;
}

/** Documents, not rows: one document has a row for each language and state. */
export async function documentIds(strapi: Core.Strapi, { uid, where }: { uid: string; where: Where }) {
  const rows: { documentId: string }[] = await strapi.db
    .query(uid)
    .findMany({ select: ['documentId'], where });
  return [...new Set(rows.map((row) => row.documentId))];
}
