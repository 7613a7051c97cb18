import type { Core } from '@strapi/strapi';
import {
  sectionNames,
  sectionTitles,
  sectionVerbs,
  type SectionName,
  type SectionVerb,
} from '../../frame/people/sections.ts';
import type { StoredPermission } from './domain/permission-change.ts';

type ActionProvider = { registerMany(actions: readonly object[]): Promise<unknown> };
type PermissionService = { actionProvider: ActionProvider };
type Complete = (permissions: readonly StoredPermission[]) => StoredPermission[];
type RoleService = { hooks: { willValidateUpdatePermissions: { register(complete: Complete): void } } };

const verbTitles: Record<SectionVerb, string> = { view: 'View', act: 'Act' };

/** Makes the sections permissions that roles can hold; Strapi shows them under Settings, Roles. */
export async function registerSectionActions(strapi: Core.Strapi): Promise<void> {
  const service = strapi.service('admin::permission') as unknown as PermissionService;
  const actions = sectionNames.flatMap((name) => sectionVerbs.map((verb) => sectionPermission(name, verb)));
  await service.actionProvider.registerMany(actions);
}

function sectionPermission(name: SectionName, verb: SectionVerb) {
  return {
    section: 'settings',
    category: 'Sections',
    subCategory: sectionTitles[name].en,
    displayName: verbTitles[verb],
    uid: `sections.${name}.${verb}`,
  };
}

/** Roles that are saved in Strapi's own page keep in step with their sections. */
export function completeSavedRoles(strapi: Core.Strapi): void {
  const { hooks } = strapi.service('admin::role') as unknown as RoleService;
  const sections = strapi.service('api::staff.sections') as { complete: Complete };
  hooks.willValidateUpdatePermissions.register((permissions) => sections.complete(permissions));
}
