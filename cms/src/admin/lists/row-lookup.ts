type Ask<Answer> = (group: string, ids: string[]) => Promise<Map<string, Answer>>;
type Batch<Answer> = { ids: Set<string>; answer: Promise<Map<string, Answer>> };

/** Gathers what the rows of one list ask for in the same moment into one request per group. */
export function createRowLookup<Answer>(ask: Ask<Answer>) {
  const open = new Map<string, Batch<Answer>>();
  const begin = (group: string): Batch<Answer> => {
    const ids = new Set<string>();
    const answer = Promise.resolve().then(() => {
      open.delete(group);
      return ask(group, [...ids]);
    });
    const batch = { ids, answer };
    open.set(group, batch);
    return batch;
  };
  return async (group: string, id: string): Promise<Answer | undefined> => {
    const batch = open.get(group) ?? begin(group);
    batch.ids.add(id);
    return (await batch.answer).get(id);
  };
}
