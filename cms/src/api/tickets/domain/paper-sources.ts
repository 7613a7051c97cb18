import type { Localized } from '@gangway/kit';

export interface PlaceSource {
  name: Localized;
  address: Localized;
  city: Localized | null;
  directions: Localized | null;
  latitude: number | null;
  longitude: number | null;
}

/** What an activity is called in one of Strapi's languages. */
export interface ActivitySource {
  locale: string;
  title: string;
  meetingPoint: string | null;
}

/** A departure as the tables hold it now, those that the catalogue no longer shows included. */
export interface DepartureSource {
  id: string;
  /** Milliseconds since the epoch, without the delay. */
  startAt: number;
  endAt: number;
  delayMinutes: number;
  timezone: string;
  activity: ActivitySource[];
  vessel: Localized | null;
  berth: PlaceSource | null;
  venue: PlaceSource | null;
  route: Localized | null;
  /** What its page announces. */
  notice?: Localized | null;
  /** The drawing that seats are found in; unchecked. */
  geometry: unknown;
}

export interface SellerSource {
  name: Localized;
  legalName: Localized;
  legalAddress: Localized;
  country: string;
  inn: string | null;
  kpp: string | null;
  ogrn: string | null;
  registration: string | null;
  phone: string;
  email: string;
  /** Slug of the page with the terms of sale. */
  offerPage: string | null;
}
