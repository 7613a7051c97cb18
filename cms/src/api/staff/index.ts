import type { Core } from '@strapi/strapi';
import { createFirstRoles } from './first-roles.ts';
import { completeSavedRoles, registerSectionActions } from './section-actions.ts';
import { guardStrapiDoors } from './strapi-doors.ts';

export default {
  async register({ strapi }: { strapi: Core.Strapi }) {
    guardStrapiDoors(strapi);
    await registerSectionActions(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await createFirstRoles(strapi);
    completeSavedRoles(strapi);
    await strapi.service('api::staff.sections').settleRoles();
  },
};
