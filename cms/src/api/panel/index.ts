import type { Core } from '@strapi/strapi';
import { arrangeTypes } from './arrange-types.ts';
import { quietAdmin, hideAccounts } from './quiet-admin.ts';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    quietAdmin(strapi);
    hideAccounts(strapi);
  },

  bootstrap: ({ strapi }: { strapi: Core.Strapi }) => arrangeTypes(strapi),
};
