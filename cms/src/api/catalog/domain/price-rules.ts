import type { Problem } from '../../../frame/editing/problem.ts';
import { type CurrencyOwner, currencyProblems } from './seller-currency.ts';
import { type Instant, isReversed } from './instant.ts';
import { problems } from './problems.ts';

type PricedActivity = { documentId: string; seller?: CurrencyOwner } | null;

/** A price as it stands after an edit, with what it points at. */
export type EditedPrice = {
  currency: string;
  validFrom?: Instant;
  validTo?: Instant;
  ticketType?: unknown;
  activity?: PricedActivity;
  event?: { activity?: PricedActivity } | null;
};

export function priceProblems(price: EditedPrice): Problem[] {
  const activity = price.activity ?? price.event?.activity;
  return [
    ...subjectProblems(price),
    ...(price.ticketType ? [] : [problems.TICKET_TYPE_REQUIRED('ticketType')]),
    ...currencyProblems(price.currency, activity?.seller),
  ];
}

/** Prices and promotions: both ends are optional. */
export function validityProblems({
  validFrom,
  validTo,
}: {
  validFrom?: Instant;
  validTo?: Instant;
}): Problem[] {
  return isReversed(validFrom, validTo) ? [problems.VALIDITY_ORDER('validTo')] : [];
}

function subjectProblems({ activity, event }: EditedPrice): Problem[] {
  if (!activity && !event) return [problems.PRICE_SUBJECT_REQUIRED('activity')];
  const other = activity && event && event.activity?.documentId !== activity.documentId;
  return other ? [problems.PRICE_OF_OTHER_ACTIVITY('event')] : [];
}
