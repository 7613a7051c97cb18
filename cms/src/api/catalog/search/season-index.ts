import { createHash } from 'node:crypto';
import { type Locale, locales } from '@gangway/kit';
import { atOnce, eachOf, type Steps } from '../domain/in-slices.ts';
import type { CatalogueNow } from '../domain/offer-now.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { inTurns } from '../projection/in-turns.ts';
import { type Lots, lotsNow, openingPriceBook, type PriceBook, wholeLots } from './columns/lots.ts';
import { type Moment, type Offers, offersNow, openingOffers } from './columns/offers.ts';
import { buildingSeason, type Season } from './columns/season.ts';
import { outingDocument } from './outing-text.ts';
import { type PlacesLeft, placesLeft } from './places-left.ts';
import { buildingTextIndex, type SearchDocument, type TextIndex } from './text/text-index.ts';

/** What searching needs of the departures, at one structure of the catalogue. */
export type SeasonIndex = {
  season: Season;
  texts: Map<Locale, TextIndex>;
  /** One for each outing, for whoever asks for no price. */
  whole: Lots;
  offers: Offers;
  prices: PriceBook;
  places?: PlacesLeft;
};

const indexes = new WeakMap<object, SeasonIndex>();
const textsKept: { digest: string; texts: SeasonIndex['texts'] } = { digest: '', texts: new Map() };

function* building(moment: Moment): Steps<SeasonIndex> {
  const season = yield* buildingSeason(moment.snapshot.departures);
  const texts = yield* textsOf(season);
  const offers = yield* openingOffers(season, moment);
  const prices = yield* openingPriceBook(season, offers);
  return { season, texts, whole: wholeLots(season), offers, prices };
}

/** Words change seldom: the dictionaries stay as long as they would be built from the same. */
function* textsOf({ outings }: Season): Steps<SeasonIndex['texts']> {
  const documents: SearchDocument[] = [];
  const hash = createHash('sha256');
  yield* eachOf(outings, (outing) => {
    const document = outingDocument(outing);
    documents.push(document);
    hash.update(JSON.stringify(document));
  });
  const digest = hash.digest('base64url');
  if (digest !== textsKept.digest) {
    Object.assign(textsKept, { digest, texts: yield* dictionaries(documents) });
  }
  return textsKept.texts;
}

function* dictionaries(documents: readonly SearchDocument[]): Steps<SeasonIndex['texts']> {
  const texts = new Map<Locale, TextIndex>();
  for (const locale of locales) texts.set(locale, yield* buildingTextIndex(documents, locale));
  return texts;
}

/** The index of a snapshot; built here and now unless `prepareSearch` was there first. */
export function seasonIndex(moment: Moment): SeasonIndex {
  const { structure } = moment.snapshot;
  const index = indexes.get(structure) ?? atOnce(building(moment));
  indexes.set(structure, index);
  return index;
}

/** Builds the index of a snapshot ahead of the first question, in turns with everything else that the process does. */
export async function prepareSearch(snapshot: Snapshot, { now }: { now: number }): Promise<void> {
  if (indexes.has(snapshot.structure)) return;
  indexes.set(snapshot.structure, await inTurns(building({ snapshot, now })));
}

/** The departures that cost the same, at the moment of the catalogue. */
export function lotsOf({ season, offers, prices }: SeasonIndex, catalogue: CatalogueNow): Lots {
  return lotsNow(prices, season, offersNow(offers, season, catalogue));
}

/** How many places can be bought now, at each position. */
export function placesNow(index: SeasonIndex, catalogue: CatalogueNow): Int32Array {
  const { season } = index;
  const offers = offersNow(index.offers, season, catalogue);
  index.places = placesLeft(index.places, season, { offers, taken: catalogue.taken });
  return index.places.left;
}
