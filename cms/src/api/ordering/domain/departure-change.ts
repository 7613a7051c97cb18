import type { Localized } from '@gangway/kit';

/** Why a departure does not leave as it was sold, in words that buyers read. */
export const causes = ['weather', 'technical', 'authorities', 'organisation'] as const;
export type Cause = (typeof causes)[number];

export const causeWords: Record<Cause, Localized> = {
  weather: { ru: 'из-за погоды', en: 'because of the weather', zh: '由于天气原因' },
  technical: { ru: 'по техническим причинам', en: 'for technical reasons', zh: '由于技术原因' },
  authorities: {
    ru: 'по распоряжению портовых служб',
    en: 'by order of the harbour authorities',
    zh: '根据港务部门的要求',
  },
  organisation: { ru: 'по организационным причинам', en: 'for reasons of our own', zh: '由于我方安排调整' },
};

/** When and where a departure leaves. Moments are ISO 8601. */
export type Sailing = {
  startAt: string;
  endAt: string;
  delayMinutes: number;
  berthId: string | null;
  berth: Localized | null;
};

const minute = 60_000;

/** A delay up to this is a nuisance; past it the buyer may have the money back. */
export const delayTolerance = 60;

export const leavesAt = ({ startAt, delayMinutes }: Pick<Sailing, 'startAt' | 'delayMinutes'>): number =>
  Date.parse(startAt) + delayMinutes * minute;

/** Another time or berth gives the right to a full refund, a delay when it is longer than what has to be borne. */
export function givesRefund(before: Sailing, after: Sailing): boolean {
  const isMoved = before.startAt !== after.startAt || before.endAt !== after.endAt;
  const isElsewhere = before.berthId !== after.berthId;
  const isLate = after.delayMinutes > before.delayMinutes && after.delayMinutes > delayTolerance;
  return isMoved || isElsewhere || isLate;
}

export function isSame(before: Sailing, after: Sailing): boolean {
  const keys = ['startAt', 'endAt', 'delayMinutes', 'berthId'] as const;
  return keys.every((key) => before[key] === after[key]);
}

const final = new Set(['departed', 'completed', 'cancelled']);

/** What has left or was given up can be neither changed nor cancelled any more. */
export const isOver = ({ state }: { state: string }): boolean => final.has(state);
