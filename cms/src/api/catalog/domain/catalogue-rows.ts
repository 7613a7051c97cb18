import type { Currency, Localized, VatKind, VatMode } from '@gangway/kit';

/** One published language of an activity. Ids are document ids, `rowId` is the row that pictures hang on. */
export type ActivityRow = {
  id: string;
  rowId: number;
  /** Strapi's code: ru, en, zh-Hans. */
  locale: string;
  title: string;
  summary: string;
  description: string;
  included: string | null;
  notIncluded: string | null;
  meetingPoint: string | null;
  questions: string | null;
  slug: string;
  kind: 'excursion' | 'event' | 'rental';
  audience: 'public' | 'members' | 'vip';
  durationMinutes: number;
  minAge: number | null;
  tourLanguages: string | null;
  vatMode: VatMode;
  vatKind: VatKind;
  refundPolicy: 'until24h' | 'flexible' | 'nonRefundable';
  passengerData: 'none' | 'names' | 'documents';
  salesCutoffMinutes: number | null;
  /** Orders activities and says nothing else: the managers' number, then the tickets of the last thirty days. */
  popularity: number | null;
  archived: boolean;
  sellerId: string | null;
  routeId: string | null;
  categoryIds: string[];
  ticketTypeIds: string[];
};

export type EventState = 'draft' | 'on_sale' | 'closed' | 'boarding' | 'departed' | 'completed' | 'cancelled';

/** Moments are milliseconds since the epoch, here and below. */
export type EventRow = {
  id: string;
  activityId: string | null;
  vesselId: string | null;
  venueId: string | null;
  berthId: string | null;
  planId: string | null;
  startAt: number;
  endAt: number;
  timezone: string;
  seating: 'assigned' | 'general';
  capacity: number;
  salesStartAt: number | null;
  salesEndAt: number | null;
  state: EventState;
  delayMinutes: number | null;
  notice: Localized | null;
};

export type PriceRow = {
  id: string;
  activityId: string | null;
  eventId: string | null;
  ticketTypeId: string | null;
  zone: string | null;
  amount: number;
  currency: Currency;
  validFrom: number | null;
  validTo: number | null;
};

export type FeeRow = {
  id: string;
  sellerId: string | null;
  name: Localized;
  kind: 'amount' | 'percent';
  amount: number | null;
  percent: number | null;
  currency: Currency;
  vatMode: VatMode;
  vatKind: VatKind;
};

export type TicketTypeRow = {
  id: string;
  name: Localized;
  code: string;
  minAge: number | null;
  maxAge: number | null;
  occupiesPlace: boolean;
  needsAdult: boolean;
  proof: Localized | null;
  position: number;
  archived: boolean;
};

export type SellerRow = {
  id: string;
  slug: string;
  name: Localized;
  legalName: Localized;
  legalAddress: Localized;
  country: string;
  currency: Currency;
  inn: string | null;
  ogrn: string | null;
  registration: string | null;
  phone: string;
  email: string;
  offerPage: string | null;
  archived: boolean;
};

export type VesselRow = { id: string; name: Localized; kind: string; planId: string | null };

export type VenueRow = {
  id: string;
  name: Localized;
  address: Localized;
  latitude: number | null;
  longitude: number | null;
};

export type BerthRow = {
  id: string;
  slug: string;
  name: Localized;
  address: Localized;
  city: Localized;
  directions: Localized | null;
  latitude: number;
  longitude: number;
};

export type RouteRow = { id: string; slug: string; name: Localized };

export type CategoryRow = { id: string; slug: string; name: Localized; position: number; archived: boolean };

/**
 * `version` follows from the drawing, which is null when whoever reads has said that it is known; `written` names the
 * transaction that wrote the row.
 */
export type PlanRow = { id: string; version: string; written: string; geometry: unknown };

export type ProductRow = {
  id: string;
  rowId: number;
  slug: string;
  name: Localized;
  description: Localized;
  kind: 'guide' | 'badge' | 'priority' | 'subscription' | 'gift_card';
  fulfilment: 'digital';
  sellerId: string | null;
  amount: number;
  currency: Currency;
  vatMode: VatMode;
  vatKind: VatKind;
  position: number;
};

type PictureSize = { url: string; width: number; height: number };

/** A picture of the media library where something shows it; `formats` are its variants and the panel's thumbnail. */
export type ImageRow = PictureSize & {
  ownerType: string;
  ownerRowId: number;
  field: string;
  formats: Record<string, PictureSize & { mime: string }> | null;
  /** In hundredths of width and height. */
  focalPoint: { x: number; y: number } | null;
};

/** One published language of an editorial page. */
export type PageRow = {
  id: string;
  /** Strapi's code: ru, en, zh-Hans. */
  locale: string;
  title: string;
  summary: string | null;
  body: string;
  slug: string;
  kind: PageKind;
  inFooter: boolean;
  updatedAt: number;
};

export type PageKind = 'text' | 'offer' | 'privacy' | 'refunds' | 'contact' | 'questions';

/** What managers say about the whole website. */
export type SiteRow = {
  id: string;
  rowId: number;
  name: Localized;
  tagline: Localized;
  accent: string | null;
  phone: string | null;
  email: string | null;
  address: Localized | null;
  footer: Localized | null;
  /** Categories of the home page, in the manager's order. */
  shelfIds: string[];
};

/** Everything the public catalogue is made of, as the tables hold it. */
export type CatalogueRows = {
  activities: ActivityRow[];
  events: EventRow[];
  prices: PriceRow[];
  fees: FeeRow[];
  ticketTypes: TicketTypeRow[];
  sellers: SellerRow[];
  vessels: VesselRow[];
  venues: VenueRow[];
  berths: BerthRow[];
  routes: RouteRow[];
  categories: CategoryRow[];
  plans: PlanRow[];
  products: ProductRow[];
  images: ImageRow[];
  pages: PageRow[];
  sites: SiteRow[];
};

/** The tables beside departures and prices; pictures are read with what they hang on. */
export type OtherName = Exclude<keyof CatalogueRows, 'events' | 'prices' | 'images'>;

export type OtherIds = Partial<Record<OtherName, readonly string[]>>;

/** What the tables hold of those ids, with the pictures that hang on them. */
export type OtherRows = Partial<Pick<CatalogueRows, OtherName>> & { images: ImageRow[] };

/** Departures, activities whose prices are meant, and rows of the other tables. */
export type OfferIds = {
  eventIds: readonly string[];
  activityIds: readonly string[];
  others?: OtherIds;
};

/** What the tables hold of them; a departure that was asked for and is not there is not for the public any more. */
export type OfferRows = OfferIds & {
  events: EventRow[];
  /** Those of the departures themselves, and those of the activities that belong to no departure. */
  prices: PriceRow[];
  otherRows?: OtherRows;
};
