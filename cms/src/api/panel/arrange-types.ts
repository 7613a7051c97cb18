import type { Core, UID } from '@strapi/strapi';
import { arrange, isUntouched, written } from './configuration.ts';
import type { RelationTargets, TypeConfiguration, Written } from './configuration.ts';
import { layouts } from './layouts.ts';
import type { TypeLayout } from './layouts.ts';

interface ContentTypesService {
  findConfiguration(model: { uid: string }): Promise<TypeConfiguration & { uid: string }>;
  updateConfiguration(model: { uid: string }, configuration: TypeConfiguration): Promise<unknown>;
}

const titles = Object.fromEntries(Object.entries(layouts).map(([uid, { title }]) => [uid, title]));

/**
 * Arranges every list and form of the Content Manager. A type that a manager has arranged in the panel is left
 * alone from then on.
 */
export async function arrangeTypes(strapi: Core.Strapi): Promise<void> {
  const marker = strapi.store({ type: 'api', name: 'panel', key: 'layouts' });
  const last = ((await marker.get()) ?? {}) as Record<string, Written>;
  const next: Record<string, Written> = {};
  for (const [uid, layout] of Object.entries(layouts)) {
    next[uid] = await arrangeType({ strapi, uid, layout, last: last[uid] });
  }
  await marker.set({ value: next });
}

interface TypeToArrange {
  strapi: Core.Strapi;
  uid: string;
  layout: TypeLayout;
  last: Written | undefined;
}

async function arrangeType({ strapi, uid, layout, last }: TypeToArrange): Promise<Written> {
  const service: ContentTypesService = strapi.plugin('content-manager').service('content-types');
  const { uid: _uid, ...stored } = await service.findConfiguration({ uid });
  if (last && !isUntouched(stored, last)) return last;
  const wanted = arrange({ stored, layout, titles, relations: relationTargets(strapi, uid) });
  const now = written(wanted);
  if (!last || last.hash !== now.hash) await service.updateConfiguration({ uid }, wanted);
  return now;
}

function relationTargets(strapi: Core.Strapi, uid: string): RelationTargets {
  const { attributes } = strapi.contentType(uid as UID.ContentType);
  const targets = Object.entries(attributes).flatMap(([name, attribute]) =>
    attribute.type === 'relation' && 'target' in attribute ? [[name, String(attribute.target)]] : [],
  );
  return Object.fromEntries(targets);
}
