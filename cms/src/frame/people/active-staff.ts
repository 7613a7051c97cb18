import type { Transaction } from '@gangway/kit';
import { sectionAction, sectionNames, sectionVerbs } from './sections.ts';
import type { Person } from './person.ts';

const sql = `
  select u.document_id as "staffId", array(
           select distinct p.action
             from admin_users_roles_lnk held
             join admin_permissions_role_lnk granted on granted.role_id = held.role_id
             join admin_permissions p on p.id = granted.permission_id
            where held.user_id = u.id and p.action = any(?)) as scopes
    from admin_users u
   where u.id = ? and u.is_active and u.blocked is not true
     and exists (select from strapi_sessions s
                  where s.session_id = ? and s.origin = 'admin' and s.expires_at > ?)`;

const sectionActions = sectionNames.flatMap((name) => sectionVerbs.map((verb) => sectionAction(name, verb)));

/** Who asks by which log-in; `at` is the time of clocks on the wall, as Strapi ends log-ins by it. */
export interface LogIn {
  userId: number;
  sessionId: string;
  at: Date;
}

/**
 * A member of the staff whose log-in lives, with the sections that all their roles permit, in one statement: Strapi's
 * own services ask one after the other and build an object for each of some hundred permissions, which was half of what
 * a list of the back office cost.
 */
export async function activeStaff(
  connection: Pick<Transaction, 'raw'>,
  { userId, sessionId, at }: LogIn,
): Promise<Person | undefined> {
  const { rows } = await connection.raw(sql, [sectionActions, userId, sessionId, at.toISOString()]);
  return (rows as Person[])[0];
}
