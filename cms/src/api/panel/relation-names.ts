import type { Core, UID } from '@strapi/strapi';
import { localeOf, type Locale, type Localized } from '@gangway/kit';

interface Named {
  id: number;
  label?: string;
}

interface Answer {
  params: { model: string; targetField: string };
  state: { user?: { preferedLanguage?: string | null } };
  body?: { results?: Named[]; data?: Named[] };
}

type Action = (this: unknown, ctx: Answer) => Promise<unknown>;
type Controller = { findAvailable: Action; findExisting: Action };

/**
 * Relations are picked and shown by the label of the record, which is in Russian. Where the record has a name in
 * three languages, a person whose panel speaks another one reads it there.
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
  const target = namedTarget(strapi, ctx.params);
  if (!target) return;
  const ids = rows.filter(({ label }) => label !== undefined).map(({ id }) => id);
  const found = await strapi.db
    .query(target)
    .findMany({ where: { id: { $in: ids } }, select: ['id', 'name'] });
  const names = new Map(
    (found as { id: number; name?: Localized }[]).map(({ id, name }) => [id, name?.[locale]]),
  );
  for (const row of rows) row.label = names.get(row.id) || row.label;
}

/** The type that the relation points to, when its records have a name in three languages. */
function namedTarget(
  strapi: Core.Strapi,
  { model, targetField }: Answer['params'],
): UID.ContentType | undefined {
  const attribute: unknown = strapi.getModel(model as UID.ContentType)?.attributes[targetField];
  const target = (attribute as { target?: UID.ContentType } | undefined)?.target;
  const name: unknown = target && strapi.contentType(target)?.attributes['name'];
  return (name as { customField?: string } | undefined)?.customField === 'global::localized-text'
    ? target
    : undefined;
}
