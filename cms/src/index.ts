import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import declaredPlugins from '../config/plugins.ts';
import { confirmCommits } from './frame/process/confirm-commits.ts';
import { constrainTables } from './frame/process/apply-constraints.ts';
import { requireLoadedPlugins } from './frame/process/boot-guard.ts';
import { followClock, serveClock, unfollowClock } from './frame/clock/clock-sync.ts';
import { closeForeignRoutes } from './frame/request/close-routes.ts';
import { mountDoors } from './frame/doors/mount-doors.ts';
import { registerCustomFields } from './frame/custom-fields.ts';
import { refuseDemoSellers } from './frame/process/demo-sellers.ts';
import { sweepIdempotencyKeys } from './frame/idempotency/sweep-keys.ts';
import { closeLimitRedis } from './frame/limits/limit-redis.ts';
import { limitPayments } from './frame/limits/limit-payments.ts';
import { sweepLimits } from './frame/limits/sweep-limits.ts';
import { createFirstLanguages } from './frame/process/first-languages.ts';
import { refuseMissingAdministrator } from './frame/people/administrator.ts';
import { welcomeFirstPeople } from './frame/people/first-people.ts';
import { serveHealth } from './frame/process/health.ts';
import { readiness } from './frame/process/readiness.ts';
import { serveOpenapi } from './frame/openapi/serve-openapi.ts';
import { guardLibrary } from './frame/uploads/guard-library.ts';
import { guardRoutes } from './frame/uploads/guard-routes.ts';
import { countJobAttempts } from './frame/metrics/job-attempts.ts';
import { logStrayErrors } from './frame/process/stray-errors.ts';

interface Frame {
  strapi: Core.Strapi;
}

/** The order of a boot: plugins and rooms register, then this; tables; constraints and clock; plugins and rooms bootstrap, then this. */
export default {
  register({ strapi }: Frame) {
    requirePlugins(strapi);
    confirmCommits(strapi);
    registerCustomFields(strapi);
    closeForeignRoutes(strapi);
    guardRoutes(strapi);
    guardLibrary(strapi);
    strapi.hook('strapi::content-types.afterSync').register(() => settleTables(strapi));
    logStrayErrors(strapi);
    serveHealth(strapi);
    serveOpenapi(strapi);
    serveClock(strapi);
    sweepIdempotencyKeys(strapi);
    sweepLimits(strapi);
  },

  async bootstrap({ strapi }: Frame) {
    limitPayments(strapi);
    mountDoors(strapi);
    await welcomeFirstPeople(strapi);
    countJobAttempts(strapi);
    await jobsOf(strapi).startWorker();
  },

  async destroy({ strapi }: Frame) {
    closeLimitRedis(strapi);
    await unfollowClock(strapi);
  },
};

/** Holds for good: plugins are loaded once. */
function requirePlugins(strapi: Core.Strapi): void {
  const loaded = Object.keys(strapi.plugins);
  requireLoadedPlugins({ appDir: strapi.dirs.app.root, declared: declaredPlugins(), loaded });
  readiness(strapi).require('plugins', () => true);
}

async function settleTables(strapi: Core.Strapi): Promise<void> {
  await constrainTables(strapi);
  await refuseDemoSellers(strapi);
  await refuseMissingAdministrator(strapi);
  await createFirstLanguages(strapi);
  await followClock(strapi);
}
