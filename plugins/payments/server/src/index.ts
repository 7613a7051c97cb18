import type { Core } from '@strapi/strapi';
import method from './content-types/method/schema.json';
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
  contentTypes: { payment: { schema: payment }, refund: { schema: refund }, method: { schema: method } },
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
    const hub = hubOf(strapi);
    giveMethodsASeller(strapi, hub);
    definePaymentJobs(strapi, hub);
  },

  bootstrap({ strapi }: Plugin) {
    openGateways(hubOf(strapi));
  },
};

/** Only the app knows what a seller is. */
function giveMethodsASeller(strapi: Core.Strapi, { config: { sellerType } }: Hub): void {
  if (!sellerType) return;
  const { attributes } = strapi.contentType('plugin::payments.method' as never) as { attributes: object };
  Object.assign(attributes, { seller: { type: 'relation', relation: 'manyToOne', target: sellerType } });
}
