import type { ApiError } from '@gangway/client/api';

/** What the API said: data, or a refusal that can be shown. Nobody there is a refusal like any other: `UNAVAILABLE`. */
export type Asked<Data> = { data: Data; error?: undefined } | { data?: undefined; error: ApiError };

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

export async function asked<Data>(call: Promise<Answer<{ data: Data }>>): Promise<Asked<Data>> {
  const answer = await call.catch(() => undefined);
  if (!answer) return { error: away };
  if (answer.data !== undefined) return { data: answer.data.data };
  return { error: refusalIn(answer.error) ?? { ...away, status: answer.response.status } };
}

const away: ApiError = { code: 'UNAVAILABLE', message: '', status: 503 };

function refusalIn(body: unknown): ApiError | undefined {
  const { error } = (body ?? {}) as { error?: ApiError };
  return typeof error?.code === 'string' ? error : undefined;
}
