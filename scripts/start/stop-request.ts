const parentCheckMs = 500;

/** Aborts when somebody wants us to stop: Ctrl-C, a signal, or the end of the process that started us. */
export function stopRequest(): AbortSignal {
  const wish = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => wish.abort());
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) wish.abort();
  }, parentCheckMs).unref();
  return wish.signal;
}
