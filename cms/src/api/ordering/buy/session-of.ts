import { sessionIdSchema } from '../contract/buyer.ts';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** The buyer's session from the body, else from the header `Gangway-Session`; undefined when neither is one. */
export function sessionOf({
  sessionId,
  headers,
}: {
  sessionId?: string | undefined;
  headers: Headers;
}): string | undefined {
  return sessionId ?? sessionIdSchema.safeParse(headers['gangway-session']).data;
}
