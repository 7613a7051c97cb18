/** Runs what is asked for several times at once only once in this process. */
export type Coalescer<Result> = {
  /**
   * The same `key` and `request` while the first is under way: its result. The same key with another request waits
   * until that one has ended, whatever came of it, and runs then.
   */
  run(asked: { key: string; request: string }, work: () => Promise<Result>): Promise<Result>;
};

export function createCoalescer<Result>(): Coalescer<Result> {
  const underway = new Map<string, { request: string; result: Promise<Result> }>();
  const run: Coalescer<Result>['run'] = async ({ key, request }, work) => {
    const first = underway.get(key);
    if (first?.request === request) return first.result;
    if (first) {
      await first.result.catch(() => undefined);
      return run({ key, request }, work);
    }
    const result = work();
    underway.set(key, { request, result });
    return result.finally(() => underway.delete(key));
  };
  return { run };
}
