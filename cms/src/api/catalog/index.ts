import type { Core } from '@strapi/strapi';
import { paymentsOf } from '@gangway/payments/contract';
import { readiness } from '../../frame/process/readiness.ts';
import { bindCatalogRules } from './documents.ts';
import { definePopularityJob } from './jobs/count-popularity.ts';
import { defineDepartureJobs, makeDeparturesAfterSave } from './jobs/make-departures.ts';
import {
  catalogueProjection,
  followCatalogue,
  unfollowCatalogue,
} from './projection/catalogue-projection.ts';
import { servePreview } from './preview/serve-preview.ts';
import { serveEditorial } from './shop/serve-editorial.ts';
import { serveShop } from './shop/serve-shop.ts';
import { readPaymentMethods } from './store/payment-methods.ts';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    bindCatalogRules(strapi);
    defineDepartureJobs(strapi);
    definePopularityJob(strapi);
    makeDeparturesAfterSave(strapi);
    paymentsOf(strapi).methodsFrom((sellerId) => readPaymentMethods(strapi, sellerId));
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    readiness(strapi).require('catalog', () => catalogueProjection(strapi).current() !== undefined);
    serveShop(strapi);
    serveEditorial(strapi);
    servePreview(strapi);
    await followCatalogue(strapi);
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await unfollowCatalogue(strapi);
  },
};
