import { setTimeout as pause } from 'node:timers/promises';
import { type Built, building, plansOf, renewing } from '../domain/catalogue-build.ts';
import type { CatalogueRows, OfferIds, OfferRows } from '../domain/catalogue-rows.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { inTurns } from './in-turns.ts';
import { readNotice, waitingIds, type Waiting } from './notice.ts';
import { oneAtATime } from './one-at-a-time.ts';

export type ProjectionOptions = {
  /** Everything, as it is at one moment. Drawings of the known versions may be left out. */
  read: (knownPlans: readonly string[]) => Promise<CatalogueRows>;
  /** These departures, prices and rows as they are now; the same of drawings. */
  readOffers: (ids: OfferIds, knownPlans: readonly string[]) => Promise<OfferRows>;
  /** Runs before a catalogue of another structure is shown. */
  prepare?: (snapshot: Snapshot) => Promise<void>;
  now: () => Date;
  log: ProjectionLog;
  /** Each time the tables could not be read. */
  onFailure?: () => void;
  /** Milliseconds until a failed reading is tried again. */
  retryAfterMs?: number;
  /** Milliseconds between two readings of what changed: changes within them are read together. */
  togetherMs?: number;
};

type ProjectionLog = Record<'warn' | 'error', (facts: object, message: string) => void>;

/** The catalogue in memory. */
export type Projection = {
  /** Undefined until the first build has succeeded. */
  current(): Snapshot | undefined;
  /** Reads what a notice of the database names; an empty one names everything. */
  hear(notice: string): void;
  /** Reads these, however they are now; settles when they are shown or could not be read, and never rejects. */
  catchUp(ids: OfferIds): Promise<void>;
  /** Reads the tables anew; never rejects: a failure is logged, keeps what was there and is tried again. */
  rebuild(): Promise<void>;
  /** Milliseconds for which something is known to have changed that is not shown yet. */
  behindMs(): number;
  /** Calls whenever a catalogue of another structure is shown. */
  onNewStructure(watcher: () => void): void;
  /** No further tries. */
  stop(): void;
};

type State = {
  built?: Built;
  version: number;
  /** What was heard and is not read. */
  waiting: Waiting;
  /** What was heard while everything is being read: it may have been read before. */
  meanwhile?: Waiting | undefined;
  /** Who is told when what waits has been read. */
  patient: (() => void)[];
  following: boolean;
  rebuilds: number;
  behindSince?: number | undefined;
  retry?: NodeJS.Timeout | undefined;
  stopped: boolean;
  watchers: (() => void)[];
};

type Work = { state: State; options: ProjectionOptions; failed: (error: unknown) => void };

export function createProjection(options: ProjectionOptions): Projection {
  const state: State = {
    version: 0,
    waiting: waitingIds(),
    patient: [],
    following: false,
    rebuilds: 0,
    stopped: false,
    watchers: [],
  };
  const build = oneAtATime(() => readEverything(work));
  const rebuild = async () => {
    clearTimeout(state.retry);
    state.retry = undefined;
    state.behindSince ??= performance.now();
    state.rebuilds += 1;
    await build().catch(work.failed);
    state.rebuilds -= 1;
    noteWhenUpToDate(state);
  };
  const work: Work = { state, options, failed: (error) => retryLater({ state, options, error, rebuild }) };
  const hear = (notice: string) => {
    const asked = readNotice(notice);
    if (asked === 'everything' || (asked !== 'nothing' && !state.built)) return void rebuild();
    if (asked !== 'nothing') follow(work, asked);
  };
  const catchUp = (ids: OfferIds) =>
    new Promise<void>((resolve) => {
      state.patient.push(resolve);
      follow(work, ids);
    });
  const stop = () => {
    state.stopped = true;
    clearTimeout(state.retry);
  };
  const behindMs = () => (state.behindSince === undefined ? 0 : performance.now() - state.behindSince);
  const onNewStructure = (watcher: () => void) => void state.watchers.push(watcher);
  return { current: () => state.built?.snapshot, hear, catchUp, rebuild, behindMs, onNewStructure, stop };
}

