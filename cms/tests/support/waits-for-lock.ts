/** Comes back when a statement of this database waits for another transaction. */
export async function waitsForLock(): Promise<void> {
  const sql = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  const { rows } = await strapi.db.connection.raw(sql);
  if (rows.length === 0) await waitsForLock();
}
