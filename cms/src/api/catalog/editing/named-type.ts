import type { Core } from '@strapi/strapi';
import type { Data } from '../../../frame/editing/attributes.ts';
import type { Problem, Say } from '../../../frame/editing/problem.ts';
import type { Preparation, Row, Rules, Values } from '../../../frame/editing/rules.ts';
import { problems } from '../domain/problems.ts';
import type { Reference } from '../../../frame/editing/references.ts';
import { russianName, withNameLabel } from '../../../frame/editing/name-label.ts';
import { addressProblems, withAddress } from './address.ts';
import { type CountUses, keepUsed } from '../../../frame/editing/keep-used.ts';

/** A type whose records have a name in three languages, most of them an address, and others that need them. */
export type NamedType = {
  strapi: Core.Strapi;
  uid: string;
  /** The field that identifies a record to people and programs. */
  address?: 'slug' | 'code';
  references: readonly Reference[];
  /** What needs them without being a relation: orders. */
  counted?: CountUses;
  say?: Say;
};

const formats = { slug: problems.SLUG_FORMAT, code: problems.CODE_FORMAT };

/** What holds for every named type; a type with more to say spreads this and adds. */
export function namedType({ strapi, uid, address, ...keeping }: NamedType) {
  return {
    room: 'catalog',
    formats,
    prepare: (preparation: Preparation<Row>): Promise<Data> | Data => {
      const named = { ...preparation, data: withNameLabel(preparation.data) };
      if (!address) return named.data;
      const title = russianName(named.data) ?? russianName(named.before ?? {});
      return withAddress(named, { strapi, uid, field: address, title });
    },
    values: async ({ values, documentId }: Values<Row>): Promise<Problem[]> =>
      address ? addressProblems(strapi, { uid, field: address, values, documentId }) : [],
    removal: keepUsed({ strapi, ...keeping }),
  } satisfies Rules;
}
