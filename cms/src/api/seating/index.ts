import type { Core } from '@strapi/strapi';
import { bindSeatingRules } from './documents.ts';
import { defineHoldJobs } from './jobs/holds.ts';
import { closeLiveMaps, serveLiveMaps } from './live/serve-live-maps.ts';
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
    serveLiveMaps(strapi);
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    closeLiveMaps(strapi);
    await unfollowClaims(strapi);
  },
};
