import type { Departure } from '../domain/departure.ts';
import {
  catalogueNow,
  type CatalogueNow,
  holdsAt,
  type Offer,
  type OfferBook,
  type Span,
  spanOf,
  type TakenPlaces,
} from '../domain/offer-now.ts';
import type { Snapshot } from '../domain/snapshot.ts';

/** What answers are made from. `taken.version` changes with the places held and sold. */
export type Moment = { snapshot: Snapshot; taken: { version: number; places: TakenPlaces }; now: number };

/** A look at the catalogue that notes what is seen. */
export type Look = {
  catalogue: CatalogueNow;
  /** Says that the answer shows this departure, whatever it offers. */
  shows: (departure: Departure) => void;
  /** Whether an answer made from this look would be the same at that moment. */
  holds: (at: Moment) => boolean;
};

type Seen = { departures: Map<Departure, Offer | undefined>; everything: boolean };

/** Past this it is cheaper to make the answer again than to look whether each offer is still the same. */
const most = 500;

/** Milliseconds for which an answer stands that depends on all offers, however often they change. */
const restMs = 250;

export function lookAt(at: Moment, { offers }: { offers: OfferBook }): Look {
  const seen: Seen = { departures: new Map(), everything: false };
  const plain = catalogueNow({ snapshot: at.snapshot, taken: at.taken.places, now: at.now, offers });
  const dependsOnOffers = () => {
    seen.everything = true;
    seen.departures.clear();
  };
  const note = (departure: Departure, offer: Offer | undefined) => {
    if (seen.everything) return;
    if (seen.departures.size < most) seen.departures.set(departure, offer);
    else dependsOnOffers();
  };
  const catalogue: CatalogueNow = {
    ...plain,
    offerOf: (departure) => {
      const offer = plain.offerOf(departure);
      note(departure, offer);
      return offer;
    },
    dependsOnOffers,
  };
  return { catalogue, shows: (departure) => note(departure, undefined), holds: holding(at, seen, offers) };
}

// What an answer was made from must not live as long as the answer: it names its catalogue, and does not hold it.
function holding(made: Moment, seen: Seen, offers: OfferBook): Look['holds'] {
  const span: Span = spanOf(made.snapshot, made.now);
  const madeAt = performance.now();
  const structure = new WeakRef(made.snapshot.structure);
  const last = { catalogue: made.snapshot.version, taken: made.taken.version };
  return (at) => {
    if (!holdsAt(span, at.now) || at.snapshot.structure !== structure.deref()) return false;
    if (at.snapshot.version === last.catalogue && at.taken.version === last.taken) return true;
    if (seen.everything) return performance.now() - madeAt < restMs;
    if (!isUnchanged(seen, at, offers)) return false;
    Object.assign(last, { catalogue: at.snapshot.version, taken: at.taken.version });
    return true;
  };
}

function isUnchanged({ departures }: Seen, { snapshot, taken, now }: Moment, offers: OfferBook): boolean {
  for (const [departure, offer] of departures) {
    if (snapshot.byId.get(departure.id) !== departure) return false;
    const places = taken.places.get(departure.id) ?? 0;
    if (offer && offers(departure, { taken: places, now }) !== offer) return false;
  }
  return true;
}
