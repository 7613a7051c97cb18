import type { Core } from '@strapi/strapi';
import type { Attributes } from './attributes.ts';
import { attributesOf, isLocalized } from './model.ts';
import type { Row } from './rules.ts';

type Linked = { id: number };
type Draft = Row & Record<string, Linked | Linked[] | null>;
type Common = { strapi: Core.Strapi; uid: string; id: number };

/**
 * Keeps relations that the schema calls common (`localized: false`) the same in the drafts of every language. Strapi
 * does so for plain fields and media alone, and a seller would have to be chosen once per language. A new language
 * takes over what it was not given.
 */
export async function shareRelations({ strapi, uid, id }: Common, isNew: boolean): Promise<void> {
  const fields = isLocalized(strapi, uid) ? commonRelations(attributesOf(strapi, uid)) : [];
  if (fields.length === 0) return;
  const row = await draft({ strapi, uid, where: { id }, fields });
  if (!row) return;
  const siblings = await siblingsOf({ strapi, uid, row, fields });
  const [first] = siblings;
  const own = isNew && first ? takenOver({ row, from: first, fields }) : linksOf(row, fields);
  for (const sibling of [row, ...siblings]) {
    if (isSame(linksOf(sibling, fields), own)) continue;
    await strapi.db.query(uid).update({ where: { id: sibling.id }, data: own });
  }
}

function commonRelations(attributes: Attributes): string[] {
  const common = Object.entries(attributes).filter(
    ([, { type, pluginOptions }]) => type === 'relation' && pluginOptions?.i18n?.localized === false,
  );
  return common.map(([name]) => name);
}

type Reading = { strapi: Core.Strapi; uid: string; fields: readonly string[] };

async function draft({ strapi, uid, where, fields }: Reading & { where: object }): Promise<Draft | null> {
  return (await strapi.db.query(uid).findOne({ where, populate: [...fields] })) as Draft | null;
}

async function siblingsOf({ strapi, uid, row, fields }: Reading & { row: Draft }): Promise<Draft[]> {
  const where = { documentId: row.documentId, publishedAt: null, locale: { $ne: row.locale } };
  return (await strapi.db.query(uid).findMany({ where, populate: [...fields] })) as Draft[];
}

type Links = Record<string, number | number[] | null>;

function linksOf(row: Draft, fields: readonly string[]): Links {
  return Object.fromEntries(fields.map((field) => [field, linked(row[field])]));
}

function linked(value: Draft[string] | undefined): number | number[] | null {
  return Array.isArray(value) ? value.map(({ id }) => id) : (value?.id ?? null);
}

type TakingOver = { row: Draft; from: Draft; fields: readonly string[] };

function takenOver({ row, from, fields }: TakingOver): Links {
  const [own, theirs] = [linksOf(row, fields), linksOf(from, fields)];
  const chosen = (field: string) => (isEmpty(own[field]) ? theirs : own)[field] ?? null;
  return Object.fromEntries(fields.map((field) => [field, chosen(field)]));
}

function isEmpty(links: Links[string] | undefined): boolean {
  return links === null || links === undefined || (Array.isArray(links) && links.length === 0);
}

const isSame = (left: Links, right: Links) => JSON.stringify(left) === JSON.stringify(right);
