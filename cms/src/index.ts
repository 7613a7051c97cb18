import type { Core } from '@strapi/strapi';
import { registerCustomFields } from './frame/custom-fields.ts';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    registerCustomFields(strapi);
  },
};
