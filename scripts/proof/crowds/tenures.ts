import type { Tenure } from '../checker/records.ts';

/** What the clients of a crowd could rely on, as they saw it themselves, on the one clock of their process. */
export interface Tenures {
  /** An answer named all that this holder holds from now on, until the hold dies. */
  told(holder: string, hold: { eventId: string; seats: readonly string[]; expiresAt: number }): void;
  /** The holder is about to ask for the end of these; without them, of all. */
  letGo(holder: string, seats?: readonly string[]): void;
  /** Business time is about to be moved to this moment: what ends by then ends now. */
  clockMoves(to: number): void;
  all(): Tenure[];
}

type Open = Tenure & { expiresAt: number };

export function tenures(): Tenures {
  const closed: Tenure[] = [];
  const open = new Map<string, Map<string, Open>>();
  const state = { business: -Infinity };
  const now = () => performance.now();
  const close = (holder: string, seats: Iterable<string>) => {
    for (const seat of [...seats]) {
      const found = open.get(holder)?.get(seat);
      if (!found) continue;
      closed.push({ ...bare(found), to: now() });
      open.get(holder)?.delete(seat);
    }
  };
  return {
    told(holder, { eventId, seats, expiresAt }) {
      const own = open.get(holder) ?? new Map<string, Open>();
      open.set(holder, own);
      close(
        holder,
        [...own.keys()].filter((seat) => !seats.includes(seat)),
      );
      if (expiresAt <= state.business) return;
      for (const seat of seats) {
        if (own.has(seat)) continue;
        own.set(seat, { eventId, seat, holder, from: now(), to: Infinity, expiresAt });
      }
    },
    letGo: (holder, seats) => close(holder, seats ?? open.get(holder)?.keys() ?? []),
    clockMoves(to) {
      state.business = to;
      for (const [holder, own] of open)
        close(
          holder,
          [...own.values()].filter(({ expiresAt }) => expiresAt <= to).map(({ seat }) => seat),
        );
    },
    all: () => [...closed, ...[...open.values()].flatMap((own) => [...own.values()].map(bare))],
  };
}

const bare = ({ eventId, seat, holder, from, to }: Open): Tenure => ({ eventId, seat, holder, from, to });
