import type { Core } from '@strapi/strapi';
import type { Context, Middleware } from 'koa';
import { authRoutes } from '../../api/accounts/contract.ts';
import { limits } from './limits.ts';

const limited = new Set(authRoutes.filter(({ method }) => method === 'POST').map(({ path }) => path));

/** Trying passwords and addresses out, per account and per caller. Stands behind the body and before Strapi's routes. */
export function limitLogIn(strapi: Core.Strapi): Middleware {
  return async (ctx, next) => {
    if (isLimited(ctx)) await takeAll(strapi, ctx);
    return next();
  };
}

const isLimited = ({ method, path }: Context) =>
  method === 'POST' && limited.has(path.toLowerCase().replace(/\/$/, ''));

async function takeAll(strapi: Core.Strapi, { state, request }: Context): Promise<void> {
  const ip = String(state.ip ?? '');
  await limits(strapi).take({ name: 'log-in.address', key: ip, ip });
  const account = accountIn(request.body);
  if (account !== undefined) await limits(strapi).take({ name: 'log-in', key: account, ip });
}

/** Strapi finds an account by either name, whatever its letters' case. */
function accountIn(body: unknown): string | undefined {
  const { identifier, email } = (body ?? {}) as Record<string, unknown>;
  const name = identifier ?? email;
  return typeof name === 'string' ? name.trim().toLowerCase() : undefined;
}
