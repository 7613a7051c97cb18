import { extname } from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { pictureProblems } from './picture-problems.ts';
import { formatNamed } from './picture-types.ts';
import { refusedPicture } from './refuse-picture.ts';
import { asList, nameOf, requirePicture, type SentFile } from './sent-file.ts';

interface Route {
  method: string;
  path: string;
  handler: string;
  config?: { middlewares?: unknown[] };
}

type Router = { routes: Route[] };
type RouterSource = Router | ((context: { strapi: Core.Strapi }) => Router);

/** What we do not use: the server would fetch any address it is told, or send pictures to a service. */
const unused = new Set([
  'POST /actions/upload-from-urls',
  'POST /actions/generate-ai-metadata',
  'POST /ai-metadata-jobs',
]);

/** Takes away the panel's routes that we do not use; the rest hears of a wrong file from us, before Strapi looks. */
export function guardRoutes(strapi: Core.Strapi): void {
  const routers = strapi.plugin('upload').routes as unknown as Record<string, RouterSource>;
  const source = routers.admin;
  if (source) routers.admin = guarded(strapi, typeof source === 'function' ? source({ strapi }) : source);
}

const guarded = (strapi: Core.Strapi, router: Router): Router => ({
  ...router,
  routes: router.routes
    .filter(({ method, path }) => !unused.has(`${method} ${path}`))
    .map((route) => (route.handler.startsWith('admin-upload.') ? looking(strapi, route) : route)),
});

function looking(strapi: Core.Strapi, route: Route): Route {
  const look = async (ctx: Context, next: Next) => {
    for (const file of sentFiles(ctx)) await requireRightFile(strapi, file);
    await next();
  };
  return { ...route, config: { ...route.config, middlewares: [...(route.config?.middlewares ?? []), look] } };
}

function sentFiles(ctx: Context): SentFile[] {
  const { files } = ctx.request as { files?: { files?: SentFile | SentFile[] } };
  return asList(files?.files);
}

/** An empty file beside no other is Strapi's way to say that only the words about a picture change. */
async function requireRightFile(strapi: Core.Strapi, file: SentFile): Promise<void> {
  if (file.size === 0) return;
  const name = nameOf(file);
  await requirePicture(strapi, file);
  if (extname(name) === '' || formatNamed(name)) return;
  throw refusedPicture(strapi, pictureProblems.NOT_A_PICTURE(undefined, { name }));
}
