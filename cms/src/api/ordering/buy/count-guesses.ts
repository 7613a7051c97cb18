import type { Core } from '@strapi/strapi';
import { isAppError } from '@gangway/kit';
import { limits } from '../../../frame/limits/limits.ts';
import { addressKey } from '../../../frame/request/trusted-proxies.ts';

/** What is learned of a code that is not right. */
const guesses = new Set(['UNKNOWN_PROMOTION', 'PROMOTION_NOT_APPLICABLE', 'PROMOTION_USED_UP']);

type Trying = { promoCode: string | undefined; ip: string };

/**
 * Codes of promotions are tried out so often and no more. Counted before the code is looked at: whoever has used the limit
 * up hears of no code whether it is right. A right one costs nothing.
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

const isGuess = (error: unknown): boolean => isAppError(error) && guesses.has(error.code);
