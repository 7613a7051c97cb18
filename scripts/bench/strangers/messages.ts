/** Sockets that want nothing, and sockets that ask and never read. */
export interface StrangersOrder {
  url: string;
  idle: number;
  deaf: number;
  /** Asked for by those who do not read. */
  path: string;
}

export interface StrangersReport {
  opened: number;
  refused: number;
  /** Still open when it was asked. */
  open: number;
}

export type ToStrangers = { kind: 'open'; order: StrangersOrder } | { kind: 'report' };
export type FromStrangers =
  | { kind: 'ready' }
  | { kind: 'opened'; report: StrangersReport }
  | { kind: 'report'; report: StrangersReport };
