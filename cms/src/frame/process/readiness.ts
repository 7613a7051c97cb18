import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { life } from './life.ts';
import { perStrapi } from '../per-strapi.ts';

type Check = () => boolean | Promise<boolean>;

/** What must hold before this process may be sent requests. A room adds its own: `readiness(strapi).require('catalog', …)`. */
export interface Readiness {
  require(name: string, check: Check): void;
  /** The names of what does not hold now. */
  missing(): Promise<string[]>;
}

const patienceMs = 2_000;

export function createReadiness(): Readiness {
  const checks = new Map<string, Check>();
  return {
    require: (name, check) => void checks.set(name, check),
    missing: async () => {
      const answers = await Promise.all([...checks].map(async ([name, check]) => [name, await holds(check)]));
      return answers.flatMap(([name, ok]) => (ok ? [] : [String(name)]));
    },
  };
}

/** A check that fails, or says nothing for too long, does not hold. */
async function holds(check: Check): Promise<boolean> {
  const late = new AbortController();
  const silence = pause(patienceMs, false, { signal: late.signal, ref: false }).catch(() => false);
  try {
    return await Promise.race([check(), silence]);
  } catch {
    return false;
  } finally {
    late.abort();
  }
}

export const readiness = perStrapi((strapi) => {
  const created = createReadiness();
  created.require('running', () => strapi.isLoaded && !life(strapi).draining);
  created.require('database', () => answersQuery(strapi));
  return created;
});

async function answersQuery(strapi: Core.Strapi): Promise<boolean> {
  await strapi.db.connection.raw('select 1');
  return true;
}
