import type { Core } from '@strapi/strapi';
import { arrangeTypes } from './arrange-types.ts';
import { hideAccounts, quietAdmin } from './quiet-admin.ts';
import { nameRelations } from './relation-names.ts';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    quietAdmin(strapi);
    hideAccounts(strapi);
    nameRelations(strapi);
  },

  bootstrap: ({ strapi }: { strapi: Core.Strapi }) => arrangeTypes(strapi),
};
