import { List, Map as MapIcon } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { formatMoney } from '@gangway/kit/browser';
import { type Locale, translator, type Words as Texts } from '../../words/index.ts';
import { serverTime } from '../live/server-time.ts';
import { type Shop, websiteShop } from '../live/shop.ts';
import { type Deck, type Layout, type Place, planOf } from '../model/layout.ts';
import { type Say, spokenName } from '../model/names.ts';
import { fullPrice, type Tariff } from '../model/prices.ts';
import { type Hold, type State, stateOf } from '../model/state.ts';
import { lookOf, wordsOf } from '../model/words.ts';
import { Basket } from './Basket.tsx';
import { BestPlaces } from './BestPlaces.tsx';
import { Counts } from './Counts.tsx';
import { foundPlace } from './found-place.ts';
import { Legend } from './Legend.tsx';
import { ListView } from './ListView.tsx';
import { MapView } from './MapView.tsx';
import { NewsLine } from './NewsLine.tsx';
import { type Seats, SeatsProvider, useSeats } from './seats-context.ts';
import { useSeatMap } from './use-seat-map.ts';
import './seat-map.css';

export interface SeatMapProps {
  locale: Locale;
  /** Words of the namespaces `seats` and `common`. */
  texts: Texts;
  eventId: string;
  /** The IANA zone whose clocks people at the departure look at. */
  zone: string;
  layout: Layout;
  tariff: Tariff;
  /** Of `GET /api/events/:id/seats`, own ones as `selected`. */
  seats: { seatCode: string; status: string }[];
  hold?: Hold | undefined;
  /** Ticket types that were chosen before, by seat code. */
  types?: Readonly<Record<string, string>> | undefined;
  /** The house's time when the page was made, ISO 8601. */
  now: string;
  /** Where the way on leads. */
  checkout: string;
  /** `/ws/seatmap?event=…`; without it nothing comes by itself, as on the style guide. */
  liveUrl?: string | undefined;
  shop?: Shop | undefined;
  view?: 'map' | 'list';
  /** What has happened before: for samples. */
  before?: Partial<State> | undefined;
}

/** The live seat map of one departure: a drawing and a list of the same places, and what is chosen of them. */
export function SeatMap(props: SeatMapProps) {
  const seats = useSeatsOf(props);
  const [view, setView] = useState(props.view ?? 'map');
  const [deckId, setDeck] = useState(() => firstDeck(props.layout, props.hold));
  const id = useId();
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const found = foundPlace(seats);
  useEffect(() => {
    if (found) setDeck(found.deck);
  }, [found]);
  const deck = props.layout.decks.find(({ id }) => id === deckId) ?? props.layout.decks[0];
  if (!deck) return null;
  return (
    <SeatsProvider value={seats}>
      <div
        className="seats"
        data-link={seats.state.link}
        data-ready={isReady || undefined}
        data-waiting={(props.liveUrl && !isReady) || undefined}
      >
        <div className="seats__bar">
          <DeckTabs decks={props.layout.decks} chosen={deck} onChoose={setDeck} panel={id} />
          <ViewSwitch view={view} onChoose={setView} />
        </div>
        <div className="seats__main" id={id} {...panelRole({ decks: props.layout.decks, deck, id })}>
          <NewsLine />
          {view === 'map' ? <MapView key={deck.id} deck={deck} /> : <ListView deck={deck} />}
          {(props.liveUrl || props.before) && <LinkState />}
          <Counts />
        </div>
        <div className="seats__side">
          <Basket />
          <BestPlaces />
          <Legend />
        </div>
      </div>
    </SeatsProvider>
  );
}

const firstDeck = ({ decks }: Layout, hold?: Hold): string | undefined =>
  decks.find(({ sections }) =>
    sections.some(({ rows, tables }) =>
      [...rows, ...tables].some(({ seats }) => seats.some(({ seatCode }) => hold?.seats.includes(seatCode))),
    ),
  )?.id ?? decks[0]?.id;

const tabId = (panel: string, deck: Deck): string => `${panel}-${deck.id}`;

const panelRole = ({ decks, deck, id }: { decks: readonly Deck[]; deck: Deck; id: string }) =>
  decks.length > 1 ? { role: 'tabpanel', 'aria-labelledby': tabId(id, deck) } : {};

/** Milliseconds since the server began to answer; 0 on the server itself. */
const pageAge = (): number => {
  if (typeof document === 'undefined') return 0;
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return performance.now() - (page?.responseStart ?? performance.now());
};

