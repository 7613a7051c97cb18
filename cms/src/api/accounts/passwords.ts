import type { Core } from '@strapi/strapi';
import { perStrapi } from '../../frame/per-strapi.ts';
import { type Personal, passwordFault } from './domain/password-rule.ts';
import { accountErrors } from './errors.ts';

type UserService = {
  ensureHashedPasswords<Values extends { password: string }>(values: Values): Promise<Values>;
  validatePassword(password: string, hash: string): Promise<boolean>;
};

const users = (strapi: Core.Strapi) => strapi.plugin('users-permissions').service('user') as UserService;

/** bcrypt with users-permissions' own cost, so that its panel and ours read the same hashes. */
export async function hashPassword(strapi: Core.Strapi, password: string): Promise<string> {
  return (await users(strapi).ensureHashedPasswords({ password })).password;
}

/** A hash that no password has, as expensive to compare as a real one. */
const nobodys = perStrapi((strapi) => hashPassword(strapi, crypto.randomUUID()));

/** Takes the same time whether there is a hash to compare with or not. */
export async function isPassword(
  strapi: Core.Strapi,
  { password, hash }: { password: string; hash: string | undefined },
): Promise<boolean> {
  const fits = await users(strapi).validatePassword(password, hash ?? (await nobodys(strapi)));
  return fits && hash !== undefined;
}

/** @throws PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_TOO_COMMON, PASSWORD_PERSONAL, PASSWORDS_DIFFER */
export function requireGoodPassword(password: string, personal: Personal, again = password): void {
  const fault = passwordFault(password, personal);
  if (fault) throw accountErrors[fault]();
  if (again !== password) throw accountErrors.PASSWORDS_DIFFER();
}
