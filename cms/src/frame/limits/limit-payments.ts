import type { Core } from '@strapi/strapi';
import { paymentsOf } from '@gangway/payments/contract';
import { limits } from './limits.ts';

/** So many starts of payments for each order: the plugin asks, the counting is ours. */
export function limitPayments(strapi: Core.Strapi): void {
  paymentsOf(strapi).limitAttempts({
    take: ({ paid, ip }) => limits(strapi).take({ name: 'payments', key: paid, ip }),
    giveBack: ({ paid, ip }) => limits(strapi).giveBack({ name: 'payments', key: paid, ip }),
  });
}
