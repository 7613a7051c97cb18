import type { Transaction } from '@gangway/kit';
import type { TakenRow } from './rows.ts';

const complete = `delete from jobs_pending where id = ? and attempts = ? and taken_by = ? and state = 'running'`;

/** Ends the job inside the transaction of its effects; throws when it is no longer ours. */
export async function completeTaken(
  trx: Transaction,
  { row, holder }: { row: TakenRow; holder: string },
): Promise<void> {
  const { rowCount } = await trx.raw(complete, [row.id, row.attempts, holder]);
  if (rowCount === 0)
    throw new Error(`Job "${row.name}" was taken over by another process; this attempt is undone.`);
}
