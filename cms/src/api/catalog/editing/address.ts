import type { Core } from '@strapi/strapi';
import type { Data } from '../../../frame/editing/attributes.ts';
import type { Problem } from '../../../frame/editing/problem.ts';
import type { Preparation, Row } from '../../../frame/editing/rules.ts';
import { valueProblems } from '../../../frame/editing/value-problems.ts';
import { problems } from '../domain/problems.ts';
import { freeSlug, slugOf } from '../domain/slug.ts';
import { isTaken, takenValues, type Place } from '../store/editing-facts.ts';

type Addressing = Place & { strapi: Core.Strapi; title: string | undefined };

/** An address that people leave empty is made of the Russian title; a copy gets one of its own. */
export async function withAddress(preparation: Preparation<Row>, addressing: Addressing): Promise<Data> {
  const { strapi, uid, field } = addressing;
  const base = preparation.cloning ? copiedBase(preparation, field) : proposedBase(preparation, addressing);
  if (!base) return preparation.data;
  const taken = await takenValues(strapi, { uid, field, base });
  return { ...preparation.data, [field]: freeSlug(base, taken) };
}

function copiedBase({ data, before }: Preparation<Row>, field: string): string | undefined {
  const source = before?.[field];
  const own = data[field] && data[field] !== source;
  return own || typeof source !== 'string' ? undefined : source;
}

/** A further language of a document takes over the address that it has. */
function proposedBase({ data, before, documentId }: Preparation<Row>, { field, title = '' }: Addressing) {
  const empty = documentId ? before && field in data && !data[field] : !data[field];
  return empty ? slugOf(title) : undefined;
}

type Owned = { values: Data; documentId?: string };

/** One document an address; what is published has one. */
export async function addressProblems(
  strapi: Core.Strapi,
  { uid, field, values, documentId = '' }: Place & Owned,
): Promise<Problem[]> {
  const value = values[field];
  if (!value) return [valueProblems.REQUIRED(field)];
  const taken = await isTaken(strapi, { uid, field, value, documentId });
  return taken ? [takenProblem(field, String(value))] : [];
}

function takenProblem(field: string, value: string): Problem {
  return field === 'code'
    ? problems.CODE_TAKEN(field, { code: value })
    : problems.SLUG_TAKEN(field, { slug: value });
}
