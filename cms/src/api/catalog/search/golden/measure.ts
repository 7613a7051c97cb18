/** What a search answered to one query: distinct activities in the order of the answer, and those it should have. */
export type Judged = { answer: readonly string[]; expected: readonly string[] };

export type Figures = { queries: number; recallAt5: number; mrr: number };

/** Means over the queries; nothing asked is nothing found. */
export function figuresOf(judged: readonly Judged[]): Figures {
  return {
    queries: judged.length,
    recallAt5: mean(judged.map((one) => recallAt(5, one))),
    mrr: mean(judged.map(reciprocalRank)),
  };
}

/** The part of the expected that stands among the first `depth`. */
export function recallAt(depth: number, { answer, expected }: Judged): number {
  const top = new Set(answer.slice(0, depth));
  return expected.filter((one) => top.has(one)).length / Math.min(depth, expected.length);
}

/** 1 for the first place, 1/2 for the second; 0 when nothing expected was found. */
export function reciprocalRank({ answer, expected }: Judged): number {
  const place = answer.findIndex((one) => expected.includes(one));
  return place < 0 ? 0 : 1 / (place + 1);
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
