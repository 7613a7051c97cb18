import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import { clock, newId } from '@gangway/kit';
import { managerCode } from '../../api/staff/first-roles.ts';
import type sectionsService from '../../api/staff/services/sections.ts';
import { log } from '../log/log.ts';
import type { SectionGrants } from './sections.ts';

interface UserService {
  exists(): Promise<boolean>;
  create(user: Record<string, unknown>): Promise<unknown>;
  createFirstAdmin(user: Record<string, unknown>): Promise<unknown>;
}

const users = (strapi: Core.Strapi) => strapi.service('admin::user') as UserService;
const roles = (strapi: Core.Strapi) => strapi.db.query('admin::role');

/** Who a new installation begins with. Does nothing where somebody can log in already. */
export async function welcomeFirstPeople(strapi: Core.Strapi): Promise<void> {
  if (await users(strapi).exists()) return;
  await removeUnaskedTokens(strapi);
  const { admin, sandbox } = readEnv();
  if (!admin.password) return;
  const login = { email: admin.email, password: admin.password };
  await createAdministrator(strapi, login);
  if (sandbox.enabled) await createDemoManager(strapi, login.password);
}

/** Strapi gives an empty installation a token that may do everything. Nobody asked for it. */
async function removeUnaskedTokens(strapi: Core.Strapi): Promise<void> {
  await strapi.db.query('admin::api-token').deleteMany({ where: {} });
}

interface Login {
  email: string;
  password: string;
}

async function createAdministrator(strapi: Core.Strapi, login: Login): Promise<void> {
  const person = { ...login, firstname: 'Администратор', preferedLanguage: 'ru' };
  await users(strapi).createFirstAdmin(person);
  log.info('created the first administrator');
}

/** The work of a day at the desk, without money, people's papers and settings. */
const demoGrants: Partial<SectionGrants> = {
  ...{ catalog: 'act', schedule: 'act', orders: 'act', refunds: 'act', support: 'act' },
  ...{ payments: 'view', documents: 'view', members: 'view', reports: 'view' },
};

/** A second account for demonstrations, with what a Manager is granted and nothing more. */
async function createDemoManager(strapi: Core.Strapi, password: string): Promise<void> {
  const role: { id: number } | null = await roles(strapi).findOne({ where: { code: managerCode } });
  if (!role) return;
  const email = 'manager@gangway.example';
  const person = { email, password, firstname: 'Менеджер', preferedLanguage: 'ru' };
  await users(strapi).create({ ...person, registrationToken: null, isActive: true, roles: [role.id] });
  const sections = strapi.service('api::staff.sections') as ReturnType<typeof sectionsService>;
  const deed = { staffId: undefined, now: clock.now(), traceId: newId() };
  await sections.grant({ roleId: role.id, grants: demoGrants, ...deed });
}
