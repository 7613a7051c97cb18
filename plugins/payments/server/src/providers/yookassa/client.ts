import { providerRefused, providerUnreachable, timeLimit } from '@gangway/kit';
import type { ProviderFailure, ProviderLog, z } from '@gangway/kit';
import { errorAnswer } from './answers.ts';
import type { ErrorAnswer } from './answers.ts';

export type ClientSettings = {
  /** With the version, without a slash at the end: `https://api.yookassa.ru/v3`. */
  url: string;
  shopId: string;
  secretKey: string;
  /** How long one request may take; afterwards its outcome is unknown. */
  timeoutMs: number;
  fetch: typeof fetch;
  log: ProviderLog;
};

type Call = { path: string; body?: object; key?: string };

export type YookassaClient = {
  get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>>;
  /** `key`: the same for the same thing, 1–64 of `[0-9a-zA-Z+_.-]`; YooKassa remembers it for 24 hours. */
  post<Schema extends z.ZodType>(call: Required<Call>, schema: Schema): Promise<z.output<Schema>>;
};

/** A failure with YooKassa's wish when to ask again, where it sent one. */
export type YookassaFailure = ProviderFailure & { retryAfterMs?: number };

/**
 * API v3 of YooKassa (https://yookassa.ru/developers/api). Every verb answers what the schema describes, or throws
 * `refused` for a plain no and `unreachable` for everything after which the outcome is unknown.
 */
export function yookassaClient(settings: ClientSettings): YookassaClient {
  return {
    get: (path, schema) => ask({ path }, schema, settings),
    post: (call, schema) => ask(call, schema, settings),
  };
}

async function ask<Schema extends z.ZodType>(
  call: Call,
  schema: Schema,
  settings: ClientSettings,
): Promise<z.output<Schema>> {
  const { status, text } = await exchange(call, settings);
  if (status !== 200) throw told(failureOf(status, text), call, settings.log);
  const parsed = schema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  throw providerUnreachable('YooKassa answered something that cannot be read.', { cause: parsed.error });
}

async function exchange({ path, body, key }: Call, settings: ClientSettings) {
  const { url, timeoutMs } = settings;
  const headers = {
    authorization: basic(settings),
    ...(body && { 'content-type': 'application/json' }),
    ...(key && { 'idempotence-key': key }),
  };
  try {
    const signal = timeLimit(timeoutMs);
    const init: RequestInit = { method: body ? 'POST' : 'GET', headers, signal, redirect: 'error' };
    const response = await settings.fetch(url + path, {
      ...init,
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  } catch (cause) {
    throw providerUnreachable('YooKassa did not answer.', { cause });
  }
}

const basic = ({ shopId, secretKey }: ClientSettings): string =>
  `Basic ${Buffer.from(`${shopId}:${secretKey}`).toString('base64')}`;

/** Branches on status, code and parameter alone: descriptions change without notice. */
function failureOf(status: number, text: string): YookassaFailure {
  const error = errorAnswer.safeParse(jsonOf(text)).data;
  if (error === undefined || !isNo(status, error)) return unknownOutcome(status, error);
  const where = [error.parameter, error.reason].filter(Boolean).join(', ');
  return providerRefused(error.code, `YooKassa refused: ${error.code}${where && ` (${where})`}.`);
}

/**
 * Beside silence: a wrong secret, a shop without rights, a verb or a format that they do not take. These are ours to
 * mend; nobody has decided about the money.
 */
const undecided = new Set([401, 403, 405, 408, 415, 429]);

/** A key that was used for another body belongs to something that did happen. */
function isNo(status: number, { code, parameter }: ErrorAnswer): boolean {
  const keyReused = code === 'invalid_request' && parameter?.toLowerCase() === 'idempotence-key';
  return status >= 400 && status < 500 && !undecided.has(status) && !keyReused;
}

function unknownOutcome(status: number, error: ErrorAnswer | undefined): YookassaFailure {
  const failure = providerUnreachable(`YooKassa answered ${status}${error ? ` ${error.code}` : ''}.`);
  return Object.assign(failure, error?.retry_after !== undefined && { retryAfterMs: error.retry_after });
}

/** Without descriptions and bodies: they may repeat what the buyer wrote. */
function told(failure: YookassaFailure, { path, key }: Call, log: ProviderLog): YookassaFailure {
  log.warn({ path, key, outcome: failure.provider, problem: failure.message }, 'YooKassa did not do it');
  return failure;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
