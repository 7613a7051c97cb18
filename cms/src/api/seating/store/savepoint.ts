import type { Transaction } from '@gangway/kit';

/** What `attempt` undoes and hands back. */
export type Refused<Reason> = { refused: Reason };

/** Runs the work in a savepoint and undoes it, locks included, when it answers a refusal or throws. */
export async function attempt<Result, Reason>(
  trx: Transaction,
  work: () => Promise<Result | Refused<Reason>>,
): Promise<Result | Refused<Reason>> {
  await trx.raw('savepoint seating');
  try {
    const result = await work();
    await (isRefused(result) ? undo(trx) : trx.raw('release savepoint seating'));
    return result;
  } catch (error) {
    await undo(trx);
    throw error;
  }
}

export function isRefused<Reason>(result: unknown): result is Refused<Reason> {
  return typeof result === 'object' && result !== null && 'refused' in result;
}

async function undo(trx: Transaction): Promise<void> {
  await trx.raw('rollback to savepoint seating');
  await trx.raw('release savepoint seating');
}
