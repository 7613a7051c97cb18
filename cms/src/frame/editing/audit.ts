import { record } from '@gangway/audit-log/contract';
import type { Transaction } from '@gangway/kit';
import type { Attribute, Attributes } from './attributes.ts';
import type { Editor } from './editor.ts';
import type { Row } from './rules.ts';

export type EditVerb = 'created' | 'updated' | 'deleted' | 'published' | 'unpublished' | 'draft-discarded';

/** One edit as the audit log keeps it. */
export type EditRecord = {
  trx: Transaction;
  now: Date;
  editor: Editor;
  room: string;
  kind: string;
  verb: EditVerb;
  documentId: string;
  locale?: string | string[] | null;
  attributes: Attributes;
  before?: Row | undefined;
  row?: Row;
};

type Told = string | number | boolean | null;
type Change = { from: Told; to: Told } | Record<string, never>;

/** Writes who edited what, in the transaction of the edit. */
export function recordEdit({ trx, now, editor, room, kind, verb, documentId, ...rest }: EditRecord) {
  return record(trx, {
    actor: editor.actor,
    action: `${room}.${kind}.${verb}`,
    subject: { kind, id: documentId },
    details: details(rest),
    at: now,
    ...(editor.traceId ? { traceId: editor.traceId } : {}),
  });
}

function details({
  locale,
  attributes,
  before,
  row,
}: Pick<EditRecord, 'locale' | 'attributes' | 'before' | 'row'>) {
  return {
    ...(locale ? { locale } : {}),
    ...(before && row ? { changes: changes({ attributes, before, row }) } : {}),
  };
}

type Comparison = { attributes: Attributes; before: Row; row: Row };

/** Fields that differ: numbers, dates, switches and choices with their values, texts by name alone. */
export function changes({ attributes, before, row }: Comparison): Record<string, Change> {
  const changed = Object.entries(attributes).filter(
    ([name, attribute]) => isColumn(name, attribute) && plain(before[name]) !== plain(row[name]),
  );
  return Object.fromEntries(
    changed.map(([name, attribute]) => [name, change(attribute, before[name], row[name])]),
  );
}

const untold = new Set(['label', 'createdAt', 'updatedAt', 'publishedAt', 'locale', 'firstPublishedAt']);

function isColumn(name: string, { type }: Attribute): boolean {
  return !untold.has(name) && type !== 'relation' && type !== 'media';
}

const plain = (value: unknown) => JSON.stringify(value ?? null);

function change(attribute: Attribute, from: unknown, to: unknown): Change {
  return isTold(attribute) ? { from: told(from), to: told(to) } : {};
}

const toldTypes = new Set(['integer', 'float', 'boolean', 'date', 'datetime']);

/** Free text may name a person, and an entry cannot be erased. */
function isTold({ type, options }: Attribute): boolean {
  return toldTypes.has(type) || options?.values !== undefined;
}

function told(value: unknown): Told {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' || value === undefined ? null : (value as Told);
}