function useSeatsOf({ locale, texts, zone, layout, tariff, ...props }: SeatMapProps): Seats {
  const plan = useMemo(() => planOf(layout), [layout]);
  const say = useMemo(() => sayIn(locale, texts), [locale, texts]);
  const [time] = useState(() => serverTime({ iso: props.now, age: pageAge() }));
  const [shop] = useState(
    () => props.shop ?? websiteShop({ eventId: props.eventId, locale, checkout: props.checkout }),
  );
  const [initial] = useState(() => ({
    ...stateOf({ words: wordsOf(props.seats), hold: props.hold, types: props.types }),
    ...props.before,
  }));
  const { state, actions } = useSeatMap({ plan, shop, liveUrl: props.liveUrl, time, initial });
  const looks = useMemo(() => looksOf(state, plan.byId), [state, plan]);
  const price = (place: Place) => fullPrice(tariff, place);
  return {
    ...{ plan, tariff, state, actions, say, locale, zone, time, price, lookAt: looks },
    money: (amount) => formatMoney(amount, locale),
    isBusy: ({ id }) => state.busy.has(id),
    spoken: (place) => spokenName(place, { plan, say, locale, look: looks(place), price: price(place) }),
  };
}

function sayIn(locale: Locale, texts: Texts): Say {
  const t = translator({ locale, words: texts });
  return (key, values) => t(`seats:${key}`, { ...values });
}

/** In hope: what is being asked for is shown as if it were granted, and marked as busy. */
function looksOf({ words, hold, busy }: State, places: ReadonlyMap<string, Place>) {
  const asked = [...busy].flatMap(([id, what]) =>
    (places.get(id)?.seats ?? []).map(({ seatCode }) => ({ seatCode, what })),
  );
  const leaving = new Set(asked.filter(({ what }) => what === 'leaving').map(({ seatCode }) => seatCode));
  const taking = asked.filter(({ what }) => what === 'taking').map(({ seatCode }) => seatCode);
  const own = new Set([...(hold?.seats ?? []).filter((code) => !leaving.has(code)), ...taking]);
  const shown = new Map([...words, ...[...leaving].map((code) => [code, 'free'] as const)]);
  return (place: Place) => lookOf(place, { words: shown, own });
}

interface DeckTabs {
  decks: readonly Deck[];
  chosen: Deck;
  onChoose: (id: string) => void;
  /** The id of what the tabs switch. */
  panel: string;
}

function DeckTabs({ decks, chosen, onChoose, panel }: DeckTabs) {
  const { say, plan, lookAt } = useSeats();
  if (decks.length < 2) return <h2 className="seats__deck">{chosen.name}</h2>;
  const walk = ({ key, currentTarget }: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (!step) return;
    const at = (decks.indexOf(chosen) + step + decks.length) % decks.length;
    onChoose(decks[at]?.id ?? chosen.id);
    currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus();
  };
  const free = ({ id }: Deck) =>
    plan.places
      .filter((place) => place.deck === id && lookAt(place) === 'free')
      .reduce((sum, { seats }) => sum + seats.length, 0);
  return (
    <div className="tabs" role="tablist" aria-label={say('decks')} onKeyDown={walk}>
      {decks.map((deck) => (
        <button
          key={deck.id}
          type="button"
          role="tab"
          className="tab"
          id={tabId(panel, deck)}
          aria-selected={deck === chosen}
          aria-controls={panel}
          tabIndex={deck === chosen ? 0 : -1}
          onClick={() => onChoose(deck.id)}
        >
          {deck.name}
          <span className="soft small numbers">{say('deckFree', { count: free(deck) })}</span>
        </button>
      ))}
    </div>
  );
}

function ViewSwitch({ view, onChoose }: { view: 'map' | 'list'; onChoose: (view: 'map' | 'list') => void }) {
  const { say } = useSeats();
  return (
    <div className="switch" role="group" aria-label={say('view.label')}>
      {(['map', 'list'] as const).map((name) => (
        <button
          key={name}
          type="button"
          className="switch__choice"
          aria-pressed={view === name}
          onClick={() => onChoose(name)}
        >
          {name === 'map' ? <MapIcon size={18} aria-hidden="true" /> : <List size={18} aria-hidden="true" />}
          <span className="switch__name">{say(`view.${name}`)}</span>
        </button>
      ))}
    </div>
  );
}

function LinkState() {
  const { say, state } = useSeats();
  return (
    <p className="link-state small" role="status" data-link={state.link}>
      <span className="link-state__dot" aria-hidden="true" />
      {say(`link.${state.link}`)}
    </p>
  );
}
