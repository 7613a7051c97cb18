import type { Core } from '@strapi/strapi';
import { bindSeatingRules } from './documents.ts';
import { defineHoldJobs } from './jobs/holds.ts';
import { serveLocking } from './locking/serve-locking.ts';
import { serveSeats } from './locking/serve-seats.ts';
import { followClaims, unfollowClaims } from './projection/follow-claims.ts';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    bindSeatingRules(strapi);
    defineHoldJobs(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    serveSeats(strapi);
    serveLocking(strapi);
    await followClaims(strapi);
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await unfollowClaims(strapi);
  },
};
