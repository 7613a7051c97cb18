/** Runs one step and tells how long it took; `announce` is said before a long one. */
export async function step<Result>(
  name: string,
  work: () => Promise<Result>,
  announce?: string,
): Promise<Result> {
  if (announce) console.log(`  … ${announce}`);
  const began = performance.now();
  const result = await work();
  console.log(`  ✓ ${name}, ${seconds(performance.now() - began)}`);
  return result;
}

export const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`;
