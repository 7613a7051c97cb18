import type { Locale } from '@gangway/kit';
import type { EventFilters, SortOrder } from '../contract/event-filters.ts';
import { type ActivityRow, activityRows } from '../search/columns/activity-rows.ts';
import { find, type Found } from '../search/columns/find.ts';
import { type Matches, rowsOf } from '../search/columns/rows.ts';
import type { Season } from '../search/columns/season.ts';
import { windowOf } from '../search/columns/window.ts';
import type { Room } from '../search/columns/window-counts.ts';
import { lotsOf, placesNow, type SeasonIndex, seasonIndex } from '../search/season-index.ts';
import { askText, type TextAnswer } from '../search/text/ask-text.ts';
import { suggestionsFor } from '../search/text/suggest.ts';
import type { TextIndex } from '../search/text/text-index.ts';
import type { Departure } from './departure.ts';
import type { CatalogueNow } from './offer-now.ts';

export type Search = {
  catalogue: CatalogueNow;
  filters: EventFilters;
  locale: Locale;
  sort: SortOrder;
  /** Facets count activities instead of departures. */
  byActivity?: boolean;
};

/** What a search finds; `rows` and `activities` are cut from it in the order asked for. */
export type Searched = {
  season: Season;
  /** Departures that match. */
  total: number;
  tallies: Found['tallies'];
  searchedFor: string | undefined;
  /** What the words may mean instead; it need not pass the filters. */
  suggestions(): string[];
  rows(part: { from: number; count: number }): Departure[];
  activities(): ActivityRow[];
  departureAt(position: number): Departure;
};

export function searchEvents({ catalogue, filters, locale, sort, byActivity = false }: Search): Searched {
  const { snapshot, now } = catalogue;
  const index = seasonIndex({ snapshot, now });
  const { season } = index;
  const lots = looksAtPrices(filters, sort) ? lotsOf(index, catalogue) : index.whole;
  const room = roomFor(filters, { index, catalogue });
  if (room || lots !== index.whole) catalogue.dependsOnOffers();
  const words = answerTo(filters.q, index.texts.get(locale));
  const window = windowOf(season, { from: filters.from, to: filters.to, now });
  const scores = words?.scores;
  const found = find({ season, lots, window, filters, locale, scores, room, byActivity });
  const matches = { season, lots, found, window, sort, scores };
  const buyable = byActivity ? buyableNow(index, catalogue) : undefined;
  return { ...view(matches, catalogue, buyable), ...wordsOf(words, filters.q, index.texts.get(locale)) };
}

function looksAtPrices({ priceMin, priceMax }: EventFilters, sort: SortOrder): boolean {
  return sort.endsWith('price') || priceMin !== undefined || priceMax !== undefined;
}

type Place = { index: SeasonIndex; catalogue: CatalogueNow };

function roomFor({ seatsMin }: EventFilters, { index, catalogue }: Place): Room | undefined {
  return seatsMin === undefined ? undefined : { left: placesNow(index, catalogue), wanted: seatsMin };
}

type Texts = TextIndex | undefined;

function answerTo(q: string | undefined, texts: Texts) {
  return q && texts ? askText(texts, q) : undefined;
}

function buyableNow(index: SeasonIndex, catalogue: CatalogueNow): Int32Array {
  catalogue.dependsOnOffers();
  return placesNow(index, catalogue);
}

type WordsAsked = Pick<Searched, 'searchedFor' | 'suggestions'>;

function wordsOf(words: TextAnswer | undefined, q: string | undefined, texts: Texts): WordsAsked {
  return {
    searchedFor: words?.searchedFor,
    // Words that are known and do not pass the filters were not mistaken.
    suggestions: () => (words && !words.found && q && texts ? suggestionsFor(texts, q) : []),
  };
}

type Shown = Omit<Searched, keyof WordsAsked>;

function view(matches: Matches, { snapshot }: CatalogueNow, buyable: Int32Array | undefined): Shown {
  const { season, found } = matches;
  const departureAt = (position: number) => snapshot.byId.get(season.ids[position] as string) as Departure;
  return {
    season,
    total: found.chosen.reduce((sum, place) => sum + (found.counts[place] as number), 0),
    tallies: found.tallies,
    rows: (part) => rowsOf({ ...matches, ...part }).map(departureAt),
    activities: () => activityRows(matches, buyable),
    departureAt,
  };
}
