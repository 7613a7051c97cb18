/** An answer other than 200: HTTP status and the error object of API v3. `retryAfter` in milliseconds. */
export type Problem = {
  status: number;
  code: string;
  description: string;
  parameter?: string;
  reason?: string;
  retryAfter?: number;
};

/** Thrown by whatever carries a request out; `problemOf` finds it again. */
export const problem = (given: Problem): Error =>
  Object.assign(new Error(`${given.status} ${given.code}: ${given.description}`), { problem: given });

export const problemOf = (error: unknown): Problem | undefined =>
  error instanceof Error && 'problem' in error ? (error.problem as Problem) : undefined;

export const invalid = (description: string, parameter?: string): Error =>
  problem({ status: 400, code: 'invalid_request', description, parameter });

export const forbidden = (description: string, parameter?: string): Error =>
  problem({ status: 403, code: 'forbidden', description, parameter });

export const notFound = (description: string): Error =>
  problem({ status: 404, code: 'not_found', description });

export const unauthorized = (description: string): Error =>
  problem({ status: 401, code: 'invalid_credentials', description });

/** The body as it is sent, with a number people can tell the support. */
export function problemBody(
  { code, description, parameter, reason, retryAfter }: Problem,
  id: string,
): object {
  return { type: 'error', id, code, description, parameter, reason, retry_after: retryAfter };
}
