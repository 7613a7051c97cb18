import { createContext, useContext } from 'react';
import type { Money } from '@gangway/kit/browser';
import type { Locale } from '../../words/index.ts';
import type { ServerTime } from '../live/server-time.ts';
import type { Place, Plan } from '../model/layout.ts';
import type { Say } from '../model/names.ts';
import type { Tariff } from '../model/prices.ts';
import type { State } from '../model/state.ts';
import type { Look } from '../model/words.ts';
import type { Actions } from './use-seat-map.ts';

/** What every part of the map knows. */
export interface Seats {
  plan: Plan;
  tariff: Tariff;
  state: State;
  actions: Actions;
  say: Say;
  locale: Locale;
  money: (amount: Money) => string;
  /** How the place looks to this buyer, what is being asked for included. */
  lookAt: (place: Place) => Look;
  isBusy: (place: Place) => boolean;
  spoken: (place: Place) => string;
  price: (place: Place) => Money | undefined;
  time: ServerTime;
  /** The IANA zone of the departure. */
  zone: string;
}

const context = createContext<Seats | undefined>(undefined);

export const SeatsProvider = context.Provider;

export function useSeats(): Seats {
  const seats = useContext(context);
  if (!seats) throw new Error('A part of the seat map stands outside of it.');
  return seats;
}
