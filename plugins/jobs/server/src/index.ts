import type { Core } from '@strapi/strapi';
import type { JobsEngine } from '../../contract/jobs.ts';
import { jobsService } from './services/jobs.ts';

const engine = (strapi: Core.Strapi) => strapi.plugin('jobs').service('jobs') as unknown as JobsEngine;

export default {
  services: { jobs: jobsService },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    engine(strapi).seal();
    await engine(strapi).prepare();
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await engine(strapi).stop();
  },
};
