import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { timeLimit } from './time-limit.ts';

describe('a limit on time', () => {
  it('aborts when it is over', async () => {
    const signal = timeLimit(1);
    await new Promise((over) => signal.addEventListener('abort', over));
    expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
  });

  it('holds nothing of the request in whose course it was set', async () => {
    const asked = inRequest(() => timeLimit(60_000));
    await turn();
    collect();
    expect(asked.request.deref()).toBeUndefined();
    expect(asked.signal.aborted).toBe(false);
  });
});

const requests = new AsyncLocalStorage<object>();

function inRequest(ask: () => AbortSignal): { request: WeakRef<object>; signal: AbortSignal } {
  const request = { body: 'much' };
  return { request: new WeakRef(request), signal: requests.run(request, ask) };
}

function collect(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
