import type { CatalogueRows } from '../domain/catalogue-rows.ts';
import { buildSnapshot, type Snapshot } from '../domain/snapshot.ts';
import { oneAtATime } from './one-at-a-time.ts';

export type ProjectionOptions = {
  read: () => Promise<CatalogueRows>;
  now: () => Date;
  log: ProjectionLog;
  /** Milliseconds until a failed rebuild is tried again. */
  retryAfterMs?: number;
};

type ProjectionLog = Record<'warn' | 'error', (facts: object, message: string) => void>;

/** The catalogue in memory. */
export type Projection = {
  /** Undefined until the first build has succeeded. */
  current(): Snapshot | undefined;
  /** Reads the tables anew; never rejects: a failure is logged, keeps what was there and is tried again. */
  rebuild(): Promise<void>;
  /** No further tries. */
  stop(): void;
};

export function createProjection({ read, now, log, retryAfterMs = 2_000 }: ProjectionOptions): Projection {
  const state: { snapshot?: Snapshot; retry?: NodeJS.Timeout; stopped: boolean } = { stopped: false };
  const build = oneAtATime(async () => {
    const snapshot = buildSnapshot(await read(), { version: (state.snapshot?.version ?? 0) + 1, now: now() });
    tellMisfits({ snapshot, before: state.snapshot, log });
    state.snapshot = snapshot;
  });
  const failed = (error: unknown) => {
    if (state.stopped) return;
    log.error({ err: error }, 'the catalogue could not be read; the last one stays');
    clearTimeout(state.retry);
    state.retry = setTimeout(() => void rebuild(), retryAfterMs).unref();
  };
  const rebuild = () => build().catch(failed);
  const stop = () => {
    state.stopped = true;
    clearTimeout(state.retry);
  };
  return { current: () => state.snapshot, rebuild, stop };
}

type News = { snapshot: Snapshot; before: Snapshot | undefined; log: ProjectionLog };

function tellMisfits({ snapshot, before, log }: News): void {
  const told = new Set(before?.misfits.map(({ id }) => id));
  for (const misfit of snapshot.misfits) {
    if (!told.has(misfit.id)) log.warn(misfit, `a ${misfit.kind} is not shown`);
  }
}
