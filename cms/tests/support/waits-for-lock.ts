const looks = 5_000;

/**
 * Comes back when a statement of this database waits for another transaction, for a lock of this kind where one is named.
 * @throws Error when none does after thousands of looks
 */
export async function waitsForLock(kind?: 'advisory'): Promise<void> {
  const sql = `select 1 from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock' and wait_event = coalesce(?::text, wait_event)`;
  for (let look = 0; look < looks; look += 1) {
    const { rows } = await strapi.db.connection.raw(sql, [kind ?? null]);
    if (rows.length > 0) return;
  }
  throw new Error('No statement waits for a lock.');
}
