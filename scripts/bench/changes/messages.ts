/** Something that is changed again and again, and where a change of it has to be seen. */
export type Target =
  /** `price`: row of the price that all grown-ups pay there, on this departure or on all of its activity. */
  | { kind: 'price'; of: 'departure' | 'activity'; price: number; eventId: string; list: string }
  /** A place is taken and given back by turns. */
  | { kind: 'stock'; ticketTypeId: string; eventId: string; list: string };

export interface ChangesOrder {
  databaseUrl: string;
  cmsUrl: string;
  targets: Target[];
  perSecond: number;
}

/** What became of the changes since the last report. Latencies are from the commit to the first answer that shows it. */
export interface ChangesReport {
  changes: number;
  seconds: number;
  /** Packed histogram. */
  visible: string;
  /** Answers that were asked for a second or more after the commit and did not show it. */
  stale: number;
  /** Changes by what was changed. */
  kinds: Record<string, number>;
  failures: Record<string, number>;
}

export type ToChanges = { kind: 'begin'; order: ChangesOrder } | { kind: 'report' } | { kind: 'end' };
export type FromChanges = { kind: 'ready' } | { kind: 'report'; report: ChangesReport };
