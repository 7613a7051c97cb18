/** The network, or PostgreSQL itself: class 08, it stops or starts (57P01 to 57P03), it has no connection left (53300). */
const codes = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|08...|57P0[123]|53300)$/;

/** What drivers and pools say in words alone; knex puts the statement before it. */
const words =
  /Connection terminated|connection error and is not queryable|Timeout acquiring a connection|Unable to acquire a connection/i;

/**
 * Whether work failed because PostgreSQL cannot be reached now. Nobody is to blame and the same may work in a moment;
 * whether it was done already is not known.
 */
export function databaseIsAway(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const code = 'code' in thrown ? String(thrown.code) : '';
  return codes.test(code) || words.test(thrown.message);
}
