import type { Plan } from './layout.ts';
import { doubtful, type Frame, justTaken, type Known, withFrame, type Words } from './words.ts';

/** What the session holds on the departure, as the server last said it. */
export interface Hold {
  expiresAt: string;
  seats: readonly string[];
  /** Tickets without a number. */
  counts: readonly HeldCount[];
}

/** So many tickets of a type; `zone` is null where they are in none, as on somebody's lap. */
export interface HeldCount {
  ticketTypeId: string;
  zone: string | null;
  quantity: number;
}

/** `live`: frames come; `lost`: what is shown is the last that was known. */
export type Link = 'connecting' | 'live' | 'lost';

/** Something the buyer has to hear of. `lost` seats can be asked for once more. */
export type News =
  | { kind: 'taken'; seats: readonly string[] }
  | { kind: 'refused'; code: string; message: string; seats: readonly string[] }
  | { kind: 'expired'; seats: readonly string[] }
  | { kind: 'found'; seats: readonly string[] }
  | { kind: 'limit' };

export interface State extends Known {
  link: Link;
  hold: Hold | undefined;
  /** Places that are being asked for or let go. */
  busy: ReadonlyMap<string, 'taking' | 'leaving'>;
  /** Ticket type by seat code, where the buyer chose one. */
  types: Readonly<Record<string, string>>;
  news: News | undefined;
  /** The whole map has to be asked for. */
  gap: boolean;
  /** The own places have to be asked for. */
  doubt: boolean;
}

export type Action =
  | { type: 'frame'; frame: Frame }
  | { type: 'link'; link: Link }
  | { type: 'asking'; places: readonly string[]; for: 'taking' | 'leaving' }
  | { type: 'held'; hold: Hold | undefined; places: readonly string[]; news?: News }
  | { type: 'refused'; places: readonly string[]; news: News }
  | { type: 'own'; seats: readonly string[]; words: Words; isOver: boolean }
  | { type: 'ticket'; seats: readonly string[]; ticketTypeId: string }
  | { type: 'told' };

type Known0 = { words: Words; hold?: Hold; types?: Readonly<Record<string, string>> };

export const stateOf = ({ words, hold, types = {} }: Known0): State => ({
  ...{ seq: undefined, words, link: 'connecting', hold, types },
  ...{ busy: new Map(), news: undefined, gap: false, doubt: false },
});

/** The server's word wins: what was shown in hope is corrected by every answer. */
export const reducer =
  (plan: Plan) =>
  (state: State, action: Action): State => {
    switch (action.type) {
      case 'frame':
        return afterFrame(state, action.frame, plan);
      case 'link':
        return { ...state, link: action.link };
      case 'asking':
        return { ...state, busy: withBusy(state, action.places, action.for), news: undefined };
      case 'held':
        return {
          ...{ ...state, hold: action.hold, busy: withBusy(state, action.places) },
          news: action.news ?? state.news,
        };
      case 'refused':
        return afterRefusal(state, action);
      case 'own':
        return afterOwn(state, action);
      case 'ticket':
        return { ...state, types: { ...state.types, ...ticketFor(action) } };
      case 'told':
        return { ...state, news: undefined };
    }
  };

const ticketFor = ({ seats, ticketTypeId }: { seats: readonly string[]; ticketTypeId: string }) =>
  Object.fromEntries(seats.map((code) => [code, ticketTypeId]));

function withBusy({ busy }: State, places: readonly string[], what?: 'taking' | 'leaving') {
  const others = [...busy].filter(([id]) => !places.includes(id));
  return new Map(what ? [...others, ...places.map((id) => [id, what] as const)] : others);
}

function afterFrame(state: State, frame: Frame, plan: Plan): State {
  const { seq, words, gap } = withFrame(state, frame, plan);
  const asked = busySeats(state, plan);
  const own = state.hold?.seats ?? [];
  const mine = new Set([...own, ...asked]);
  const settled = own.filter((code) => !asked.has(code));
  const taken = justTaken(state.words, words).filter((code) => !mine.has(code));
  return {
    ...{ ...state, seq, words, gap },
    doubt: state.doubt || doubtful(state.words, words, settled).length > 0,
    news: taken.length > 0 ? { kind: 'taken', seats: taken } : state.news,
  };
}

/** About these the next answer says more than any frame. */
const busySeats = ({ busy }: State, plan: Plan): ReadonlySet<string> =>
  new Set([...busy.keys()].flatMap((id) => (plan.byId.get(id)?.seats ?? []).map(({ seatCode }) => seatCode)));

type Refused = Extract<Action, { type: 'refused' }>;

/** Seats that somebody else was faster with are theirs, also before a frame says so. */
function afterRefusal(state: State, { places, news }: Refused): State {
  const lost = news.kind === 'refused' && news.code === 'SEAT_TAKEN' ? news.seats : [];
  const theirs = lost
    .filter((code) => state.words.get(code) === 'free')
    .map((code) => [code, 'reserved'] as const);
  return { ...state, words: new Map([...state.words, ...theirs]), busy: withBusy(state, places), news };
}

/**
 * What the server says the session holds. What is gone and free again has expired; what is gone and somebody's may have
 * been bought in another tab, unless the time is over.
 */
function afterOwn(state: State, { seats, words, isOver }: Extract<Action, { type: 'own' }>): State {
  const { hold } = state;
  const gone = hold?.seats.filter((code) => !seats.includes(code)) ?? [];
  const expired = gone.filter((code) => isOver || words.get(code) === 'free');
  return {
    ...{ ...state, words, doubt: false },
    hold:
      hold && (seats.length > 0 || !(isOver || gone.length > 0)) ? { ...hold, seats: [...seats] } : undefined,
    news: expired.length > 0 ? { kind: 'expired', seats: expired } : state.news,
  };
}
