import type { StrapiApp } from '@strapi/strapi/admin';
import { nameLinks, type MenuLink } from '../labels/menu.ts';
import { currentLocale } from '../words/language.ts';
import { DayPresets } from './DayPresets.tsx';
import { dressColumns } from './list-columns.tsx';
import { readableFilters, type ListFilter } from './list-filters.ts';
import { uidOf, type ListLayout } from './list-layout.ts';

const hooks = {
  columns: 'Admin/CM/pages/ListView/inject-column-in-table',
  filters: 'Admin/CM/pages/ListView/inject-in-filters',
  collections: 'Admin/CM/pages/App/mutate-collection-types-links',
  singles: 'Admin/CM/pages/App/mutate-single-types-links',
};

/** Our columns, filters and menu in the Content Manager. */
export function registerLists(app: StrapiApp): void {
  const on = (name: string, change: unknown) => app.registerHook(name, change as never);
  on(hooks.columns, dressColumns);
  on(hooks.filters, nameFilters);
  on(hooks.collections, (found: { ctLinks: MenuLink[] }) => ({
    ...found,
    ctLinks: nameLinks(found.ctLinks),
  }));
  app
    .getPlugin('content-manager')
    .injectComponent('listView', 'actions', { name: 'day-presets', Component: DayPresets });
  on(hooks.singles, (found: { stLinks: MenuLink[] }) => ({ ...found, stLinks: nameLinks(found.stLinks) }));
}

function nameFilters({ displayedFilters, layout }: { displayedFilters: ListFilter[]; layout: ListLayout }) {
  const uid = uidOf(layout);
  const filters = uid ? readableFilters(displayedFilters, uid, currentLocale()) : displayedFilters;
  return { displayedFilters: filters, layout };
}
