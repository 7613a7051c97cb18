import type { Transaction } from '@gangway/kit';

/** The names of members of the staff by their id; who is gone, or has no name, is called by the e-mail or is absent. */
export async function readStaffNames(
  trx: Pick<Transaction, 'raw'>,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => typeof id === 'string' && id !== ''))];
  if (wanted.length === 0) return new Map();
  const { rows } = await trx.raw(sql, [wanted]);
  return new Map((rows as { id: string; name: string }[]).map(({ id, name }) => [id, name]));
}

const sql = `
  select distinct on (document_id) document_id as id,
         coalesce(nullif(trim(concat_ws(' ', firstname, lastname)), ''), email) as name
    from admin_users where document_id = any(?) order by document_id`;
