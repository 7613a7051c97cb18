import type { Core } from '@strapi/strapi';
import { paymentsOf } from '@gangway/payments/contract';
import { limits } from './limits.ts';

/** So many starts of payments for each buyer: the plugin asks, the counting is ours. */
export function limitPayments(strapi: Core.Strapi): void {
  paymentsOf(strapi).limitAttempts({
    take: ({ buyer, ip }) => limits(strapi).take({ name: 'payments', key: buyer, ip }),
    giveBack: ({ buyer, ip }) => limits(strapi).giveBack({ name: 'payments', key: buyer, ip }),
  });
}
