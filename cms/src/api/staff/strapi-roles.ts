import type { Core, UID } from '@strapi/strapi';
import type { StoredPermission } from './domain/permission-change.ts';

/** Strapi's own services for roles and permissions, as much of them as we use. */

export type Role = {
  id: number;
  name: string;
  description?: string | null;
  code: string;
  usersCount: number;
};

/** The role that holds everything, by Strapi's own name for it. */
export const administratorCode = 'strapi-super-admin';

type RoleService = {
  findAllWithUsersCount(params: object): Promise<Role[]>;
  findOneWithUsersCount(params: object): Promise<Role | null>;
  addPermissions(roleId: number, permissions: readonly StoredPermission[]): Promise<unknown>;
};
type PermissionService = {
  findMany(params: object): Promise<StoredPermission[]>;
  deleteByIds(ids: readonly (number | undefined)[]): Promise<void>;
};
type TokenService = { syncPermissionsForRole(roleId: number): Promise<void> };
type ContentTypeService = { getNestedFields(model: unknown, options: object): string[] };
type ContentTypeCheck = { isLocalizedContentType(model: unknown): boolean };

/** The fields of a type that people can be let see. */
export function allFields(strapi: Core.Strapi, uid: string): string[] {
  const model = strapi.contentType(uid as UID.ContentType);
  return contentTypeService(strapi).getNestedFields(model, { components: strapi.components });
}

export function isLocalized(strapi: Core.Strapi, uid: string): boolean {
  const contentTypes = strapi.plugin('i18n').service('content-types') as ContentTypeCheck;
  return contentTypes.isLocalizedContentType(strapi.contentType(uid as UID.ContentType));
}

export const roleService = (strapi: Core.Strapi) => strapi.service('admin::role') as unknown as RoleService;
export const permissionService = (strapi: Core.Strapi) =>
  strapi.service('admin::permission') as unknown as PermissionService;
export const tokenService = (strapi: Core.Strapi) =>
  strapi.service('admin::api-token-admin') as unknown as TokenService;
const contentTypeService = (strapi: Core.Strapi) =>
  strapi.service('admin::content-type') as unknown as ContentTypeService;
