/** Says what went wrong and ends the process with 1: a sentence where the operator can act, a stack where only we can. */
export function reportFailure(error: unknown): never {
  console.error(sentenceOf(error));
  process.exit(1);
}

/** The message of an operator error, the stack of any other. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { operator } = error as Error & { operator?: boolean };
  return operator ? error.message : (error.stack ?? error.message);
}
