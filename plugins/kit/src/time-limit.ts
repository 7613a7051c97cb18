import { AsyncLocalStorage } from 'node:async_hooks';

const outside = AsyncLocalStorage.snapshot();

/**
 * `AbortSignal.timeout` for calls that are part of a request. A timer remembers the request in which it was made, and this
 * one runs to its end however soon the call was answered: at 20 payments a second, hundreds of requests with their bodies
 * and answers grew old in memory.
 */
export const timeLimit = (milliseconds: number): AbortSignal =>
  outside(() => AbortSignal.timeout(milliseconds));
