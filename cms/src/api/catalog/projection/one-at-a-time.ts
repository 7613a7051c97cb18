/**
 * Wraps work so that one run is under way at a time and at most one waits. Whoever calls while a run is under way
 * shares the waiting one: it begins later, so it sees what was there at the call.
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  const state: { running?: Promise<void>; waiting?: Promise<void> } = {};
  const run = async () => {
    try {
      await work();
    } finally {
      delete state.running;
    }
  };
  const start = () => (state.running = run());
  const next = async () => {
    await state.running?.catch(() => undefined);
    delete state.waiting;
    await start();
  };
  return () => (state.running ? (state.waiting ??= next()) : start());
}
