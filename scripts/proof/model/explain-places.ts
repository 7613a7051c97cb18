import { openPlaces, rows, seatCodes } from './commands.ts';
import type { Command, Counts, Kind } from './commands.ts';
import { no, said } from './deeds.ts';
import type { Answer, HeldView, Names, Span, Verdict } from './deeds.ts';
import {
  copyOf,
  freeSeats,
  holdLife,
  longestLife,
  mostPlaces,
  openLeft,
  takenSeats,
  unpaidPlaces,
} from './shop-state.ts';
import type { Hold, ShopState } from './shop-state.ts';

export type Held = { held: Answer<HeldView>; names: Names; span: Span };

type Verdicts = Verdict<ShopState>;
type Of<Name extends Command['do']> = Extract<Command, { do: Name }>;

/** Moments are written in milliseconds; two clocks of one machine agree to the last but a few. */
const slack = 50;

const none: Counts = { adult: 0, child: 0 };
const kindOf = (name: string): Kind => (name.endsWith('seats') ? 'numbered' : 'open');

const holdOf = (state: ShopState, { session, kind }: { session: number; kind: Kind }): Hold | undefined =>
  state.holds.find((hold) => hold.session === session && hold.kind === kind);

const refusal = (answer: Answer, expected: string): string | undefined =>
  said(answer) === expected ? undefined : `expected ${expected}`;

const unchanged = (state: ShopState, problem: string | undefined): Verdicts =>
  problem === undefined ? { next: state } : no(problem);

const same = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((one) => right.includes(one));

export function explainLockedSeats(state: ShopState, command: Of<'lock seats'>, seen: Held): Verdicts {
  const { session, seats } = command;
  if (seats.some((seat) => !seatCodes.includes(seat)))
    return unchanged(state, refusal(seen.held, '422 UNKNOWN_SEAT'));
  const own = holdOf(state, { session, kind: 'numbered' })?.seats ?? [];
  const added = seats.filter((seat) => !own.includes(seat));
  const taken = added.filter((seat) => takenSeats(state).has(seat));
  if (taken.length > 0)
    return unchanged(state, refusal(seen.held, '409 SEAT_TAKEN') ?? namesTaken(seen.held, taken));
  return grown(state, { session, kind: 'numbered', seats: added, counts: none, seen });
}

function namesTaken({ details }: Answer, taken: string[]): string | undefined {
  const named = details['seats'];
  const right = Array.isArray(named) && same(named as string[], taken);
  return right ? undefined : `expected the seats ${taken.join()} to be named`;
}

export function explainLockedPlaces(state: ShopState, command: Of<'lock places'>, seen: Held): Verdicts {
  const { session, counts } = command;
  return counted(state, { session, counts, seen });
}

function counted(
  state: ShopState,
  { session, counts, seen }: { session: number; counts: Counts; seen: Held },
): Verdicts {
  const wanted = counts.adult + counts.child;
  if (unpaidPlaces(state, { session, kind: 'open' }) + wanted > mostPlaces)
    return unchanged(state, refusal(seen.held, '422 TOO_MANY_PLACES'));
  if (wanted > openLeft(state)) return unchanged(state, refusal(seen.held, '409 SOLD_OUT'));
  return grown(state, { session, kind: 'open', seats: [], counts, seen });
}

type Growth = { session: number; kind: Kind; seats: string[]; counts: Counts; seen: Held };

/** The hold of the buyer with the new places in it; its end is that of its first place. */
function grown(state: ShopState, { session, kind, seats, counts, seen }: Growth): Verdicts {
  const { held, span } = seen;
  if (held.status !== 200) return no('expected 200');
  const next = copyOf(state);
  const known = holdOf(next, { session, kind });
  const hold = known ?? begun(held.data, { session, kind });
  if (!known) next.holds.push(hold);
  hold.seats.push(...seats);
  hold.counts = { adult: hold.counts.adult + counts.adult, child: hold.counts.child + counts.child };
  const late = known ? undefined : endProblem(hold.expiresAt, span);
  const problem = late ?? viewProblem(held.data, hold, seen.names);
  return problem === undefined ? { next } : no(problem);
}

function begun({ holdId, expiresAt }: HeldView, { session, kind }: { session: number; kind: Kind }): Hold {
  const ends = Date.parse(expiresAt ?? '');
  const term = { expiresAt: ends, longest: ends - holdLife + longestLife };
  return { id: holdId ?? '', session, kind, seats: [], counts: none, ...term };
}

