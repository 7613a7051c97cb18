import type { ApiError } from '@gangway/client/api';

/** What the account's door said; a house that is away is a refusal like any other. */
export type AccountAnswer<Value> =
  { value: Value; error?: undefined } | { value?: undefined; error: ApiError };

interface Answer<Value> {
  data?: Value;
  error?: unknown;
  response: Response;
}

export async function askAccount<Value>(call: Promise<Answer<Value>>): Promise<AccountAnswer<Value>> {
  const answer = await call.catch(() => undefined);
  if (answer?.data !== undefined) return { value: answer.data };
  const { error } = (answer?.error ?? {}) as { error?: ApiError };
  if (typeof error?.code === 'string') return { error };
  return { error: { code: 'UNAVAILABLE', message: '', status: answer?.response.status ?? 503 } };
}
