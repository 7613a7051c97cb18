import type { NumberedChange, Until } from '../domain/place-changes.ts';
import type { EventClaims } from '../store/live-claims.ts';
import { createDeaths, type Deaths } from './deaths.ts';

export type SeatClaimed = { state: 'held' | 'sold' | 'blocked'; until: Until };

/** The live claims of one departure as this process knows them; those that are dead by predicate are among them. */
export type DepartureClaims = {
  readonly eventId: string;
  /** The number of the last change that is known. */
  seq: () => number;
  /** Grows whenever a place may have another word than before. */
  version: () => number;
  /** The claim of a numbered place that counts at the moment of the last `at`. */
  seat: (seatCode: string) => SeatClaimed | undefined;
  /** Goes to a moment: what has died until then no longer counts. */
  at: (now: number) => void;
  /** Places held and sold at that moment. */
  taken: () => number;
  /** The next moment at which a place becomes free by itself. */
  nextDeath: () => number;
  /** Takes a change that follows the last one known; false when it does not follow, or does not say what has changed. */
  apply: (change: NumberedChange) => boolean;
  /** Numbered places that may have another word since the last call, or since the reading. */
  touched: () => ReadonlySet<string>;
};

type Claimed = { places: number; until: Until };

type State = {
  seq: number;
  version: number;
  now: number;
  taken: number;
  seats: Map<string, SeatClaimed>;
  counts: Map<string, Claimed>;
  deaths: Deaths<Dying>;
  touched: Set<string>;
};

/** The claim that ends, as it was when its end was noted. */
type Dying = { of: 'seats' | 'counts'; key: string; claim: SeatClaimed | Claimed };

/** Begins with a full reading, as if no time had passed. */
export function departureClaims(read: EventClaims): DepartureClaims {
  const state: State = {
    ...{ seq: read.seq, version: 1, now: -Infinity, taken: 0 },
    seats: new Map(read.seats.map(({ seatCode, state: word, until }) => [seatCode, { state: word, until }])),
    counts: new Map(read.counts.map(({ id, places, until }) => [id, { places, until }])),
    ...{ deaths: createDeaths(), touched: new Set() },
  };
  recount(state);
  return {
    eventId: read.eventId,
    seq: () => state.seq,
    version: () => state.version,
    seat: (seatCode) => living(state, state.seats.get(seatCode)),
    at: (now) => moveTo(state, now),
    taken: () => state.taken,
    nextDeath: () => state.deaths.next(),
    apply: (change) => apply(state, change),
    touched: () => {
      const { touched } = state;
      state.touched = new Set();
      return touched;
    },
  };
}

export const isLive = (until: Until, now: number): boolean => until === null || until > now;

const living = <Claim extends { until: Until }>({ now }: State, claim: Claim | undefined) =>
  claim && isLive(claim.until, now) ? claim : undefined;

function apply(state: State, { seq, seats, counts }: NumberedChange): boolean {
  if (seq <= state.seq) return true;
  if (seq !== state.seq + 1 || !seats || !counts) return false;
  for (const [seatCode, word, until] of seats) {
    put(state, { of: 'seats', key: seatCode, claim: word === 'free' ? undefined : { state: word, until } });
    state.touched.add(seatCode);
  }
  for (const [id, places, until] of counts)
    put(state, { of: 'counts', key: id, claim: places === 0 ? undefined : { places, until } });
  state.seq = seq;
  state.version += 1;
  return true;
}

type Putting =
  | { of: 'seats'; key: string; claim: SeatClaimed | undefined }
  | { of: 'counts'; key: string; claim: Claimed | undefined };

function put(state: State, { of, key, claim }: Putting): void {
  const known: Map<string, SeatClaimed | Claimed> = state[of];
  state.taken -= weight(living(state, known.get(key)));
  if (!claim) return void known.delete(key);
  known.set(key, claim);
  state.taken += weight(living(state, claim));
  if (claim.until !== null && claim.until > state.now)
    state.deaths.add({ at: claim.until, key: { of, key, claim } });
}

const weight = (claim: SeatClaimed | Claimed | undefined): number =>
  claim === undefined ? 0 : 'places' in claim ? claim.places : 1;

function moveTo(state: State, now: number): void {
  if (now < state.now) return goBack(state, now);
  state.now = now;
  for (const { key: dying } of state.deaths.due(now)) {
    const { of, key, claim } = dying;
    // One that was prolonged, sold or ended since has another end, or none.
    if (state[of].get(key) !== claim) continue;
    state.taken -= weight(claim);
    state.version += 1;
    if (of === 'seats') state.touched.add(key);
  }
}

/** Only a moved clock does that: `claimsInMemory` sees to it. */
function goBack(state: State, now: number): void {
  state.now = now;
  state.version += 1;
  for (const seatCode of state.seats.keys()) state.touched.add(seatCode);
  recount(state);
}

function recount(state: State): void {
  state.deaths = createDeaths();
  state.taken = 0;
  for (const kind of ['seats', 'counts'] as const)
    for (const [key, claim] of state[kind]) {
      state.taken += weight(living<SeatClaimed | Claimed>(state, claim));
      if (claim.until !== null && claim.until > state.now)
        state.deaths.add({ at: claim.until, key: { of: kind, key, claim } });
    }
}
