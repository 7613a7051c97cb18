import type { Core, UID } from '@strapi/strapi';
import { localeOf, strapiLocale, type Locale, type Localized } from '@gangway/kit';

/** A related record as its field shows it: by `label`, or by `title` where the whole record is translated. */
interface Named {
  id: number;
  documentId: string;
  label?: string;
  title?: string;
}

interface Answer {
  params: { model: string; targetField: string };
  state: { user?: { preferedLanguage?: string | null } };
  body?: { results?: Named[]; data?: Named[] };
}

type Action = (this: unknown, ctx: Answer) => Promise<unknown>;
type Controller = { findAvailable: Action; findExisting: Action };

/**
 * Relations are picked and shown by the label or the title of the record, which are in Russian. Where the record has
 * a name in three languages or is translated, a person whose panel speaks another one reads it there.
 */
export function nameRelations(strapi: Core.Strapi): void {
  const extend = (controller: Controller): Controller => ({
    ...controller,
    findAvailable: renaming(strapi, controller.findAvailable),
    findExisting: renaming(strapi, controller.findExisting),
  });
  strapi.get('controllers').extend('plugin::content-manager.relations', extend);
}

function renaming(strapi: Core.Strapi, action: Action): Action {
  return async function answer(ctx) {
    const returned = await action.call(this, ctx);
    const locale = panelLocale(ctx);
    const rows = ctx.body?.results ?? [];
    if (locale !== 'ru' && rows.length > 0) await rename({ strapi, ctx, rows, locale });
    return returned;
  };
}

const panelLocale = ({ state }: Answer): Locale => localeOf(state.user?.preferedLanguage ?? '') ?? 'ru';

interface Renaming {
  strapi: Core.Strapi;
  ctx: Answer;
  rows: Named[];
  locale: Locale;
}

async function rename({ strapi, ctx, rows, locale }: Renaming): Promise<void> {
  const target = relatedType(strapi, ctx.params);
  if (target && hasNames(strapi, target)) await renameByName({ strapi, target, rows, locale });
  if (target && hasTitles(strapi, target)) await renameByTitle({ strapi, target, rows, locale });
}

type Reading = Omit<Renaming, 'ctx'> & { target: UID.ContentType };

async function renameByName({ strapi, target, rows, locale }: Reading): Promise<void> {
  const labelled = rows.filter(({ label }) => label !== undefined);
  const where = { id: { $in: labelled.map(({ id }) => id) } };
  const found: { id: number; name?: Localized }[] = await strapi.db
    .query(target)
    .findMany({ where, select: ['id', 'name'] });
  const names = new Map(found.map(({ id, name }) => [id, name?.[locale]]));
  for (const row of labelled) row.label = names.get(row.id) || row.label;
}

async function renameByTitle({ strapi, target, rows, locale }: Reading): Promise<void> {
  const titled = rows.filter(({ title }) => title !== undefined);
  const documentId = { $in: titled.map((row) => row.documentId) };
  const where = { documentId, locale: strapiLocale(locale), publishedAt: null };
  const found: { documentId: string; title?: string }[] = await strapi.db
    .query(target)
    .findMany({ where, select: ['documentId', 'title'] });
  const titles = new Map(found.map((one) => [one.documentId, one.title]));
  for (const row of titled) row.title = titles.get(row.documentId) || row.title;
}

function relatedType(
  strapi: Core.Strapi,
  { model, targetField }: Answer['params'],
): UID.ContentType | undefined {
  const attribute: unknown = strapi.getModel(model as UID.ContentType)?.attributes[targetField];
  const target = (attribute as { target?: UID.ContentType } | undefined)?.target;
  return target && strapi.contentType(target) ? target : undefined;
}

function hasNames(strapi: Core.Strapi, target: UID.ContentType): boolean {
  const name = strapi.contentType(target).attributes['name'] as { customField?: string } | undefined;
  return name?.customField === 'global::localized-text';
}

function hasTitles(strapi: Core.Strapi, target: UID.ContentType): boolean {
  const title = strapi.contentType(target).attributes['title'] as
    { pluginOptions?: { i18n?: { localized?: boolean } } } | undefined;
  return title?.pluginOptions?.i18n?.localized === true;
}
