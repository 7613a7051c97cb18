import type { Locale } from '@gangway/kit';
import { strapiLocale } from '@gangway/kit';
import type { SectionGrants } from '../../src/frame/people/sections.ts';

/** A member of the staff who has logged in; `staffId` is what the audit log calls them. */
export interface StaffMember {
  staffId: string;
  roleId: number;
  token: string;
}

const password = 'Only-for-tests-1';

/** Someone in a role of their own that is granted `sections`, with the panel in `language`. */
export async function staffMember({
  sections = {},
  language = 'ru',
}: { sections?: Partial<SectionGrants>; language?: Locale } = {}): Promise<StaffMember> {
  const code = unique('role');
  const role = await strapi.db.query('admin::role').create({ data: { code, name: code } });
  await grant({ roleId: role.id, sections });
  return person({ roleId: role.id, language });
}

/** Someone who may do everything. */
export async function administrator(language: Locale = 'ru'): Promise<StaffMember> {
  const role = await strapi.db.query('admin::role').findOne({ where: { code: 'strapi-super-admin' } });
  return person({ roleId: role.id, language });
}

/** Sets sections of a role, as the settings page does. */
export async function grant({ roleId, sections }: { roleId: number; sections: Partial<SectionGrants> }) {
  const deed = { staffId: undefined, now: new Date(), traceId: 'test' };
  await strapi.service('api::staff.sections').grant({ ...deed, roleId, grants: sections });
}

async function person({ roleId, language }: { roleId: number; language: Locale }): Promise<StaffMember> {
  const email = `${unique('person')}@gangway.example`;
  const names = { firstname: 'Test', preferedLanguage: strapiLocale(language) };
  const state = { isActive: true, registrationToken: null, roles: [roleId] };
  const { documentId } = await strapi.service('admin::user').create({ ...names, ...state, email, password });
  return { staffId: documentId, roleId, token: await logIn(email) };
}

/** An access token of the panel for someone whom this file made. */
async function logIn(email: string): Promise<string> {
  const response = await fetch(`${baseUrl}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { data } = (await response.json()) as { data: { accessToken: string } };
  return data.accessToken;
}

export interface StaffAnswer<Data = unknown> {
  status: number;
  data: Data;
  error?: { message: string; status: number; details: { code: string; errors: Refusal[] } };
}

interface Refusal {
  path: string[];
  message: string;
  name: string;
}

/** Asks as the staff member, or as nobody; `data` is the body where Strapi's own pages answer without an envelope. */
export async function asStaff<Data = unknown>(
  member: Pick<StaffMember, 'token'> | undefined,
  { method = 'GET', path, body }: { method?: string; path: string; body?: unknown },
): Promise<StaffAnswer<Data>> {
  const response = await fetch(baseUrl + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(member ? { authorization: `Bearer ${member.token}` } : {}),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const answer = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {};
  return { status: response.status, data: answer.data ?? answer, error: answer.error };
}

const counter = { value: 0 };

/** A word that no other test of this worker uses. */
export function unique(word: string): string {
  counter.value += 1;
  return `${word}-${process.pid}-${Date.now().toString(36)}-${counter.value}`;
}
