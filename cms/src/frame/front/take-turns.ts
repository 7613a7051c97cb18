/** Milliseconds for which work may stand behind everything else: well below what readers are promised. */
const patienceMs = 60;
/** What has been done is cleared away in portions. */
const portion = 1_024;

interface Waiting {
  work: () => void;
  since: number;
}

/**
 * Work that lets everything else go first, one piece in each turn of the event loop: answers of the database, for which
 * whoever is buying waits again and again, are not behind a crowd of readers. What has stood there for long enough
 * goes at once, so that a crowd of buyers does not keep readers out either.
 */
export function takeTurns(now: () => number = () => performance.now()): (work: () => void) => void {
  const queue: Waiting[] = [];
  const state = { next: 0, called: false };
  const call = () => {
    if (state.called || state.next === queue.length) return;
    state.called = true;
    setImmediate(turn);
  };
  const clear = () => {
    if (state.next < queue.length && state.next < portion) return;
    queue.splice(0, state.next);
    state.next = 0;
  };
  const turn = () => {
    state.called = false;
    const late = now() - patienceMs;
    try {
      do queue[state.next++]?.work();
      while ((queue[state.next]?.since ?? Infinity) < late);
    } finally {
      clear();
      call();
    }
  };
  return (work) => {
    queue.push({ work, since: now() });
    call();
  };
}
