import type { Core } from '@strapi/strapi';
import type { Context, Middleware } from 'koa';
import {
  authRoutes,
  forgotPassword,
  logIn,
  register,
  sendConfirmation,
} from '../../api/accounts/contract.ts';
import { addressKey } from '../request/trusted-proxies.ts';
import type { Taking } from './create-limits.ts';
import { limits } from './limits.ts';

const limited = new Set(authRoutes.filter(({ method }) => method === 'POST').map(({ path }) => path));

/** What each deed counts for an account; one deed never uses up another. */
const countedAs = new Map<string, 'register' | 'account-links'>([
  [register.path, 'register'],
  [sendConfirmation.path, 'account-links'],
  [forgotPassword.path, 'account-links'],
]);

/** Trying passwords and addresses out, per account and per caller. Stands behind the body and before Strapi's routes. */
export function limitLogIn(strapi: Core.Strapi): Middleware {
  return async (ctx, next) => {
    const path = pathOf(ctx);
    if (ctx.method !== 'POST' || !limited.has(path)) return next();
    const takings = takingsOf(ctx, path);
    for (const taking of [byCaller(ctx), ...takings]) await limits(strapi).take(taking);
    await next();
    // The owner's own log-ins use nothing up.
    if (path !== logIn.path || ctx.status !== 200) return;
    for (const taking of takings) await limits(strapi).giveBack(taking);
  };
}

const pathOf = ({ path }: Context) => path.toLowerCase().replace(/\/$/, '');

const ipOf = ({ state }: Context) => String(state.ip ?? '');

const byCaller = (ctx: Context): Taking => ({
  ...{ name: 'log-in.address', key: addressKey(ipOf(ctx)), ip: ipOf(ctx) },
});

/** What a caller has used up is refused before it counts for the account over all callers. */
function takingsOf(ctx: Context, path: string): Taking[] {
  const { identifier, email } = (ctx.request.body ?? {}) as Record<string, unknown>;
  const account = nameIn(path === logIn.path ? identifier : email);
  const ip = ipOf(ctx);
  if (account === undefined) return [];
  if (path === logIn.path)
    return [
      { name: 'log-in', key: `${account} ${addressKey(ip)}`, ip },
      { name: 'log-in.account', key: account, ip },
    ];
  const name = countedAs.get(path);
  return name ? [{ name, key: account, ip }] : [];
}

/** Strapi finds an account by its name whatever the letters' case. */
const nameIn = (name: unknown): string | undefined =>
  typeof name === 'string' ? name.trim().toLowerCase() : undefined;
