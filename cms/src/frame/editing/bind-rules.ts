import type { Core, UID } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import { clock, localeOf, type Transaction } from '@gangway/kit';
import { attributeProblems, defaultsOf, tidyValues, type Data } from './attributes.ts';
import { recordEdit, type EditVerb } from './audit.ts';
import { shareRelations } from './common-relations.ts';
import { currentEditor, type Editor } from './editor.ts';
import { attributesOf, isLocalized, isPublished, kindOf, tableOf } from './model.ts';
import type { Problem } from './problem.ts';
import { forbiddenMove, invalidWrite } from './refusal.ts';
import type { Removal, Row, Rules } from './rules.ts';
import { valueProblems } from './value-problems.ts';

/** One call of Strapi's document service, as much of it as we look at. */
type Call = { uid: string; action: string; params: Params };
type Params = { documentId?: string; locale?: string | string[]; status?: string; data?: Data };
type Next = () => Promise<unknown>;
type Entries = { documentId?: string; entries: Row[] };

type Edit = {
  strapi: Core.Strapi;
  rules: Rules;
  call: Call;
  next: Next;
  trx: Transaction;
  now: Date;
  editor: Editor;
};

const answers: Record<string, (edit: Edit) => Promise<unknown>> = {
  create: write,
  update: write,
  clone,
  delete: remove,
  publish,
  unpublish,
  discardDraft,
};

/**
 * Holds the editing rules of `rulesOf` (by content type) against every write of the document service. Rules and
 * audit entry stand in the transaction of the write; a broken rule undoes it.
 */
export function bindRules(strapi: Core.Strapi, rulesOf: Record<string, Rules>): void {
  strapi.documents.use((context, next) => {
    const call = context as unknown as Call;
    const rules = rulesOf[call.uid];
    const answer = answers[call.action];
    return rules && answer ? withinTransaction({ strapi, rules, call, next, answer }) : next();
  });
}

type Bound = Pick<Edit, 'strapi' | 'rules' | 'call'> & {
  next: Next;
  answer: (edit: Edit) => Promise<unknown>;
};

async function withinTransaction({ answer, ...bound }: Bound): Promise<never> {
  const editor = currentEditor(bound.strapi);
  const edit = (trx: Transaction) => answer({ ...bound, trx, editor, now: clock.now() });
  try {
    return (await bound.strapi.db.transaction(({ trx }) => edit(trx as unknown as Transaction))) as never;
  } catch (error) {
    throw isRepeat(error) ? invalidWrite([valueProblems.TAKEN()], editor.locale) : error;
  }
}

/** PostgreSQL's unique_violation: somebody else took the value between our question and our write. */
function isRepeat(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '23505';
}

async function write(edit: Edit): Promise<unknown> {
  const publishing = takePublishing(edit);
  const before = await rowBefore(edit);
  edit.call.params.data = await prepared({ edit, before, cloning: false });
  const written = (await edit.next()) as Row | null;
  if (!written) return written;
  await settle({ edit, before, id: written.id, verb: before ? 'updated' : 'created' });
  return publishing ? publishWritten(edit, written) : written;
}

/** Strapi publishes such a row inside the write, past the rules: we do it after, through them. */
function takePublishing({ strapi, call }: Edit): boolean {
  const publishing = call.params.status === 'published' && isPublished(strapi, call.uid);
  if (publishing) delete call.params.status;
  return publishing;
}

async function publishWritten({ strapi, call }: Edit, { documentId }: Row): Promise<unknown> {
  const { locale } = call.params;
  const { entries } = await documents(strapi, call.uid).publish({ documentId, locale });
  return entries[0];
}

async function clone(edit: Edit): Promise<unknown> {
  const before = await rowBefore(edit);
  const data = await prepared({ edit, before, cloning: true });
  edit.call.params.data = data;
  const result = (await edit.next()) as Entries;
  for (const { id } of result.entries) await settle({ edit, id, verb: 'created' });
  return result;
}

type Preparing = { edit: Edit; before: Row | undefined; cloning: boolean };

async function prepared({ edit, before, cloning }: Preparing): Promise<Data> {
  const { strapi, rules, call, trx } = edit;
  const attributes = attributesOf(strapi, call.uid);
  const { label: _computed, ...typed } = tidyValues(attributes, call.params.data ?? {});
  const { documentId } = call.params;
  const data = (await rules.prepare?.({ trx, data: typed, before, documentId, cloning })) ?? typed;
  const creating = call.action === 'create';
  const draft = isPublished(strapi, call.uid);
  const { locales: languages } = readEnv();
  refuse(edit, attributeProblems({ attributes, data, creating, draft, languages, formats: rules.formats }));
  const values = { ...(creating ? defaultsOf(attributes) : {}), ...before, ...data } as Row;
  refuse(edit, (await rules.values?.({ trx, values, before, ...(cloning ? {} : { documentId }) })) ?? []);
  return data;
}

type Settling = { edit: Edit; before?: Row | undefined; id: number; verb: EditVerb };

