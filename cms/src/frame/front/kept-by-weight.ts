/** What was asked for last, by key, as long as all of it together is no heavier than the budget. */
export interface KeptByWeight<Value> {
  /** Counts as asking for it. */
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  values(): Iterable<Value>;
  /** Of all that is kept. */
  readonly weight: number;
}

/**
 * `weightOf` must go on saying the same of a value while it is kept. What is heavier than the whole budget is not kept.
 */
export function keptByWeight<Value>(options: {
  budget: number;
  weightOf: (key: string, value: Value) => number;
}): KeptByWeight<Value> {
  const { budget, weightOf } = options;
  const kept = new Map<string, Value>();
  const state = { weight: 0 };
  const forget = (key: string, value: Value) => {
    kept.delete(key);
    state.weight -= weightOf(key, value);
  };
  const lighten = () => {
    for (const [oldest, value] of kept) {
      if (state.weight <= budget) return;
      forget(oldest, value);
    }
  };
  return {
    get(key) {
      const value = kept.get(key);
      if (value === undefined) return undefined;
      kept.delete(key);
      kept.set(key, value);
      return value;
    },
    set(key, value) {
      const before = kept.get(key);
      if (before !== undefined) forget(key, before);
      kept.set(key, value);
      state.weight += weightOf(key, value);
      lighten();
    },
    values: () => kept.values(),
    get weight() {
      return state.weight;
    },
  };
}
