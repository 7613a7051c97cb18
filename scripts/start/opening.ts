/** One start of the house, while it is being opened. */
export interface Opening {
  /** Where data, secrets and logs are kept. */
  folder: string;
  /** Aborted when somebody wants us to stop. */
  season: 'demo' | 'small';
  signal: AbortSignal;
  /** Everything that was started puts its end here; the last one is ended first. */
  closers: (() => Promise<void>)[];
}
