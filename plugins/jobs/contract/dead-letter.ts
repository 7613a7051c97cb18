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
  /** Newest first; pages count from 1. */
  list(page?: { page?: number; pageSize?: number }): Promise<{ letters: DeadLetter[]; total: number }>;
  /** Gives the job all its attempts again; false when there is no such dead letter (any more). */
  retry(id: string): Promise<boolean>;
};
