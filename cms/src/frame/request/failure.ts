import { commonErrors, failureBody, isAppError } from '@gangway/kit';
import type { AppError, FailureBody, FailureContext } from '@gangway/kit';
import { databaseIsAway } from './database-away.ts';

export interface Failure {
  status: number;
  body: FailureBody;
  headers: Record<string, string>;
  /** What was thrown, when the caller is not to blame: for the log only. */
  cause?: unknown;
}

/** What Strapi, koa and body parsers throw, as far as we look at it. */
interface HttpLikeError {
  name?: string;
  status?: number;
  type?: string;
  expose?: boolean;
  message?: string;
  details?: unknown;
}

const codeOfStatus = {
  400: 'INVALID_INPUT',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  429: 'RATE_LIMITED',
  503: 'UNAVAILABLE',
} as const;

/** Strapi's errors say their status by their name; the classes have no status of their own. */
const statusOfName: Record<string, number> = {
  ApplicationError: 400,
  ValidationError: 400,
  YupValidationError: 400,
  PaginationError: 400,
  UnauthorizedError: 401,
  ForbiddenError: 403,
  PolicyError: 403,
  NotFoundError: 404,
  PayloadTooLargeError: 413,
  RateLimitError: 429,
};

/** PostgreSQL needs about that long to come back. */
const retryAfterSeconds = 5;

/** Any thrown value as an answer. What is not meant for callers becomes INTERNAL without a word of its own. */
export function failureOf(thrown: unknown, context: FailureContext): Failure {
  if (isAppError(thrown)) return appFailure(thrown, context);
  if (databaseIsAway(thrown))
    return { ...appFailure(commonErrors.UNAVAILABLE({ retryAfterSeconds }), context), cause: thrown };
  const error = (thrown ?? {}) as HttpLikeError;
  const status = publicStatus(error);
  if (status === undefined) return { ...appFailure(commonErrors.INTERNAL(), context), cause: thrown };
  return statusFailure({ status, error, context });
}

/** An answer that Strapi has already written, such as `ctx.notFound()`, in our shape. */
export function failureOfAnswer(answer: { status: number; body: unknown }, context: FailureContext): Failure {
  return statusFailure({ status: answer.status, error: strapiError(answer.body), context });
}

export function appFailure(error: AppError, context: FailureContext): Failure {
  const { status, details } = error;
  const headers = retryAfter(details?.['retryAfterSeconds']);
  return { status, body: failureBody(error, context), headers };
}

const retryAfter = (seconds: unknown): Record<string, string> =>
  typeof seconds === 'number' ? { 'Retry-After': String(seconds) } : {};

function publicStatus(error: HttpLikeError): number | undefined {
  const named = statusOfName[error.name ?? ''];
  if (named !== undefined) return named;
  const status = error.status ?? 500;
  return status >= 400 && status < 500 ? status : undefined;
}

interface StatusFailure {
  status: number;
  error: HttpLikeError;
  context: FailureContext;
}

function statusFailure({ status, error, context }: StatusFailure): Failure {
  const { body, headers } = appFailure(catalogued(status, error)(), context);
  const name = error.name !== undefined && error.name in statusOfName ? error.name : body.error.name;
  const failed = { ...body.error, status, name, details: detailsOf(error) };
  return { status, body: { data: null, error: failed }, headers };
}

function catalogued(status: number, error: HttpLikeError) {
  if (isMalformedJson(error)) return commonErrors.MALFORMED_JSON;
  const known = codeOfStatus[status as keyof typeof codeOfStatus];
  return commonErrors[known ?? (status < 500 ? 'INVALID_INPUT' : 'INTERNAL')];
}

/** co-body throws a SyntaxError with status 400; raw-body and body readers mark it with a type. */
function isMalformedJson({ name, status, type }: HttpLikeError): boolean {
  return type === 'entity.parse.failed' || (name === 'SyntaxError' && status === 400);
}

/** Strapi's details, and its English sentence where it says more than our message. */
function detailsOf({ details, message, name }: HttpLikeError): Record<string, unknown> {
  const own = typeof details === 'object' && details !== null ? { ...details } : {};
  const spoken = name !== undefined && statusOfName[name] === 400 && message;
  return spoken ? { ...own, reason: message } : own;
}

function strapiError(body: unknown): HttpLikeError {
  if (typeof body !== 'object' || body === null || !('error' in body)) return {};
  return typeof body.error === 'object' && body.error !== null ? body.error : {};
}
