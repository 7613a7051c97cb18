import { send, type Transaction } from '@gangway/kit';

/** What `attempt` undoes and hands back. */
export type Refused<Reason> = { refused: Reason };

/** Runs the work in a savepoint and undoes it, locks included, when it throws. */
export async function inSavepoint<Result>(trx: Transaction, work: () => Promise<Result>): Promise<Result> {
  await send(trx, 'savepoint seating');
  try {
    const result = await work();
    await send(trx, 'release savepoint seating');
    return result;
  } catch (error) {
    await trx.raw('rollback to savepoint seating');
    await trx.raw('release savepoint seating');
    throw error;
  }
}

/** The same for work that says no by its answer: what it did is undone, and the answer comes back. */
export async function attempt<Result, Reason>(
  trx: Transaction,
  work: () => Promise<Result | Refused<Reason>>,
): Promise<Result | Refused<Reason>> {
  try {
    return await inSavepoint(trx, async () => kept(await work()));
  } catch (thrown) {
    if (!isUndone<Reason>(thrown)) throw thrown;
    return { refused: thrown.refused };
  }
}

export function isRefused<Reason>(result: unknown): result is Refused<Reason> {
  return typeof result === 'object' && result !== null && 'refused' in result;
}

function kept<Result, Reason>(result: Result | Refused<Reason>): Result {
  if (isRefused<Reason>(result)) throw Object.assign(new Error('undone'), { refused: result.refused });
  return result as Result;
}

const isUndone = <Reason>(thrown: unknown): thrown is Error & Refused<Reason> =>
  thrown instanceof Error && thrown.message === 'undone' && isRefused(thrown);
