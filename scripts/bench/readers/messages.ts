/** What readers of a seat map are told and what they tell. Moments are milliseconds of the machine's own clock. */
export type ToReaders =
  | { kind: 'open'; url: string; eventId: string; count: number; firstAddress: number }
  | { kind: 'changes'; changes: Change[] };

/** A place whose word changed; `at` is when the answer to the lock was there. */
export interface Change {
  seatCode: string;
  word: string;
  at: number;
}

export interface ReadersReport {
  /** Packed histogram: from the answer to the frame, reader by reader and change by change. */
  delays: string;
  /** Frames that a reader should have had and had not. */
  missed: number;
  /** Connections that did not last. */
  lost: number;
  frames: number;
}

export type FromReaders =
  | { kind: 'ready' }
  | { kind: 'opened'; open: number; lost: number }
  | { kind: 'report'; report: ReadersReport };

/** The same in every process of the machine. */
export const machineMs = (): number => Number(process.hrtime.bigint()) / 1e6;
