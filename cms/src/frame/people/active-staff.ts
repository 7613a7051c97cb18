import type { Transaction } from '@gangway/kit';
import { sectionAction, sectionNames, sectionVerbs } from './sections.ts';
import type { Person } from './person.ts';

const sql = `
  select asked.n::int as n, u.document_id as "staffId", array(
           select distinct p.action
             from admin_users_roles_lnk held
             join admin_permissions_role_lnk granted on granted.role_id = held.role_id
             join admin_permissions p on p.id = granted.permission_id
            where held.user_id = u.id and p.action = any(?)) as scopes
    from unnest(?::int[], ?::text[], ?::timestamptz[]) with ordinality as asked(user_id, session_id, at, n)
    join admin_users u on u.id = asked.user_id
   where u.is_active and u.blocked is not true
     and exists (select from strapi_sessions s
                  where s.session_id = asked.session_id and s.origin = 'admin'
                    and s.expires_at > asked.at)`;

const sectionActions = sectionNames.flatMap((name) => sectionVerbs.map((verb) => sectionAction(name, verb)));

/** Who asks by which log-in; `at` is the time of clocks on the wall, as Strapi ends log-ins by it. */
export interface LogIn {
  userId: number;
  sessionId: string;
  at: Date;
}

/**
 * Members of the staff whose log-ins live, with the sections that all their roles permit, undefined for the others; in
 * the order of the log-ins, and in one statement: Strapi's own services ask one after the other and build an object for
 * each of some hundred permissions, which was half of what a list of the back office cost.
 */
export async function activeStaff(
  connection: Pick<Transaction, 'raw'>,
  logIns: readonly LogIn[],
): Promise<(Person | undefined)[]> {
  const asked = latestOfEach(logIns);
  const columns = [
    asked.map(({ userId }) => userId),
    asked.map(({ sessionId }) => sessionId),
    asked.map(({ at }) => at.toISOString()),
  ];
  const { rows } = await connection.raw(sql, [sectionActions, ...columns]);
  const people = new Map(
    (rows as (Person & { n: number })[]).map(({ n, ...person }) => [keyOf(asked[n - 1]), person]),
  );
  return logIns.map((logIn) => people.get(keyOf(logIn)));
}

const keyOf = (logIn: LogIn | undefined) => JSON.stringify([logIn?.userId, logIn?.sessionId]);

/** Who asks several times at once is looked up once, at the latest moment. */
function latestOfEach(logIns: readonly LogIn[]): LogIn[] {
  const latest = new Map<string, LogIn>();
  for (const logIn of logIns.toSorted((left, right) => left.at.getTime() - right.at.getTime()))
    latest.set(keyOf(logIn), logIn);
  return [...latest.values()];
}
