export type ClockMove = { now: Date; offsetMs: number };
export type ClockListener = (move: ClockMove) => void;

/** Business time: real time plus an offset that the sandbox and tests can change. */
export type Clock = {
  now(): Date;
  /** Business time minus real time, in milliseconds. */
  readonly offsetMs: number;
  /** Business time becomes `date` and runs on from there. */
  moveTo(date: Date): void;
  shiftBy(ms: number): void;
  setOffset(ms: number): void;
  /** Back to real time. */
  reset(): void;
  /** Called after each change of the offset; returns the unsubscribe. A listener must not throw. */
  onMove(listener: ClockListener): () => void;
};

/** A clock of its own, for tests; `realNow` answers milliseconds since the epoch. */
export function createClock({ realNow = Date.now }: { realNow?: () => number } = {}): Clock {
  const listeners = new Set<ClockListener>();
  const state = { offsetMs: 0 };
  const now = () => new Date(realNow() + state.offsetMs);
  const setOffset = (ms: number) => {
    if (!Number.isFinite(ms)) throw new RangeError('A clock moves to a real date.');
    if (ms === state.offsetMs) return;
    state.offsetMs = ms;
    for (const listener of [...listeners]) listener({ now: now(), offsetMs: ms });
  };
  return {
    now,
    get offsetMs() {
      return state.offsetMs;
    },
    moveTo: (date) => setOffset(date.getTime() - realNow()),
    shiftBy: (ms) => setOffset(state.offsetMs + ms),
    setOffset,
    reset: () => setOffset(0),
    onMove: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The clock of this process. Only edges read it (controllers, jobs, sweeps); rules get `now: Date`. */
export const clock: Clock = createClock();
