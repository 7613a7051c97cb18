import type { Core } from '@strapi/strapi';
import { isAppError } from '@gangway/kit';
import { limits } from '../../../frame/limits/limits.ts';
import { addressKey } from '../../../frame/request/trusted-proxies.ts';

/** A code that is over, used up or for something else is real: hundreds behind one address may have read the same one. */
const wrongGuess = 'UNKNOWN_PROMOTION';

type Trying = { promoCode: string | undefined; ip: string };

/**
 * Codes of promotions are tried out so often and no more. Counted before the code is looked at: whoever has used the limit
 * up hears of no code what it is. One that is real costs nothing.
 * @throws RATE_LIMITED, and whatever `work` throws
 */
export async function countGuesses<Result>(
  strapi: Core.Strapi,
  { promoCode, ip }: Trying,
  work: () => Promise<Result>,
): Promise<Result> {
  if (promoCode === undefined) return work();
  const taking = { name: 'promotions', key: addressKey(ip), ip } as const;
  await limits(strapi).take(taking);
  return work().then(
    async (result) => {
      await limits(strapi).giveBack(taking);
      return result;
    },
    async (error: unknown) => {
      if (!isGuess(error)) await limits(strapi).giveBack(taking);
      throw error;
    },
  );
}

const isGuess = (error: unknown): boolean => isAppError(error) && error.code === wrongGuess;
