import type { Core } from '@strapi/strapi';

interface StrapiRouter {
  type?: string;
  routes: { method: string; path: string }[];
}

type RouterSource = StrapiRouter | ((context: { strapi: Core.Strapi }) => StrapiRouter);

interface EnabledPlugin {
  packageInfo?: { name?: string };
}

/**
 * Strapi's plugins offer the public a REST of their own (log-in, users, roles, media, locales, schemas). Nothing of it
 * is part of our API: it does not exist. Runs in `register`, before routes are made.
 */
export function closeForeignRoutes(strapi: Core.Strapi): void {
  const enabled = strapi.config.get<Record<string, EnabledPlugin>>('enabledPlugins', {});
  for (const [name, plugin] of Object.entries(strapi.plugins)) {
    if (!isStrapisOwn(enabled[name])) continue;
    const routers = plugin.routes as Record<string, RouterSource>;
    const publicRouter = routers['content-api'];
    if (publicRouter) routers['content-api'] = (context) => ({ ...made(publicRouter, context), routes: [] });
  }
}

const isStrapisOwn = (plugin: EnabledPlugin | undefined) => plugin?.packageInfo?.name?.startsWith('@strapi/');

const made = (source: RouterSource, context: { strapi: Core.Strapi }) =>
  typeof source === 'function' ? source(context) : source;
