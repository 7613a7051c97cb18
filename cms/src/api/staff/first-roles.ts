import type { Core } from '@strapi/strapi';
import { administratorCode } from './strapi-roles.ts';

export const managerCode = 'gangway-manager';

const roles = {
  administrator: {
    code: administratorCode,
    name: 'Administrator',
    description: 'Видит и делает всё.',
  },
  manager: {
    code: managerCode,
    name: 'Manager',
    description: 'Видит и делает то, что отмечено в разделах.',
  },
};

const stockCodes = ['strapi-editor', 'strapi-author'];

/**
 * The two roles of the house, instead of the three that Strapi makes where there are none. Roles that people have
 * made or renamed stay; Strapi's Editor and Author go when nobody holds them.
 */
export async function createFirstRoles(strapi: Core.Strapi): Promise<void> {
  for (const role of [roles.administrator, roles.manager]) await createRole(strapi, role);
  await nameAdministrator(strapi);
  for (const code of stockCodes) await removeUnheld(strapi, code);
}

const query = (strapi: Core.Strapi) => strapi.db.query('admin::role');

async function createRole(strapi: Core.Strapi, role: { code: string; name: string; description: string }) {
  const known = await query(strapi).count({ where: { code: role.code } });
  if (known === 0) await query(strapi).create({ data: role });
}

async function nameAdministrator(strapi: Core.Strapi): Promise<void> {
  const { code, name, description } = roles.administrator;
  await query(strapi).update({ where: { code, name: 'Super Admin' }, data: { name, description } });
}

async function removeUnheld(strapi: Core.Strapi, code: string): Promise<void> {
  const role: { id: number; users: unknown[] } | null = await query(strapi).findOne({
    where: { code },
    populate: ['users'],
  });
  if (!role || role.users.length > 0) return;
  await strapi.db.query('admin::permission').deleteMany({ where: { role: { id: role.id } } });
  await query(strapi).delete({ where: { id: role.id } });
}
