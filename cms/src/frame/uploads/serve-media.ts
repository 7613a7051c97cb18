import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { readEnv } from '@gangway/config/env';
import type { Bucket } from './bucket.ts';
import { formatNamed, pictureTypes } from './picture-types.ts';

/** Where pictures of the bucket are given out, so that pages ask nobody but us. */
export const mediaPath = '/media';

/** As the upload service names what it stores. */
const keyOf = (path: string): string | undefined => /^\/media\/([\w.-]{1,200})$/.exec(path)?.[1];

/** A replaced picture keeps its address, so nobody may keep the old one for long. */
const freshness = 'public, max-age=300, stale-while-revalidate=86400';

/** Answers `/media/<name>` from the bucket; undefined where pictures lie in a folder. */
export function mediaServer(): ((ctx: Context) => Promise<void>) | undefined {
  const { s3 } = readEnv();
  if (!s3) return undefined;
  // Amazon's client is large, and most houses keep their pictures in a folder.
  const opened = import('./bucket.ts').then(({ openBucket }) => openBucket(s3));
  return async (ctx) => serve(ctx, await opened);
}

async function serve(ctx: Context, bucket: Bucket): Promise<void> {
  const key = keyOf(ctx.path);
  const format = key && formatNamed(key);
  if (!key || !format || !['GET', 'HEAD'].includes(ctx.method)) throw new errors.NotFoundError();
  const found = await bucket.picture({ key, known: ctx.get('if-none-match') || undefined });
  if (found === 'missing') throw new errors.NotFoundError();
  ctx.set('Cache-Control', freshness);
  if (found === 'unchanged') return void (ctx.status = 304);
  if (found.etag) ctx.set('ETag', found.etag);
  if (found.length !== undefined) ctx.length = found.length;
  ctx.type = pictureTypes[format].mime;
  ctx.body = found.bytes;
}
