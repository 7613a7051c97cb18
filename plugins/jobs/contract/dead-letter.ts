import type { Transaction } from '@gangway/kit';

/** A job whose last attempt failed. It stays until somebody retries it. */
export type DeadLetter = {
  id: string;
  job: string;
  payload: unknown;
  attempts: number;
  error: string;
  createdAt: Date;
  failedAt: Date;
};

export type DeadLetters = {
  /** Newest first; pages count from 1. `job` lists those of one name, or, ending in a point, of all that begin so. */
  list(page?: {
    page?: number;
    pageSize?: number;
    job?: string | undefined;
  }): Promise<{ letters: DeadLetter[]; total: number }>;
  /** How many there are of each name, by name. */
  count(): Promise<{ job: string; total: number }[]>;
  /**
   * Gives the job all its attempts again; false when there is no such dead letter (any more). With `trx` when that
   * commits, so that who did it is written with it.
   */
  retry(id: string, trx?: Transaction): Promise<boolean>;
};
