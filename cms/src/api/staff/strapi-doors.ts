import type { Core } from '@strapi/strapi';

type Policy = string | { name: string; config: { actions: string[] } };
type Route = { method: string; path: string; config?: { policies?: Policy[] } };
type Router = { routes: Route[] };

/**
 * Strapi opens these to everybody who can log in. One would let a Manager without any section write e-mails in our
 * name, and nothing of ours needs it; the other changes settings of the installation.
 */
const doors: { plugin: string; route: string; action?: string }[] = [
  { plugin: 'email', route: 'POST /' },
  { plugin: 'i18n', route: 'PUT /settings', action: 'plugin::i18n.locale.update' },
];

/** Closes them, or asks for the permission that belongs to them. Runs in `register`, before routes are made. */
export function guardStrapiDoors(strapi: Core.Strapi): void {
  for (const { plugin, route, action } of doors) {
    const routers = strapi.plugin(plugin).routes as unknown as Record<string, Router>;
    const admin = routers['admin'];
    if (!admin)
      throw new Error(`The plugin ${plugin} has no admin routes any more: look at strapi-doors.ts.`);
    const others = admin.routes.filter((one) => nameOf(one) !== route);
    const found = admin.routes.filter((one) => nameOf(one) === route);
    routers['admin'] = {
      ...admin,
      routes: [...others, ...(action ? found.map((one) => guarded(one, action)) : [])],
    };
  }
}

const nameOf = ({ method, path }: Route) => `${method} ${path}`;

function guarded(route: Route, action: string): Route {
  const policies = route.config?.policies ?? [];
  const permission = { name: 'admin::hasPermissions', config: { actions: [action] } };
  return { ...route, config: { ...route.config, policies: [...policies, permission] } };
}
