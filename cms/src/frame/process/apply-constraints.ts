import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import { applyConstraints } from '@gangway/database/constraints';
import { readiness } from './readiness.ts';

/** What Strapi's schemas cannot say, as soon as their tables stand and before any room or plugin boots. */
export async function constrainTables(strapi: Core.Strapi): Promise<void> {
  readiness(strapi).require('constraints', () => false);
  await applyConstraints({ connectionString: readEnv().databaseUrl });
  readiness(strapi).require('constraints', () => true);
}
