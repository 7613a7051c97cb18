import type { PaymentState } from '@gangway/kit';
import { isStale } from './next-check.ts';
import { isFinal } from './reconcile.ts';

/** Why people look at an open payment that is asked about all the same: the word of its gateway may still come. */
export const askedOn = ['NO_ANSWER', 'NO_GATEWAY', 'STILL_OPEN'] as const;

/** Whether people know of an open payment, and it is asked about beside them. */
export const isAskedOn = (reason: string | null): boolean => askedOn.some((one) => one === reason);

type Asked = { reason: string | null; needs_review: boolean; started_at: Date };
/** `theirs`: why it stands so, as the gateway says. */
type Answered = { payment: Asked; to: PaymentState; now: Date; theirs?: string | undefined };
type Mark = { needs_review: boolean; reason: string | null };

/** Open for longer than anybody waits. */
const isLeftOpen = ({ payment, to, now }: Answered): boolean =>
  !isFinal(to) && isStale({ startedAt: payment.started_at, now });

/** What an answer of the gateway clears up: that there was none, and at the end also what was open for too long. */
function isClearedUp({ payment: { reason }, to }: Answered): boolean {
  if (isFinal(to)) return isAskedOn(reason) || reason === 'CANNOT_SETTLE';
  return reason === 'NO_ANSWER' || reason === 'NO_GATEWAY';
}

/** Whether people have to look at a payment, and why, after its gateway has answered; they are told of each thing once. */
export function markAfter(answered: Answered): Mark {
  const { to, theirs = null } = answered;
  const { reason, needs_review } = answered.payment;
  if (isLeftOpen(answered))
    return { needs_review: needs_review || reason !== 'STILL_OPEN', reason: 'STILL_OPEN' };
  const cleared = isClearedUp(answered);
  if (needs_review && !cleared) return { needs_review, reason };
  const why = theirs ?? (cleared ? null : reason);
  return { needs_review: false, reason: to === 'succeeded' ? null : why };
}