function endProblem(expiresAt: number, { from, to }: Span): string | undefined {
  const fits = expiresAt >= from + holdLife - slack && expiresAt <= to + holdLife + slack;
  return fits ? undefined : 'expected a hold of fifteen minutes';
}

function viewProblem(view: HeldView, hold: Hold, { types }: Names): string | undefined {
  const { adult = 0, child = 0 } = {
    adult: view.quantities[types.adult],
    child: view.quantities[types.child],
  };
  if (view.holdId !== hold.id) return `expected the hold ${hold.id}`;
  if (Date.parse(view.expiresAt ?? '') !== hold.expiresAt) return 'expected the end of the hold not to move';
  if (!same(view.seats, hold.seats)) return `expected the seats ${hold.seats.join() || '(none)'}`;
  if (adult !== hold.counts.adult || child !== hold.counts.child)
    return `expected ${hold.counts.adult} and ${hold.counts.child} tickets`;
  return undefined;
}

/** Any free seats will do, but side by side in one row where a row has so many. */
export function explainBest(state: ShopState, command: Of<'best'>, seen: Held): Verdicts {
  const { session, kind, count, zone } = command;
  if (kind === 'open') return counted(state, { session, counts: { adult: count, child: 0 }, seen });
  const free = freeSeats(state, zone);
  if (free.length < count) return unchanged(state, refusal(seen.held, '409 SOLD_OUT'));
  if (seen.held.status !== 200) return no('expected 200');
  const own = holdOf(state, { session, kind })?.seats ?? [];
  const given = seen.held.data.seats.filter((seat) => !own.includes(seat));
  if (given.length !== count || !given.every((seat) => free.includes(seat)))
    return no(`expected ${count} of the free seats ${free.join()}`);
  if (runs(free, count).length > 0 && !runs(free, count).some((run) => same(run, given)))
    return no('expected seats side by side');
  return grown(state, { session, kind, seats: given, counts: none, seen });
}

const runs = (free: readonly string[], count: number): string[][] =>
  rows
    .flatMap(({ seats }) => seats.map((_, at) => seats.slice(at, at + count)))
    .filter((run) => run.length === count && run.every((seat) => free.includes(seat)));

/** Only what the buyer holds goes; what others hold, and what was ordered, stays. */
export function explainUnlocked(
  state: ShopState,
  command: Of<'unlock seats' | 'unlock places'>,
  { held, names }: Held,
): Verdicts {
  const kind = kindOf(command.do);
  if (held.status !== 200) return no('expected 200');
  const next = copyOf(state);
  const hold = holdOf(next, { session: command.session, kind });
  if (hold) shrink(hold, command);
  next.holds = next.holds.filter(({ seats, counts }) => seats.length + counts.adult + counts.child > 0);
  const left = holdOf(next, { session: command.session, kind });
  const problem = left ? viewProblem(held.data, left, names) : emptyProblem(held.data);
  return problem === undefined ? { next } : no(problem);
}

function shrink(hold: Hold, command: Of<'unlock seats' | 'unlock places'>): void {
  if (command.do === 'unlock seats') {
    hold.seats = hold.seats.filter((seat) => command.seats !== undefined && !command.seats.includes(seat));
    return;
  }
  const { adult, child } = command.counts ?? { adult: openPlaces, child: openPlaces };
  hold.counts = {
    adult: Math.max(0, hold.counts.adult - adult),
    child: Math.max(0, hold.counts.child - child),
  };
}

function emptyProblem({ holdId, seats, quantities }: HeldView): string | undefined {
  const empty = holdId === null && seats.length === 0 && Object.keys(quantities).length === 0;
  return empty ? undefined : 'expected nothing to be held any more';
}

/** The map as this buyer sees it. */
export function explainLook(
  state: ShopState,
  { session }: Of<'look'>,
  seen: Record<string, string>,
): Verdicts {
  const expected = seatMap(state, session);
  const wrong = Object.keys(expected).filter((seat) => seen[seat] !== expected[seat]);
  const first = wrong[0];
  return first === undefined ? { next: state } : no(`expected ${first} to be ${expected[first]}`);
}

/** Every seat with its public word; with a buyer, what this buyer holds is `selected`. */
export function seatMap(state: ShopState, session?: number): Record<string, string> {
  const taken = takenSeats(state);
  const own = session === undefined ? [] : (holdOf(state, { session, kind: 'numbered' })?.seats ?? []);
  const word = (seat: string) => (own.includes(seat) ? 'selected' : (taken.get(seat) ?? 'free'));
  return Object.fromEntries(seatCodes.map((seat) => [seat, word(seat)]));
}
