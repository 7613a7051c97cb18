import { timeLimit } from '@gangway/kit';

const longestMs = 20_000;

/** `fetch` for gateways: ends after 20 seconds and follows no redirect. */
export const guardedFetch: typeof fetch = (address, init = {}) => {
  const limit = timeLimit(longestMs);
  const signal = init.signal ? AbortSignal.any([init.signal, limit]) : limit;
  return fetch(address, { ...init, signal, redirect: 'error' });
};
