import type { Notifications } from './notifications.ts';

type Host = { plugin(name: string): { service(name: string): unknown } };

/** The notifications of this process: `define` in `register()`, the rest afterwards. */
export function notificationsOf(strapi: Host): Notifications {
  return strapi.plugin('notifications').service('notifications') as Notifications;
}
