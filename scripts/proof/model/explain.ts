import type { Deed, Span, Verdict } from './deeds.ts';
import {
  arrive,
  explainCancel,
  explainRefund,
  explainRefundQuote,
  explainSettle,
  explainStart,
} from './explain-money.ts';
import { explainAgain, explainOrder, explainQuote, explainSteal } from './explain-orders.ts';
import type { Known } from './explain-orders.ts';
import {
  explainBest,
  explainLockedPlaces,
  explainLockedSeats,
  explainLook,
  explainUnlocked,
} from './explain-places.ts';
import { atMoment } from './shop-state.ts';
import type { ShopState } from './shop-state.ts';

/** A moment at which something happens all at once: a deed itself, or the arrival of money that it asked back. */
export type Point = { deed: Deed; arrival?: { orderId: string; askId: string } };

/** The moments that a deed consists of, in their order. */
export function pointsOf(deed: Deed): Point[] {
  const ask = askOf(deed);
  return ask ? [{ deed }, { deed, arrival: ask }] : [{ deed }];
}

function askOf(deed: Deed): { orderId: string; askId: string } | undefined {
  const { orderId } = 'orderId' in deed ? deed : { orderId: '' };
  if ('ended' in deed && deed.ended.status === 200 && deed.ended.data.refund)
    return { orderId, askId: deed.ended.data.refund.id };
  if ('asked' in deed && deed.asked.status === 201) return { orderId, askId: deed.asked.data.id };
  return undefined;
}

export type Explaining = { known: Known; span: Span };

/** The shop after this moment, or why the model cannot believe it. */
export function explain(before: ShopState, point: Point, { known, span }: Explaining): Verdict<ShopState> {
  const state = atMoment(before, span.to);
  const { deed, arrival } = point;
  if (arrival) return arrive(state, arrival);
  const time = { at: span.to, terms: known.terms };
  if ('held' in deed) return explainHeld(state, deed, { known, span });
  if ('quote' in deed) return explainQuote(state, deed, known);
  if ('placed' in deed) return explainOrder(state, deed, known);
  if ('refused' in deed) return explainSteal(state, deed);
  if ('repeated' in deed) return explainAgain(state, deed);
  if ('started' in deed) return explainStart(state, { deed, span });
  if ('attempt' in deed) return explainSettle(state, deed, known);
  if ('ended' in deed) return explainCancel(state, { deed, ...time });
  if ('asked' in deed) return explainRefund(state, { deed, ...time });
  if ('quoted' in deed) return explainRefundQuote(state, { deed, ...time });
  return explainLook(state, deed.command, deed.seats);
}

function explainHeld(
  state: ShopState,
  { command, held }: Extract<Deed, { held: unknown }>,
  { known: { names }, span }: Explaining,
): Verdict<ShopState> {
  const seen = { held, names, span };
  if (command.do === 'lock seats') return explainLockedSeats(state, command, seen);
  if (command.do === 'lock places') return explainLockedPlaces(state, command, seen);
  if (command.do === 'best') return explainBest(state, command, seen);
  return explainUnlocked(state, command, seen);
}
