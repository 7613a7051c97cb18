import type { Core } from '@strapi/strapi';
import { bindSeatingRules } from './documents.ts';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    bindSeatingRules(strapi);
  },
};
