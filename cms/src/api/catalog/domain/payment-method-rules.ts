import type { Problem } from '../../../frame/editing/problem.ts';
import { problems } from './problems.ts';

/** Where an order comes from. */
export const channels = ['web', 'miniapp', 'bot', 'desk', 'phone', 'reseller'] as const;

export type EditedPaymentMethod = {
  key?: string | null;
  minAmount?: number | null;
  maxAmount?: number | null;
  channels?: string | null;
};

const keyPattern = /^[a-z0-9-]{1,40}(:[a-z0-9_-]{1,40})?$/;

export function paymentMethodProblems({
  key,
  minAmount,
  maxAmount,
  channels: given,
}: EditedPaymentMethod): Problem[] {
  const reversed = (maxAmount ?? Infinity) < (minAmount ?? 0);
  const unknown = channelList(given).find((name) => !channels.some((channel) => channel === name));
  return [
    ...(!key || keyPattern.test(key) ? [] : [problems.PAYMENT_METHOD_KEY('key')]),
    ...(reversed ? [problems.AMOUNT_ORDER('maxAmount')] : []),
    ...(unknown === undefined ? [] : [problems.UNKNOWN_CHANNEL('channels', { channel: unknown })]),
  ];
}

/** `web, bot` → `['web', 'bot']`; none: everywhere. */
export const channelList = (text: string | null | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
