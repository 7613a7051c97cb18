/** How many maps are open, in all and behind each address. */
export interface Counted {
  /** Takes one; false when there are as many as there may be. */
  enter: (address: string) => boolean;
  leave: (address: string) => void;
}

export function counted({ all, perAddress }: { all: number; perAddress: number }): Counted {
  const open = new Map<string, number>();
  const state = { all: 0 };
  return {
    enter: (address) => {
      const here = open.get(address) ?? 0;
      if (here >= perAddress || state.all >= all) return false;
      open.set(address, here + 1);
      state.all += 1;
      return true;
    },
    leave: (address) => {
      const left = (open.get(address) ?? 1) - 1;
      state.all -= 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    },
  };
}
