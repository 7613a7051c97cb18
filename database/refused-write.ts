/** By the codes of its errors; a wrong type, a script that fails or a forbidden command is a mistake of ours or of its setup. */
const codes = [
  // A replica, as an old master is after a failover.
  'READONLY',
  // A replica that has lost its master.
  'MASTERDOWN',
  // Too few replicas would hear of the write.
  'NOREPLICAS',
  // Its disk is full or broken.
  'MISCONF',
  // Its memory is full.
  'OOM',
  // It is still reading what it had kept.
  'LOADING',
];

// Up to version 6 Redis puts an error inside a script behind words of its own.
const refusal = new RegExp(`^(?:ERR Error running script .*: -)?(?:${codes.join('|')}) `);

/** Whether a Redis that answers has said that it takes no writes now. */
export const isRefusedWrite = (error: unknown): error is Error =>
  error instanceof Error && refusal.test(error.message);

/**
 * Whether a Redis has become a replica. After a failover its name leads to the new master, but a connection that is open
 * stays with the old one for ever: clients connect anew.
 */
export const isReplica = (error: unknown): boolean =>
  isRefusedWrite(error) && error.message.includes('READONLY ');
