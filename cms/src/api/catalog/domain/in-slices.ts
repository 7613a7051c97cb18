/** Work that can be put down after each step and taken up again; the answer is its result. */
export type Steps<Result> = Generator<void, Result>;

/** Does it in one go. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const together = 256;

/** Visits each, with a rest now and then. */
export function* eachOf<Row>(rows: Iterable<Row>, visit: (row: Row) => void): Steps<void> {
  let visited = 0;
  for (const row of rows) {
    visit(row);
    visited += 1;
    if (visited % together === 0) yield;
  }
}

const runLength = 4_096;

/** A sorted copy: runs are sorted one by one and merged. */
export function* sorted<Row>(rows: readonly Row[], compare: (left: Row, right: Row) => number): Steps<Row[]> {
  let runs: Row[][] = [];
  for (let from = 0; from < rows.length; from += runLength) {
    runs.push(rows.slice(from, from + runLength).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: Row[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(yield* mergedRuns(runs[at] as Row[], runs[at + 1] ?? [], compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergedRuns<Row>(
  left: Row[],
  right: Row[],
  compare: (left: Row, right: Row) => number,
): Steps<Row[]> {
  const merged: Row[] = [];
  let [fromLeft, fromRight] = [0, 0];
  while (fromLeft < left.length && fromRight < right.length) {
    const isLeft = compare(left[fromLeft] as Row, right[fromRight] as Row) <= 0;
    merged.push((isLeft ? left[fromLeft++] : right[fromRight++]) as Row);
    if (merged.length % runLength === 0) yield;
  }
  const [rest, from] = fromLeft < left.length ? [left, fromLeft] : [right, fromRight];
  for (let at = from; at < rest.length; at += 1) merged.push(rest[at] as Row);
  return merged;
}
