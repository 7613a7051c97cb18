import type { Locale, Localized } from '@gangway/kit';
import type { ActivityRow } from './catalogue-rows.ts';

export type RefundKind = ActivityRow['refundPolicy'];

const day = 86_400_000;

const sentences: Record<RefundKind, Localized> = {
  until24h: {
    ru: 'Полный возврат до 24 часов до отправления, позже билеты не возвращаются. Если рейс отменим мы, вернём всё.',
    en: 'Full refund up to 24 hours before departure, none after that. If we cancel, you get everything back.',
    zh: '出发前 24 小时以上可全额退款，之后不予退款。若由我们取消，将全额退还。',
  },
  flexible: {
    ru: 'Полный возврат до самого отправления. Если рейс отменим мы, вернём всё.',
    en: 'Full refund until departure. If we cancel, you get everything back.',
    zh: '出发前均可全额退款。若由我们取消，将全额退还。',
  },
  nonRefundable: {
    ru: 'Билеты не возвращаются. Если рейс отменим мы, вернём всё.',
    en: 'Tickets are not refundable. If we cancel, you get everything back.',
    zh: '售出后不予退款。若由我们取消，将全额退还。',
  },
};

/** The rule of the activity's own policy, as buyers read it. */
export function refundSentence(kind: RefundKind, locale: Locale): string {
  return sentences[kind][locale];
}

/** The last moment at which buyers can give tickets back; null when they cannot. */
export function refundableUntil(kind: RefundKind, startAt: number): number | null {
  if (kind === 'nonRefundable') return null;
  return kind === 'flexible' ? startAt : startAt - day;
}
