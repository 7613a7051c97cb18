import { strict as assert } from 'node:assert';

/** Notes what jobs did and lets a case wait for it. */
export type Witness<Fact> = {
  readonly seen: readonly Fact[];
  note(fact: Fact): void;
  /** Resolves when so many facts have been noted; fails loudly instead of hanging for ever. */
  until(count: number): Promise<void>;
};

const patienceMs = 15_000;

export function witness<Fact>(): Witness<Fact> {
  const seen: Fact[] = [];
  const waiting = new Set<() => void>();
  return {
    seen,
    note: (fact) => {
      seen.push(fact);
      for (const look of [...waiting]) look();
    },
    until: (count) =>
      new Promise((resolve, reject) => {
        const limit = setTimeout(
          () => reject(new Error(`Waited for ${count}, saw ${seen.length}.`)),
          patienceMs,
        );
        const look = () => {
          if (seen.length < count) return;
          waiting.delete(look);
          clearTimeout(limit);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}

/** Asks until the answer is true, letting everyone else work in between. */
export async function eventually(question: () => Promise<boolean>, what: string): Promise<void> {
  const limit = Date.now() + patienceMs;
  while (!(await question())) {
    assert.ok(Date.now() < limit, `It never happened: ${what}.`);
    await new Promise(setImmediate);
  }
}
