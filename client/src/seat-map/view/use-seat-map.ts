import { useEffect, useMemo, useReducer, useRef } from 'react';
import type { ServerTime } from '../live/server-time.ts';
import { type SeatSocket, watchSeats } from '../live/seat-socket.ts';
import type { Answer, BestWish, Refusal, Shop, Wanted } from '../live/shop.ts';
import type { Place, Plan } from '../model/layout.ts';
import { type Action, type Hold, type News, reducer, type State } from '../model/state.ts';

/** What one session may take of a departure at a time: `TOO_MANY_PLACES` of the API. */
export const mostPlaces = 12;

export interface Actions {
  toggle: (place: Place) => void;
  take: (seats: readonly string[]) => void;
  letGo: (seats: readonly string[]) => void;
  changeCount: (change: { ticketTypeId: string; by: 1 | -1; zone?: string }) => void;
  takeBest: (wish: BestWish) => void;
  chooseTicket: (seats: readonly string[], ticketTypeId: string) => void;
  proceed: () => void;
  dismiss: () => void;
}

interface Following {
  plan: Plan;
  shop: Shop;
  /** Where the live map is; without it nothing comes by itself. */
  liveUrl: string | undefined;
  time: ServerTime;
  initial: State;
}

/** The state of the map and what can be done with it. Requests go one after the other, as they were clicked. */
export function useSeatMap({ plan, shop, liveUrl, time, initial }: Following): {
  state: State;
  actions: Actions;
} {
  const [state, dispatch] = useReducer(
    useMemo(() => reducer(plan), [plan]),
    initial,
  );
  const queue = useRef<Promise<void>>(Promise.resolve());
  const latest = useRef(state);
  latest.current = state;
  const inTurn = useMemo(
    () => (work: () => Promise<void>) => {
      queue.current = queue.current.then(work, work);
    },
    [],
  );
  const actions = useMemo(
    () => actionsOf({ plan, shop, dispatch, inTurn, current: () => latest.current }),
    [plan, shop, inTurn],
  );
  useLive({ liveUrl, dispatch, gap: state.gap });
  useOwnWord({ state, shop, time, dispatch, inTurn });
  return { state, actions };
}

interface Acting {
  plan: Plan;
  shop: Shop;
  dispatch: (action: Action) => void;
  inTurn: (work: () => Promise<void>) => void;
  current: () => State;
}

const placesOf = (plan: Plan, seats: readonly string[]): string[] => [
  ...new Set(seats.flatMap((code) => plan.bySeat.get(code)?.id ?? [])),
];

function actionsOf(acting: Acting): Actions {
  const { plan, shop, dispatch, inTurn, current } = acting;
  const ask = (
    places: string[],
    what: 'taking' | 'leaving',
    call: () => Promise<Answer<Hold | undefined>>,
  ) => {
    dispatch({ type: 'asking', places, for: what });
    inTurn(async () => dispatch(answered(await call(), { places, before: current().hold, what })));
  };
  const take = (seats: readonly string[]) => {
    if (seatCount(current()) + seats.length > mostPlaces)
      return dispatch({ type: 'refused', places: [], news: { kind: 'limit' } });
    ask(placesOf(plan, seats), 'taking', () => shop.take({ seats }));
  };
  const letGo = (seats: readonly string[]) =>
    ask(placesOf(plan, seats), 'leaving', () => shop.letGo({ seats }));
  return {
    ...{ take, letGo },
    toggle: (place) => toggle(place, current(), { take, letGo }),
    changeCount: ({ ticketTypeId, by, zone }) => {
      const wanted: Wanted = { quantities: { [ticketTypeId]: 1 }, ...(zone ? { zone } : {}) };
      ask([], by > 0 ? 'taking' : 'leaving', () => (by > 0 ? shop.take(wanted) : shop.letGo(wanted)));
    },
    takeBest: (wish) => {
      if (seatCount(current()) + wish.count > mostPlaces)
        return dispatch({ type: 'refused', places: [], news: { kind: 'limit' } });
      ask(['best'], 'taking', () => shop.takeBest(wish));
    },
    chooseTicket: (seats, ticketTypeId) => dispatch({ type: 'ticket', seats, ticketTypeId }),
    proceed: () =>
      inTurn(async () => {
        const isOnItsWay = await shop.proceed(chosen(current()));
        if (!isOnItsWay) dispatch({ type: 'refused', places: [], news: unreachable });
      }),
    dismiss: () => dispatch({ type: 'told' }),
  };
}

