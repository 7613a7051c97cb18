/** The process: everything else is loaded from here, so that a wrong setting is one sentence and exit code 1. */
void import('./frame/process/run.ts').then(({ run }) => run()).catch(explain);

async function explain(error: unknown): Promise<never> {
  process.stderr.write(`${sentence(error)}\n`);
  process.exit(1);
}

function sentence(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'operator' in error ? error.message : (error.stack ?? error.message);
}
