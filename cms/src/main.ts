import { setFlagsFromString } from 'node:v8';

// By default the heap may grow to four times what is in use before it is cleared. With 100,000 departures that is a
// gigabyte. A collection takes half a second of both processors, whatever is asked meanwhile waits, and it takes seconds
// until that is made up for: at 80 % there is one every half a minute or more under load.
setFlagsFromString('--heap-growing-percent=80');
// Bytes outside of the heap count as part of it. By default each 64 MB of them are a reason of their own to collect.
setFlagsFromString('--external-memory-accounted-in-global-limit');
// Answers are kept long while the shop warms up. V8 would conclude that all of them will be, and make them among the
// old objects from the start, where only a full collection frees them.
setFlagsFromString('--no-allocation-site-pretenuring');
// The young space that the command line gives counts for every thread, whatever its `resourceLimits` say, until the
// flag is taken back. This thread's heap is made already and keeps its own.
setFlagsFromString('--max-semi-space-size=0');

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
