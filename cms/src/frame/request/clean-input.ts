import createHttpError from 'http-errors';
import type { Context, Middleware } from 'koa';
import { commonErrors, pick } from '@gangway/kit';
import type { AppError } from '@gangway/kit';
import { messageLocale } from './caller-locale.ts';
import { frameErrors } from './errors.ts';
import { readQuery } from './request-input.ts';
import { isPublicApi } from './request-path.ts';

/** JSON of people is never so deep; what is deeper overflows the stack of those who walk it by calling themselves. */
export const deepest = 100;

const notText = () =>
  commonErrors.INVALID_INPUT({ reason: 'Text is Unicode without U+0000 and without halves of characters.' });

/**
 * PostgreSQL has no place for U+0000 in a text.
 * @throws INVALID_INPUT
 */
export function refuseNulQuery(querystring: string): void {
  if (querystring.includes('%00')) throw notText();
}

/** `"A\ud800B"` is JSON and no text: half a pair has no bytes in UTF-8, and PostgreSQL's JSON refuses it. */
const isText = (value: string) => !value.includes('\0') && value.isWellFormed();

/**
 * @throws INVALID_INPUT for U+0000 or half a character in a text or a name, MALFORMED_JSON for a value deeper than `deepest`
 */
export function refuseUncleanValue(value: unknown): void {
  const waiting = [{ value, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string' && !isText(value)) throw notText();
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= deepest) throw commonErrors.MALFORMED_JSON({ reason: `Nested deeper than ${deepest}.` });
    for (const [name, part] of Object.entries(value)) {
      waiting.push({ value: name, depth: depth + 1 }, { value: part, depth: depth + 1 });
    }
  }
}

/**
 * Unpacking is work that anyone could ask for, and broken packing fails in the parser.
 * @throws UNSUPPORTED_MEDIA_TYPE
 */
export function refuseEncodedBody(encoding = 'identity'): void {
  if (encoding.toLowerCase() !== 'identity') throw frameErrors.UNSUPPORTED_MEDIA_TYPE();
}

/** Before bodies are read, for everything behind the front: the panel's doors as well as ours. */
export function cleanRequest(): Middleware {
  return async (ctx, next) => {
    check(ctx, () => {
      if (ctx.path.includes('%00')) throw commonErrors.NOT_FOUND();
      refuseNulQuery(ctx.querystring);
      refuseEncodedBody(ctx.headers['content-encoding']);
    });
    await next().catch((thrown: unknown) => {
      if (!isNulInDatabase(thrown)) throw thrown;
      check(ctx, () => {
        throw notText();
      });
    });
  };
}

/** After bodies are read. Strapi's controllers take for granted that there is one, also where nobody sent it. */
export function cleanBody(): Middleware {
  return (ctx, next) => {
    ctx.request.body ??= {};
    check(ctx, () => refuseUncleanValue(ctx.request.body));
    return next();
  };
}

/** PostgreSQL's words for a U+0000 that came another way, such as the JSON in a field of a form. */
function isNulInDatabase(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === '22021' || error.code === '22P05';
}

/** Strapi's own handler, which the panel reads, knows nothing of our errors. */
function check(ctx: Context, refuse: () => void): void {
  try {
    refuse();
  } catch (error) {
    throw isPublicApi(ctx.path) ? error : panelError(ctx, error as AppError);
  }
}

function panelError(ctx: Context, { code, status, messages, details }: AppError): Error {
  const { locale: asked } = readQuery(ctx.querystring);
  const locale = messageLocale({ asked, acceptLanguage: ctx.get('accept-language') });
  return createHttpError(status, pick(messages, locale), { details: { ...details, code } });
}
