import type { Core } from '@strapi/strapi';
import { record } from '@gangway/audit-log/contract';
import { commonErrors, locales, strapiLocale, type Transaction } from '@gangway/kit';
import {
  sectionNames,
  sectionNotes,
  sectionTitles,
  type SectionGrants,
  type SectionName,
} from '../../../frame/people/sections.ts';
import { completeGrants, grantsOf } from '../domain/grants.ts';
import { permissionChange, type StoredPermission } from '../domain/permission-change.ts';
import { isManaged, permissionsOf, type Permission } from '../domain/section-permissions.ts';
import { staffErrors } from '../errors.ts';
import {
  administratorCode,
  allFields,
  isLocalized,
  permissionService,
  roleService,
  tokenService,
  type Role,
} from '../strapi-roles.ts';

export type Granting = {
  roleId: number;
  grants: Partial<SectionGrants>;
  staffId: string | undefined;
  now: Date;
  traceId: string;
};

/** Reads and writes the matrix of roles and sections. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** `granted`: the action ids of the person who asks. */
  async matrix({ granted }: { granted: readonly string[] }) {
    const roles = await roleService(strapi).findAllWithUsersCount({});
    return {
      sections: sectionNames.map((name) => ({ name, title: sectionTitles[name], note: sectionNotes[name] })),
      roles: await Promise.all(roles.map((role) => roleView(strapi, role))),
      mine: grantsOf(granted),
    };
  },

  /** Sets the sections that are given, in one transaction with the permissions they bring and the audit entry. */
  async grant({ roleId, grants, ...deed }: Granting) {
    return await strapi.db.transaction(async ({ trx }) => {
      const role = await editableRole(strapi, roleId);
      await refuseOwnRole(strapi, { roleId, staffId: deed.staffId });
      const before = grantsOf(actionsOf(await storedPermissions(strapi, roleId)));
      const after = { ...before, ...grants };
      await settleRole(strapi, { roleId, grants: after });
      await tokenService(strapi).syncPermissionsForRole(roleId);
      await recordGrant(trx as unknown as Transaction, { ...deed, roleId, before, after });
      return roleView(strapi, role);
    });
  },

  /** After a release the fields of types may have changed: brings every role up to what its sections mean now. */
  async settleRoles(): Promise<void> {
    for (const { id, code } of await strapi.db.query('admin::role').findMany()) {
      if (code === administratorCode) continue;
      const grants = grantsOf(actionsOf(await storedPermissions(strapi, id)));
      await settleRole(strapi, { roleId: id, grants });
    }
  },

  /** A role's permissions as Strapi's own page sends them, with what its sections mean instead of our types' ticks. */
  complete(permissions: readonly StoredPermission[]): StoredPermission[] {
    const others = permissions.filter((permission) => !isManaged(permission));
    return [...others, ...wantedPermissions(strapi, grantsOf(actionsOf(permissions)))];
  },
});

async function roleView(strapi: Core.Strapi, { id, name, description, code, usersCount }: Role) {
  const administrator = code === administratorCode;
  const granted = administrator ? [] : actionsOf(await storedPermissions(strapi, id));
  const grants = administrator ? completeGrants : grantsOf(granted);
  return { id, name, description: description ?? '', administrator, people: usersCount, grants };
}

async function editableRole(strapi: Core.Strapi, id: number): Promise<Role> {
  const role = await roleService(strapi).findOneWithUsersCount({ id });
  if (!role) throw commonErrors.NOT_FOUND();
  if (role.code === administratorCode) throw staffErrors.ADMINISTRATOR_IS_COMPLETE();
  return role;
}

/** Whoever may grant sections could otherwise grant all of them to themselves. */
async function refuseOwnRole(strapi: Core.Strapi, { roleId, staffId }: Pick<Granting, 'roleId' | 'staffId'>) {
  const where = { documentId: staffId, roles: { id: roleId } };
  if (staffId !== undefined && (await strapi.db.query('admin::user').count({ where })) > 0)
    throw staffErrors.OWN_ROLE();
}

type Settling = { roleId: number; grants: SectionGrants };

async function settleRole(strapi: Core.Strapi, { roleId, grants }: Settling): Promise<void> {
  const present = (await storedPermissions(strapi, roleId)).filter(isManaged);
  const { add, remove } = permissionChange(present, wantedPermissions(strapi, grants));
  const service = permissionService(strapi);
  if (remove.length > 0) await service.deleteByIds(remove.map(({ id }) => id));
  if (add.length > 0) await roleService(strapi).addPermissions(roleId, add);
}

function wantedPermissions(strapi: Core.Strapi, grants: SectionGrants): StoredPermission[] {
  return permissionsOf(grants).map((permission) => stored(strapi, permission));
}

function stored(strapi: Core.Strapi, { action, subject, fields }: Permission): StoredPermission {
  const properties = {
    ...(subject && fields ? { fields: fields === 'all' ? allFields(strapi, subject) : [...fields] } : {}),
    ...(subject && isLocalized(strapi, subject) ? { locales: locales.map(strapiLocale) } : {}),
  };
  return { action, subject: subject ?? null, properties };
}

type Recording = Omit<Granting, 'grants'> & { before: SectionGrants; after: SectionGrants };

function recordGrant(trx: Transaction, { roleId, staffId, now, traceId, before, after }: Recording) {
  const changed = sectionNames.filter((name: SectionName) => before[name] !== after[name]);
  const told = changed.map((name) => [name, { from: before[name], to: after[name] }]);
  return record(trx, {
    actor: staffId === undefined ? { kind: 'system' } : { kind: 'staff', id: staffId },
    action: 'staff.role.granted',
    subject: { kind: 'role', id: String(roleId) },
    details: { sections: Object.fromEntries(told) },
    at: now,
    traceId,
  });
}

const actionsOf = (permissions: readonly StoredPermission[]) => permissions.map(({ action }) => action);

async function storedPermissions(strapi: Core.Strapi, roleId: number): Promise<StoredPermission[]> {
  return permissionService(strapi).findMany({ where: { role: { id: roleId } } });
}
