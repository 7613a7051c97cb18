import type { Core } from '@strapi/strapi';
import createHttpError from 'http-errors';
import type { Middleware } from 'koa';
import { readEnv } from '@gangway/config/env';
import { operatorError } from '../process/operator-error.ts';

const registration = /^\/admin\/register-admin\/?$/i;

const isAnybodyThere = async (strapi: Core.Strapi) => (await strapi.db.query('admin::user').count()) > 0;

/**
 * Real sales never wait for a first visitor to become the administrator.
 * @throws OperatorError ADMIN_MISSING
 */
export async function refuseMissingAdministrator(strapi: Core.Strapi): Promise<void> {
  const { admin, sandbox } = readEnv();
  if (sandbox.enabled || admin.password || (await isAnybodyThere(strapi))) return;
  throw operatorError(
    'ADMIN_MISSING',
    'SANDBOX=off refuses a back office without an administrator: set ADMIN_EMAIL and ADMIN_PASSWORD.',
  );
}

/** Strapi's door for the first administrator exists only while a demonstration has none. */
export function closeRegistration(strapi: Core.Strapi): Middleware {
  return async (ctx, next) => {
    if (registration.test(ctx.path) && (await isClosed(strapi))) throw createHttpError(404);
    return next();
  };
}

const isClosed = async (strapi: Core.Strapi) => !readEnv().sandbox.enabled || isAnybodyThere(strapi);
