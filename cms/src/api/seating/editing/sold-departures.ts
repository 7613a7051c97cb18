import type { Transaction } from '@gangway/kit';
import type { Problem } from '../../../frame/editing/problem.ts';
import { type Sailing, soldDepartureProblems } from '../domain/departure-problems.ts';
import { readBookings, readSailing } from '../store/sailing.ts';
import { soleTurn } from '../store/turns.ts';

export type SoldDepartures = {
  /** Before the write: notes what the departure was, and lets nobody lock a place until the edit has ended. */
  look(trx: Transaction, documentId: string): Promise<void>;
  /** After it, in the same transaction: what may not change while people hold or have bought places. */
  problems(trx: Transaction, edited: { documentId: string; now: Date }): Promise<Problem[]>;
};

const permitted = new WeakMap<Transaction, Set<string>>();

/** For the action that tells everybody of it: this transaction may edit the departure although places are taken. */
export function permitSoldEdit(trx: Transaction, documentId: string): void {
  permitted.set(trx, new Set([...(permitted.get(trx) ?? []), documentId]));
}

/** Guards departures on which places are taken against edits that their buyers would have to be told of. */
export function soldDepartures(): SoldDepartures {
  const seen = new WeakMap<Transaction, Map<string, Sailing>>();
  return {
    async look(trx, documentId) {
      await soleTurn(trx, [documentId]);
      const sailing = await readSailing(trx, documentId);
      const known = seen.get(trx) ?? new Map<string, Sailing>();
      seen.set(trx, known);
      if (sailing) known.set(documentId, sailing);
    },
    async problems(trx, { documentId, now }) {
      const [before, after] = [seen.get(trx)?.get(documentId), await readSailing(trx, documentId)];
      if (!before || !after || permitted.get(trx)?.has(documentId)) return [];
      return soldDepartureProblems(before, after, await readBookings(trx, { eventId: documentId, now }));
    },
  };
}
