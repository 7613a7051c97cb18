import type { Core } from '@strapi/strapi';
import payment from './content-types/payment/schema.json';
import refund from './content-types/refund/schema.json';
import { definePaymentJobs } from './jobs/payment-jobs.ts';
import { paymentDoors } from './services/doors.ts';
import type { Hub } from './services/hub.ts';
import { openGateways } from './services/open-gateways.ts';
import { paymentsService } from './services/payments.ts';

type Plugin = { strapi: Core.Strapi };

const hubOf = (strapi: Core.Strapi): Hub =>
  (strapi.plugin('payments').service('payments') as unknown as { hub: Hub }).hub;

export default {
  contentTypes: { payment: { schema: payment }, refund: { schema: refund } },
  services: {
    payments: paymentsService,
    /** For the app to mount when every payable is registered. */
    doors:
      ({ strapi }: Plugin) =>
      () => {
        const hub = hubOf(strapi);
        return paymentDoors(
          hub,
          [...hub.payables.values()].map(({ field }) => field),
        );
      },
  },

  register({ strapi }: Plugin) {
    definePaymentJobs(strapi, hubOf(strapi));
  },

  bootstrap({ strapi }: Plugin) {
    openGateways(hubOf(strapi));
  },

  async destroy({ strapi }: Plugin) {
    await hubOf(strapi).follower.stop();
  },
};
