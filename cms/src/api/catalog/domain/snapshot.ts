import type { Departure } from './departure.ts';
import type { Editorial } from './editorial.ts';
import type { Misfit } from './misfit.ts';
import type { Product } from './products.ts';

export { compareIds } from './leaving-order.ts';
export { type Product, productTax } from './products.ts';

/** The public catalogue at one version of the tables; never changed, only replaced. */
export type Snapshot = {
  version: number;
  /**
   * Shared by all snapshots in which the same departures leave in the same order with the same links, words and
   * times: what differs between them are prices, places, states, sales windows and notices.
   */
  structure: object;
  /** In the order in which they leave. Put together when it is first asked for. */
  readonly departures: readonly Departure[];
  /** To look up in, not to walk through. */
  byId: ReadonlyMap<string, Departure>;
  byActivity: ReadonlyMap<string, readonly Departure[]>;
  /** Ids of departures that were replaced after that version; undefined when it is another structure or long ago. */
  changedSince(version: number): readonly string[] | undefined;
  products: readonly Product[];
  editorial: Editorial;
  /** Sorted moments beside the whole minutes at which an answer may change by itself. */
  turningPoints: readonly number[];
  misfits: readonly Misfit[];
};
