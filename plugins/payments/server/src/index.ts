import type { Core } from '@strapi/strapi';
import method from './content-types/method/schema.json';
import payment from './content-types/payment/schema.json';
import refund from './content-types/refund/schema.json';
import { paymentsConfig } from './config.ts';
import { paymentsService } from './services/payments.ts';

export default {
  contentTypes: { payment: { schema: payment }, refund: { schema: refund }, method: { schema: method } },
  services: { payments: paymentsService },

  register({ strapi }: { strapi: Core.Strapi }) {
    giveMethodsASeller(strapi);
  },
};

/** Only the app knows what a seller is. */
function giveMethodsASeller(strapi: Core.Strapi): void {
  const { sellerType } = paymentsConfig(strapi.config.get('plugin::payments'));
  if (!sellerType) return;
  const { attributes } = strapi.contentType('plugin::payments.method' as never) as { attributes: object };
  Object.assign(attributes, { seller: { type: 'relation', relation: 'manyToOne', target: sellerType } });
}
