import type { Payment, Receipt, Refund } from './records.ts';
import type { Switches } from './switches.ts';

/** How long a payment waits for its buyer. Milliseconds. */
export const confirmationMs = 3_600_000;

/** When business time alone changes the object; in milliseconds, Infinity: never. */
export function dueTime(object: Payment | Refund | Receipt, { receiptDelayMs }: Switches): number {
  if ('automatic' in object)
    return object.status === 'pending' ? Date.parse(object.createdAt) + receiptDelayMs : Infinity;
  if ('paymentId' in object) return Infinity;
  if (object.status === 'pending') return Date.parse(object.createdAt) + confirmationMs;
  return object.status === 'waiting_for_capture' ? Date.parse(object.expiresAt ?? '') : Infinity;
}
