import type { Core } from '@strapi/strapi';
import { bindCatalogRules } from './documents.ts';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    bindCatalogRules(strapi);
  },
};
