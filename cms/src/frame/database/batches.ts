/** Runs what is asked for together; settles each entry itself. What it hands back comes first in the next batch. */
export type RunBatch<Item, Answer> = (batch: Entry<Item, Answer>[]) => Promise<Entry<Item, Answer>[]>;

export type Entry<Item, Answer> = {
  item: Item;
  resolve: (answer: Answer | PromiseLike<Answer>) => void;
  reject: (reason: unknown) => void;
};

type Gathering<Item, Answer> = {
  /** Items of one lane are run together, one batch at a time. */
  laneOf: (item: Item) => string;
  /** A batch has no two items of the same person. */
  peopleOf: (item: Item) => readonly string[];
  most: number;
  run: RunBatch<Item, Answer>;
};

/**
 * Gathers what arrives while a batch of its lane is under way, and runs that together. Where nothing is under way
 * nobody waits: the batch is what has arrived in the same turn of the event loop.
 */
export function gatherBatches<Item, Answer>(
  options: Gathering<Item, Answer>,
): (item: Item) => Promise<Answer> {
  const lanes = new Map<string, Entry<Item, Answer>[]>();
  return (item) => {
    const lane = options.laneOf(item);
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const waiting = lanes.get(lane);
    if (waiting) waiting.push({ item, resolve, reject });
    else {
      lanes.set(lane, [{ item, resolve, reject }]);
      setImmediate(() => void work({ ...options, lanes, lane }));
    }
    return promise;
  };
}

type Working<Item, Answer> = Gathering<Item, Answer> & {
  lanes: Map<string, Entry<Item, Answer>[]>;
  lane: string;
};

async function work<Item, Answer>(working: Working<Item, Answer>): Promise<void> {
  const { lanes, lane, run } = working;
  for (let waiting = lanes.get(lane); waiting?.length; waiting = lanes.get(lane)) {
    const { batch, rest } = nextBatch(waiting, working);
    lanes.set(lane, rest);
    const again = await run(batch).catch((reason: unknown) => refuseAll(batch, reason));
    lanes.set(lane, [...again, ...(lanes.get(lane) ?? [])]);
  }
  lanes.delete(lane);
}

function refuseAll<Item, Answer>(batch: readonly Entry<Item, Answer>[], reason: unknown): [] {
  for (const { reject } of batch) reject(reason);
  return [];
}

function nextBatch<Item, Answer>(
  waiting: readonly Entry<Item, Answer>[],
  { peopleOf, most }: Pick<Gathering<Item, Answer>, 'peopleOf' | 'most'>,
) {
  const people = new Set<string>();
  const batch: Entry<Item, Answer>[] = [];
  const rest: Entry<Item, Answer>[] = [];
  for (const entry of waiting) {
    const own = peopleOf(entry.item);
    const fits = batch.length < most && own.every((person) => !people.has(person));
    // Who comes later waits for those of the same person that came before.
    own.forEach((person) => people.add(person));
    (fits ? batch : rest).push(entry);
  }
  return { batch, rest };
}
