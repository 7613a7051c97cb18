import type { Core } from '@strapi/strapi';

// Each half of the room has its own line in every step: buying (buy/), and what happens to an order afterwards.
export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    void strapi;
  },
};
