import type { Locale, Transaction } from '@gangway/kit';
import type { Data } from './attributes.ts';
import type { Problem, Say } from './problem.ts';

/** One row of a content type, with the relations that the rules asked for. */
export type Row = Record<string, unknown> & { id: number; documentId: string; locale?: string | null };

/** What is about to be written; `before` is the row as it stands, absent when it does not exist yet. */
export type Preparation<R> = {
  trx: Transaction;
  data: Data;
  before?: R;
  documentId?: string;
  cloning: boolean;
};

/** The values of the row as it will stand, without relations: what was there under what was typed. */
export type Values<R> = { trx: Transaction; values: Partial<R> & Data; before?: R; documentId?: string };

/** The row as it stands after the write and before the commit; `before` has no relations. */
export type Written<R> = { trx: Transaction; row: R; before?: R; now: Date };

/** `locale` names the one language that is removed, none when the whole document is. */
export type Removal = { trx: Transaction; documentId: string; locale?: Locale; now: Date };

export type Publication = { trx: Transaction; documentId: string; now: Date };

/** The editing rules of one content type. They hold for the panel, the seed and the API alike. */
export type Rules<R = Row> = {
  /** The room, as the audit log names it: `catalog` in `catalog.vessel.updated`. */
  room: string;
  /** The relations that `check` and `follow` look at, in the words of Strapi's query engine. */
  populate?: object;
  /** What a wrong format of a field, or a choice that it does not have, is told with. */
  formats?: Record<string, Say>;
  /** Fills in what people leave to us: addresses, labels, capacities. */
  prepare?(preparation: Preparation<R>): Data | Promise<Data>;
  /** Looks at the row's own values before the write: the database would refuse the same without a word. */
  values?(values: Values<R>): Problem[] | Promise<Problem[]>;
  /** Looks at the row with what it points at. */
  check?(written: Written<R>): Problem[] | Promise<Problem[]>;
  /** Brings along what depends on the row, such as labels elsewhere. */
  follow?(written: Written<R>): Promise<void>;
  removal?(removal: Removal): Promise<Problem[]>;
  /** Removes what has no meaning without the document. */
  clear?(removal: Removal): Promise<void>;
  publication?(publication: Publication): Promise<Problem[]>;
  withdrawal?(publication: Publication): Promise<Problem[]>;
};

/** Rules of a type whose rows have a known shape; the shape is the schema's, so Strapi vouches for it. */
export function defineRules<R extends Row>(rules: Rules<R>): Rules {
  return rules as unknown as Rules;
}
