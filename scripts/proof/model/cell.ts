import type { Names } from './deeds.ts';
import type { Terms } from './shop-state.ts';

/** What one sequence plays with and nobody else touches: two departures and a promotion. */
export interface Cell {
  /** The departures, by the kind of their places. */
  events: { numbered: string; open: string };
  promoCode: string;
  /** Something of the same seller without places: for asking what the promotion still gives. */
  productId: string;
  names: Names;
  startAt: number;
  promotion: Terms['promotion'];
}

/** The gateway and its buyer's bank. `external` is the gateway's name of an attempt. */
export interface Bank {
  method: string;
  pay(paymentId: string): Promise<void>;
  decline(paymentId: string): Promise<void>;
}

/** A running shop with what a sequence needs beside its public doors. */
export interface House {
  url: string;
  bank: Bank;
  /** Cells that nobody has used. */
  makeCells(count: number): Promise<Cell[]>;
  /** Milliseconds by which business time is ahead now. */
  offset(): number;
  /** Moves business time on and waits until what is over has been tidied up. */
  shift(ms: number): Promise<void>;
  /** Back to real time. */
  reset(): Promise<void>;
}
