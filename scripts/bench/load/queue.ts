/** First in, first out. `shift` of an array moves all that wait, and a server that falls behind lets 100,000 wait. */
export interface Queue<Item> {
  push(item: Item): void;
  shift(): Item | undefined;
}

const tidyAt = 4_096;

export function newQueue<Item>(): Queue<Item> {
  const state: { items: Item[]; head: number } = { items: [], head: 0 };
  return {
    push: (item) => void state.items.push(item),
    shift: () => {
      const item = state.items[state.head];
      if (item === undefined) return undefined;
      state.head += 1;
      if (state.head >= tidyAt && state.head * 2 >= state.items.length)
        Object.assign(state, { items: state.items.slice(state.head), head: 0 });
      return item;
    },
  };
}
