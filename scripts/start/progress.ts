interface Step<Result> {
  /** What is true when it is done. */
  name: string;
  /** Said before a step that takes its time. */
  announce?: string;
  work: () => Promise<Result>;
}

/** Runs one step and tells how long it took. */
export async function step<Result>({ name, announce, work }: Step<Result>): Promise<Result> {
  if (announce) console.log(`  … ${announce}`);
  const began = performance.now();
  const result = await work();
  console.log(`  ✓ ${name}, ${seconds(performance.now() - began)}`);
  return result;
}

export const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`;
