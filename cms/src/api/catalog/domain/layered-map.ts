/** What was put over another map; `undefined` stands for what is no longer there. */
export type Layer<Key, Value> = ReadonlyMap<Key, Value | undefined>;

/** A map with changes laid over it, at the price of the changes alone. Looking up is cheap, walking through is not. */
export function layered<Key, Value>(
  base: ReadonlyMap<Key, Value>,
  over: Layer<Key, Value>,
): ReadonlyMap<Key, Value> {
  if (over.size === 0) return base;
  const get = (key: Key) => (over.has(key) ? over.get(key) : base.get(key));
  const entries = () => flattened(base, over).entries();
  return {
    get,
    has: (key) => get(key) !== undefined,
    get size() {
      return flattened(base, over).size;
    },
    entries,
    keys: () => flattened(base, over).keys(),
    values: () => flattened(base, over).values(),
    forEach: (visit) => flattened(base, over).forEach(visit),
    [Symbol.iterator]: entries,
  };
}

/** The two as one map of its own. */
export function flattened<Key, Value>(
  base: ReadonlyMap<Key, Value>,
  over: Layer<Key, Value>,
): Map<Key, Value> {
  const flat = new Map(base);
  for (const [key, value] of over) {
    if (value === undefined) flat.delete(key);
    else flat.set(key, value);
  }
  return flat;
}
