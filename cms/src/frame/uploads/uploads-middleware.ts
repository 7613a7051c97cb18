import { posix } from 'node:path';
import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';
import { messageLocale } from '../request/caller-locale.ts';
import { formatNamed } from './picture-types.ts';
import { tooBig } from './refuse-picture.ts';
import { mediaServer } from './serve-media.ts';

/**
 * Around the doors of the library. What is served under `/uploads` and `/media` is a picture by name, and a browser
 * neither guesses another type nor runs anything in it; whatever else lies there does not exist. What is sent is
 * refused in words.
 */
export function uploadsMiddleware(): (ctx: Context, next: Next) => Promise<void> {
  const media = mediaServer();
  return async (ctx, next) => {
    if (leadsTo('uploads', ctx.path)) serveOnlyPictures(ctx);
    if (!leadsTo('media', ctx.path)) return aroundSending(ctx, next);
    serveOnlyPictures(ctx);
    if (!media) throw new errors.NotFoundError();
    await media(ctx);
  };
}

async function aroundSending(ctx: Context, next: Next): Promise<void> {
  if (!/^\/upload(\/|$)/i.test(ctx.path)) return next();
  await next().catch((error: unknown) => {
    throw isTooMuch(error) ? refusal(ctx) : error;
  });
  if (ctx.status === 413) throw refusal(ctx);
}

function serveOnlyPictures(ctx: Context): void {
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Content-Security-Policy', "default-src 'none'; sandbox");
  if (!formatNamed(meant(ctx.path))) throw new errors.NotFoundError();
}

const leadsTo = (folder: string, path: string) => new RegExp(`^/${folder}(/|$)`, 'i').test(meant(path));

/** The path as whoever opens the file reads it: `/%75ploads/a`, `//uploads/a` and `/x/../uploads/a` are one. */
function meant(path: string): string {
  try {
    return posix.normalize(`/${decodeURIComponent(path)}`.replaceAll('\\', '/'));
  } catch {
    return path;
  }
}

/** Formidable's, when all files of a request together pass the limit; for a single one Strapi answers 413 itself. */
const isTooMuch = (error: unknown) =>
  typeof error === 'object' && error !== null && 'httpCode' in error && error.httpCode === 413;

const refusal = (ctx: Context) => tooBig(messageLocale({ acceptLanguage: ctx.get('accept-language') }));
