/**
 * Work that is done again only when its result is older than `lastsMs`; whoever asks meanwhile gets the same result,
 * also while it is being made.
 */
export function lately<Result>({ lastsMs, work, time = performance.now.bind(performance) }: Lately<Result>) {
  const last: { at?: number; result?: Promise<Result> } = {};
  return (): Promise<Result> => {
    const now = time();
    if (last.result && last.at !== undefined && now - last.at < lastsMs) return last.result;
    last.at = now;
    return (last.result = work());
  };
}

export interface Lately<Result> {
  lastsMs: number;
  work: () => Promise<Result>;
  /** Milliseconds that only go forward. */
  time?: () => number;
}
