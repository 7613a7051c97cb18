import type { Payments } from './payments.ts';

type Host = { plugin(name: string): { service(name: string): unknown } };

/** The payments of this process: `definePayable` in `register()`, the rest afterwards. */
export function paymentsOf(strapi: Host): Payments {
  return strapi.plugin('payments').service('payments') as Payments;
}
