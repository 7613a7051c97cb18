/** One case of a conformance suite; any runner can run it, `node:assert` says what is wrong. */
export type ConformanceCase = { name: string; run(): Promise<void> };

/** Runs a suite without a runner: `await runConformance(cases, console.log)` tells each case and throws on a failure. */
export async function runConformance(
  cases: readonly ConformanceCase[],
  say: (line: string) => void,
): Promise<void> {
  const failures: unknown[] = [];
  for (const { name, run } of cases) {
    const failure = await run().then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    say(`${failure ? 'not ok' : 'ok'} ${name}`);
    if (failure) failures.push(failure.error);
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${cases.length} cases fail`);
}