async function settle({ edit, before, id, verb }: Settling): Promise<void> {
  const { strapi, rules, call, trx, now } = edit;
  await shareRelations({ strapi, uid: call.uid, id }, isNewLanguage(edit, before));
  const row = await readRow({ strapi, uid: call.uid, where: { id }, populate: rules.populate });
  if (!row) return;
  const written = { trx, row, before, now };
  refuse(edit, (await rules.check?.(written)) ?? []);
  await rules.follow?.(written);
  await audit({ edit, verb, documentId: row.documentId, locale: row.locale, before, row });
}

function isNewLanguage({ call }: Edit, before: Row | undefined): boolean {
  return call.action === 'update' && !before;
}

async function remove(edit: Edit): Promise<unknown> {
  const removal = removalOf(edit);
  if (!removal) return edit.next();
  await holdRows(edit, removal.documentId);
  const problems = (await edit.rules.removal?.(removal)) ?? [];
  if (problems.length > 0) throw forbiddenMove(problems, edit.editor.locale);
  await edit.rules.clear?.(removal);
  const result = await edit.next();
  await audit({ edit, verb: 'deleted', documentId: removal.documentId, locale: edit.call.params.locale });
  return result;
}

/** Whoever links to the document meanwhile waits for us, and we for those who have begun: then we count. */
async function holdRows({ strapi, call, trx }: Edit, documentId: string): Promise<void> {
  await trx.raw(`select id from ${tableOf(strapi, call.uid)} where document_id = ? for update`, [documentId]);
}

function removalOf({ strapi, call, trx, now }: Edit): Removal | undefined {
  const { documentId, locale } = call.params;
  if (!documentId) return undefined;
  const one = isLocalized(strapi, call.uid) && typeof locale === 'string' ? localeOf(locale) : undefined;
  return { trx, documentId, now, ...(one ? { locale: one } : {}) };
}

/** All languages are published together: a reader never meets half a translation. */
async function publish(edit: Edit): Promise<unknown> {
  const { call, rules, trx, now } = edit;
  const { documentId, locale } = call.params;
  if (!documentId) return edit.next();
  refuse(edit, (await rules.publication?.({ trx, documentId, now })) ?? []);
  call.params.locale = '*';
  const result = (await edit.next()) as Entries;
  await audit({ edit, verb: 'published', documentId });
  return askedFirst(result, locale);
}

async function unpublish(edit: Edit): Promise<unknown> {
  const { call, rules, trx, now, editor } = edit;
  const { documentId, locale } = call.params;
  if (!documentId) return edit.next();
  const problems = (await rules.withdrawal?.({ trx, documentId, now })) ?? [];
  if (problems.length > 0) throw forbiddenMove(problems, editor.locale);
  call.params.locale = '*';
  const result = (await edit.next()) as Entries;
  await audit({ edit, verb: 'unpublished', documentId });
  return askedFirst(result, locale);
}

async function discardDraft(edit: Edit): Promise<unknown> {
  const { strapi, call } = edit;
  const { documentId, locale } = call.params;
  const result = (await edit.next()) as Entries;
  for (const { id } of result.entries) await shareRelations({ strapi, uid: call.uid, id }, false);
  if (documentId) await audit({ edit, verb: 'draft-discarded', documentId, locale });
  return result;
}

/** The panel shows the first entry of the answer: the language that the person is editing. */
function askedFirst(result: Entries, locale: Params['locale']): Entries {
  const asked = ({ locale: own }: Row) => (own === locale ? 0 : 1);
  return { ...result, entries: [...result.entries].sort((left, right) => asked(left) - asked(right)) };
}

type Audited = {
  edit: Edit;
  verb: EditVerb;
  documentId: string;
  locale?: Params['locale'] | null;
  before?: Row | undefined;
  row?: Row;
};

function audit({ edit, ...deed }: Audited): Promise<void> {
  const { strapi, rules, call, trx, now, editor } = edit;
  const attributes = attributesOf(strapi, call.uid);
  return recordEdit({ ...deed, trx, now, editor, attributes, room: rules.room, kind: kindOf(call.uid) });
}

function refuse({ editor }: Edit, problems: readonly Problem[]): void {
  if (problems.length > 0) throw invalidWrite(problems, editor.locale);
}

async function rowBefore({ strapi, call }: Edit): Promise<Row | undefined> {
  const { documentId, locale } = call.params;
  if (!documentId) return undefined;
  const where = {
    documentId,
    ...(isLocalized(strapi, call.uid) ? { locale: await oneLocale(strapi, locale) } : {}),
    ...(isPublished(strapi, call.uid) ? { publishedAt: null } : {}),
  };
  return readRow({ strapi, uid: call.uid, where });
}

async function oneLocale(strapi: Core.Strapi, locale: Params['locale']): Promise<unknown> {
  return typeof locale === 'string' && locale !== '*'
    ? locale
    : strapi.plugin('i18n').service('locales').getDefaultLocale();
}

type Reading = { strapi: Core.Strapi; uid: string; where: object; populate?: object | undefined };

async function readRow({ strapi, uid, where, populate }: Reading): Promise<Row | undefined> {
  const row: unknown = await strapi.db.query(uid).findOne({ where, populate });
  return (row as Row | null) ?? undefined;
}

type Documents = { publish(params: Params): Promise<Entries> };

function documents(strapi: Core.Strapi, uid: string): Documents {
  return strapi.documents(uid as UID.ContentType) as unknown as Documents;
}
