import type { Core } from '@strapi/strapi';

type Policy = string | { name: string; config: { actions: string[] } };
type Route = { method: string; path: string; config?: { policies?: Policy[] } };
type Router = { routes: Route[] };

/** Asks what Strapi's controller asks too; the controller then stumbles over its own refusal and answers 500. */
const mayReadRelation: Policy = 'api::staff.may-read-relation';

/**
 * Doors that Strapi leaves open to everybody who can log in, and what it takes to pass them; without a policy the door
 * is walled up. `POST /email` would let a Manager without any section write in our name, and nothing of ours needs it.
 */
const doors: { plugin: string; route: string; policy?: Policy }[] = [
  { plugin: 'email', route: 'POST /' },
  { plugin: 'i18n', route: 'PUT /settings', policy: permission('plugin::i18n.locale.update') },
  { plugin: 'content-manager', route: 'GET /relations/:model/:targetField', policy: mayReadRelation },
  { plugin: 'content-manager', route: 'GET /relations/:model/:id/:targetField', policy: mayReadRelation },
];

/** Runs in `register`, before routes are made. */
export function guardStrapiDoors(strapi: Core.Strapi): void {
  for (const { plugin, route, policy } of doors) {
    const routers = strapi.plugin(plugin).routes as unknown as Record<string, Router>;
    const admin = routers['admin'];
    if (!admin)
      throw new Error(`The plugin ${plugin} has no admin routes any more: look at strapi-doors.ts.`);
    const routes = admin.routes.flatMap((one) => (nameOf(one) === route ? guarded(one, policy) : [one]));
    routers['admin'] = { ...admin, routes };
  }
}

const nameOf = ({ method, path }: Route) => `${method} ${path}`;

function guarded(route: Route, policy: Policy | undefined): Route[] {
  if (!policy) return [];
  return [{ ...route, config: { ...route.config, policies: [...(route.config?.policies ?? []), policy] } }];
}

function permission(action: string): Policy {
  return { name: 'admin::hasPermissions', config: { actions: [action] } };
}
