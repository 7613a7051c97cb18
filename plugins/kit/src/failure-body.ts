import type { AppError } from './error.ts';
import { pick } from './locale.ts';
import type { Locale } from './locale.ts';

/** The body of every answer of ours with status 400 and above: a superset of Strapi's. */
export type FailureBody = {
  data: null;
  error: {
    code: string;
    message: string;
    details: Record<string, unknown>;
    traceId: string;
    status: number;
    name: string;
  };
};

/** The caller's language, and the request id that finds the log line. */
export type FailureContext = { locale: Locale; traceId: string };

/** The name that Strapi's own error of this status has: its clients look at it. */
const nameOfStatus: Record<number, string> = {
  400: 'ValidationError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  405: 'MethodNotAllowedError',
  409: 'ConflictError',
  413: 'PayloadTooLargeError',
  429: 'RateLimitError',
  500: 'InternalServerError',
  503: 'ServiceUnavailableError',
};

/** What a thrown error of a catalogue says to the caller. */
export function failureBody(error: AppError, { locale, traceId }: FailureContext): FailureBody {
  const { code, status, messages, details = {} } = error;
  const name = nameOfStatus[status] ?? 'ApplicationError';
  return { data: null, error: { code, message: pick(messages, locale), details, traceId, status, name } };
}
