/** Moments in their order, each with what happens then. */
export type Deaths<Key> = {
  add: (death: { at: number; key: Key }) => void;
  /** Takes away what is due at the moment; empty when nothing is. */
  due: (now: number) => { at: number; key: Key }[];
  /** Infinity when nothing is to come. */
  next: () => number;
};

/** A binary heap: a departure may have tens of thousands of holds that end one by one. */
export function createDeaths<Key>(): Deaths<Key> {
  const heap: { at: number; key: Key }[] = [];
  const at = (index: number) => heap[index]?.at ?? Infinity;
  const swap = (left: number, right: number) => {
    const [one, other] = [heap[left], heap[right]];
    if (one && other) [heap[left], heap[right]] = [other, one];
  };
  const rise = (index: number) => {
    for (let child = index; child > 0;) {
      const parent = (child - 1) >> 1;
      if (at(parent) <= at(child)) return;
      swap(parent, child);
      child = parent;
    }
  };
  const sink = () => {
    for (let parent = 0; ;) {
      const left = parent * 2 + 1;
      const least = at(left + 1) < at(left) ? left + 1 : left;
      if (at(least) >= at(parent)) return;
      swap(parent, least);
      parent = least;
    }
  };
  const take = () => {
    swap(0, heap.length - 1);
    const taken = heap.pop();
    sink();
    return taken ? [taken] : [];
  };
  return {
    add: (death) => rise(heap.push(death) - 1),
    due: (now) => {
      const due: { at: number; key: Key }[] = [];
      while (at(0) <= now) due.push(...take());
      return due;
    },
    next: () => at(0),
  };
}
