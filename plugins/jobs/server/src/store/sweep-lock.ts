import type { Transaction } from '@gangway/kit';

// The first of the two numbers of an advisory lock names the room that uses it.
const room = 0x6a6f6201;

/**
 * Holds the sweep for this transaction, so that one process sweeps at a time. A patient caller waits for its
 * turn; false when it is taken and the caller would not wait.
 */
export async function takeSweepLock(
  trx: Transaction,
  { name, patient }: { name: string; patient: boolean },
): Promise<boolean> {
  if (patient) {
    await trx.raw('select pg_advisory_xact_lock(?, hashtext(?))', [room, name]);
    return true;
  }
  const { rows } = await trx.raw('select pg_try_advisory_xact_lock(?, hashtext(?)) as taken', [room, name]);
  return (rows as { taken: boolean }[])[0]?.taken ?? false;
}
