import type { Refund } from './payment.ts';

type Standing = Pick<Refund, 'status' | 'problem'>;

/** Whether nothing happens to it until people have looked. */
export const waitsForPeople = ({ status, problem }: Standing): boolean =>
  ['requested', 'pending'].includes(status) && problem !== null;

/** Whether it failed and its money went all the same, when it could not be booked any more. */
export const hasGoneTwice = ({ status, problem }: Standing): boolean =>
  status === 'failed' && problem === 'GONE_TWICE';