function toggle(
  place: Place,
  { hold, busy, words }: State,
  { take, letGo }: Pick<Actions, 'take' | 'letGo'>,
) {
  if (busy.has(place.id)) return;
  const seats = place.seats.map(({ seatCode }) => seatCode);
  if (seats.every((code) => hold?.seats.includes(code))) return letGo(seats);
  if (seats.every((code) => words.get(code) === 'free')) take(seats);
}

/** Those who sit on a lap do not count; what else there is too many of the server says. */
const seatCount = ({ hold }: State): number => hold?.seats.length ?? 0;

const chosen = ({ hold, types }: State) =>
  Object.fromEntries(Object.entries(types).filter(([code]) => hold?.seats.includes(code)));

type Asked = { places: string[]; before: Hold | undefined; what: 'taking' | 'leaving' };

function answered(answer: Answer<Hold | undefined>, { places, before, what }: Asked): Action {
  if (!answer.ok) return { type: 'refused', places, news: newsOf(answer.refusal) };
  const found = answer.value?.seats.filter((code) => !before?.seats.includes(code)) ?? [];
  const isBest = places[0] === 'best' && what === 'taking';
  const news = isBest && found.length > 0 ? { news: { kind: 'found', seats: found } satisfies News } : {};
  return { type: 'held', hold: answer.value, places, ...news };
}

const unreachable: News = { kind: 'refused', code: 'UNREACHABLE', message: '', seats: [] };

const newsOf = ({ code, message, seats }: Refusal): News =>
  code === 'TOO_MANY_PLACES' ? { kind: 'limit' } : { kind: 'refused', code, message, seats };

type Live = { liveUrl: string | undefined; dispatch: (action: Action) => void; gap: boolean };

function useLive({ liveUrl, dispatch, gap }: Live): void {
  const socket = useRef<SeatSocket>(undefined);
  useEffect(() => {
    if (!liveUrl) return undefined;
    const open = watchSeats({
      url: new URL(liveUrl, location.href.replace(/^http/, 'ws')).href,
      onFrame: (frame) => dispatch({ type: 'frame', frame }),
      onLink: (link) => dispatch({ type: 'link', link }),
      onOtherPlan: () => location.reload(),
    });
    socket.current = open;
    const hurry = () => open.hurry();
    window.addEventListener('online', hurry);
    document.addEventListener('visibilitychange', hurry);
    return () => {
      window.removeEventListener('online', hurry);
      document.removeEventListener('visibilitychange', hurry);
      open.stop();
    };
  }, [liveUrl, dispatch]);
  useEffect(() => {
    if (gap) socket.current?.resync();
  }, [gap]);
}

const askAgainMs = 5_000;

/** A browser that goes back may show the page as it was before anything was taken. */
function isGoneBackTo(): boolean {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return page?.type === 'back_forward';
}

/** Until when one's own seats are held is said by taking them: nothing is added by it. */
async function learnHold({ shop, dispatch }: Pick<Acting, 'shop' | 'dispatch'>, seats: readonly string[]) {
  const answer = await shop.take({ seats });
  if (answer.ok) dispatch({ type: 'held', hold: answer.value, places: [] });
}

type OwnWord = Pick<Acting, 'shop' | 'dispatch' | 'inTurn'> & { state: State; time: ServerTime };

/** Asks the server what is really held: when the map contradicts it, when the time is up, when the page is seen or gone back to. */
function useOwnWord({ state: { doubt, hold }, shop, time, dispatch, inTurn }: OwnWord): void {
  const expiresAt = hold?.expiresAt;
  const end = useRef(expiresAt);
  end.current = expiresAt;
  const ask = useMemo(
    () => () =>
      inTurn(async () => {
        const [own, iso] = await Promise.all([shop.own(), shop.now()]);
        if (iso) time.set(iso);
        if (!own) return;
        const isOver = end.current !== undefined && Date.parse(end.current) <= time.now();
        dispatch({ type: 'own', ...own, isOver });
        if (end.current === undefined && own.seats.length > 0) await learnHold({ shop, dispatch }, own.seats);
      }),
    [shop, time, dispatch, inTurn],
  );
  useEffect(() => {
    if (isGoneBackTo()) ask();
  }, [ask]);
  useEffect(() => {
    if (!doubt) return undefined;
    ask();
    const again = setInterval(ask, askAgainMs);
    return () => clearInterval(again);
  }, [doubt, ask]);
  useEffect(() => {
    if (expiresAt === undefined) return undefined;
    const wait = setTimeout(ask, Math.max(Date.parse(expiresAt) - time.now(), 0) + 300);
    const again = setInterval(() => Date.parse(expiresAt) <= time.now() && ask(), askAgainMs);
    return () => {
      clearTimeout(wait);
      clearInterval(again);
    };
  }, [expiresAt, time, ask]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') ask();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [ask]);
}
