import type { Core } from '@strapi/strapi';
import declaredPlugins from '../config/plugins.ts';
import { constrainTables } from './frame/apply-constraints.ts';
import { requireLoadedPlugins } from './frame/boot-guard.ts';
import { followClock, serveClock, unfollowClock } from './frame/clock-sync.ts';
import { closeForeignRoutes } from './frame/close-routes.ts';
import { registerCustomFields } from './frame/custom-fields.ts';
import { serveHealth } from './frame/health.ts';
import { serveOpenapi } from './frame/serve-openapi.ts';

interface Frame {
  strapi: Core.Strapi;
}

export default {
  register({ strapi }: Frame) {
    const loaded = Object.keys(strapi.plugins);
    requireLoadedPlugins({ appDir: strapi.dirs.app.root, declared: declaredPlugins(), loaded });
    registerCustomFields(strapi);
    closeForeignRoutes(strapi);
    strapi.hook('strapi::content-types.afterSync').register(async () => {
      await constrainTables(strapi);
      await followClock(strapi);
    });
    serveHealth(strapi);
    serveOpenapi(strapi);
    serveClock(strapi);
  },

  async destroy({ strapi }: Frame) {
    await unfollowClock(strapi);
  },
};