type Failure = Pick<Work, 'state' | 'options'> & { error: unknown; rebuild: () => Promise<void> };

function retryLater({ state, options, error, rebuild }: Failure): void {
  if (state.stopped) return;
  options.log.error({ err: error }, 'the catalogue could not be read; the last one stays');
  options.onFailure?.();
  // One that waits is not put off: changes that fail may come faster than it.
  state.retry ??= setTimeout(() => void rebuild(), options.retryAfterMs ?? 2_000).unref();
}

function noteWhenUpToDate(state: State): void {
  if (state.rebuilds > 0 || state.following || state.retry) return;
  state.behindSince = undefined;
}

/** Meanwhile changes go on being read into the former catalogue, and once more into the new one. */
async function readEverything(work: Work): Promise<void> {
  const { state, options } = work;
  const meanwhile = waitingIds();
  state.meanwhile = meanwhile;
  try {
    const built = await readBuilt({ state, options }, meanwhile);
    await options.prepare?.(built.snapshot);
    state.waiting.add(meanwhile.take());
    show({ state, options }, built);
  } finally {
    state.meanwhile = undefined;
  }
  readOn(work);
}

type Site = Pick<Work, 'state' | 'options'>;

async function readBuilt({ state, options }: Site, meanwhile: Waiting): Promise<Built> {
  const plans = state.built ? plansOf(state.built) : new Map<string, never>();
  const rows = await options.read([...plans.keys()]);
  const built = await inTurns(building(rows, { version: nextVersion(state), now: options.now(), plans }));
  return meanwhile.size === 0 ? built : renewed({ state, options }, built, meanwhile.take());
}

async function renewed({ state, options }: Site, built: Built, ids: OfferIds): Promise<Built> {
  const rows = await options.readOffers(ids, [...plansOf(built).keys()]);
  return inTurns(renewing(built, rows, { version: nextVersion(state), now: options.now() }));
}

function follow(work: Work, asked: OfferIds): void {
  const { state } = work;
  state.waiting.add(asked);
  state.meanwhile?.add(asked);
  state.behindSince ??= performance.now();
  readOn(work);
}

/** What was heard is read, unless somebody is at it. */
function readOn(work: Work): void {
  if (!work.state.following && work.state.waiting.size > 0) void readWhatWaits(work);
}

/** After a failure everything is read again, so nothing needs to be kept. */
async function readWhatWaits(work: Work): Promise<void> {
  const { state, options, failed } = work;
  state.following = true;
  while (state.waiting.size > 0 && !state.stopped) {
    const told = state.patient.splice(0);
    await readChanges(work, state.waiting.take()).catch(failed);
    for (const tell of told) tell();
    await pause(options.togetherMs ?? 50, undefined, { ref: false });
  }
  state.following = false;
  for (const tell of state.patient.splice(0)) tell();
  noteWhenUpToDate(state);
}

async function readChanges({ state, options }: Work, ids: OfferIds): Promise<void> {
  const { built } = state;
  if (!built) return;
  const next = await renewed({ state, options }, built, ids);
  if (next.snapshot.structure !== built.snapshot.structure) await options.prepare?.(next.snapshot);
  // What was read in the meantime as a whole may be younger than these rows.
  if (state.built !== built) return state.waiting.add(ids);
  show({ state, options }, next);
}

const nextVersion = (state: State) => (state.version += 1);

function show({ state, options }: Site, built: Built): void {
  const told = new Set(state.built?.snapshot.misfits.map(({ id }) => id));
  for (const misfit of built.snapshot.misfits) {
    if (!told.has(misfit.id)) options.log.warn(misfit, `a ${misfit.kind} is not shown`);
  }
  const isOther = state.built?.snapshot.structure !== built.snapshot.structure;
  state.built = built;
  if (isOther) state.watchers.forEach((watcher) => watcher());
}
