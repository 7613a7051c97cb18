/** Tells who comes for the second time, among about the last `most` to twice as many that came. */
export function newcomers(most: number): { isOne(key: string): boolean } {
  let [now, before] = [new Set<string>(), new Set<string>()];
  return {
    isOne(key) {
      if (now.has(key) || before.has(key)) return false;
      if (now.size >= most) [now, before] = [new Set(), now];
      now.add(key);
      return true;
    },
  };
}
