/** A public text in the three languages of the house. */
export interface Localized {
  ru: string;
  en: string;
  zh: string;
}

export type Locale = keyof Localized;
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
export type Currency = 'RUB' | 'EUR';
export type VatMode = 'none' | 'included' | 'excluded';
export type Seating = 'assigned' | 'general';

/** The editorial half of an activity; lists become lines, questions become Markdown headings. */
export interface ActivityText {
  title: string;
  summary: string;
  story: string[];
  included: string[];
  notIncluded: string[];
  meetingPoint: string;
  questions: [question: string, answer: string][];
}

/**
 * Minor units. Without `zone` the price holds for every zone that has none of its own. `fromDay` and `toDay`
 * count from the first day of the season; the price holds from the one and up to the other.
 */
export interface PriceRecord {
  type: string;
  zone?: string;
  amount: number;
  fromDay?: number;
  toDay?: number;
}

/** One rule of the timetable. `everyWeeks` keeps each n-th week only, counted from the first day of the season. */
export interface ScheduleRecord {
  vessel?: string;
  venue?: string;
  berth?: string;
  days: Weekday[];
  times: string[];
  seating: Seating;
  /** Without it: the places of the vessel's plan. */
  capacity?: number;
  everyWeeks?: number;
  /** Days of this other activity are left out: it needs the same vessel from morning to night. */
  yieldsTo?: string;
}

export interface ActivityRecord {
  slug: string;
  seller: string;
  kind: 'excursion' | 'event' | 'rental';
  audience: 'public' | 'members' | 'vip';
  durationMinutes: number;
  minAge: number;
  tourLanguages: string;
  refundPolicy: 'until24h' | 'flexible' | 'nonRefundable';
  passengerData: 'none' | 'names' | 'documents';
  salesCutoffMinutes: number;
  popularity: number;
  route?: string;
  categories: string[];
  prices: PriceRecord[];
  schedules: ScheduleRecord[];
  /** Alternative text of the drawn picture; the media library keeps one, in Russian. */
  picture: string;
  text: Record<Locale, ActivityText>;
}

export interface SellerRecord {
  slug: string;
  name: Localized;
  legalName: Localized;
  country: string;
  currency: Currency;
  timezone: string;
  taxRegime: 'general' | 'foreign';
  membershipGate: 'off' | 'all';
  inn?: string;
  kpp?: string;
  ogrn?: string;
  registration?: string;
  legalAddress: Localized;
  bankDetails: string;
  phone: string;
  email: string;
  website: string;
  offerPage: string;
}

export interface BerthRecord {
  slug: string;
  name: Localized;
  address: Localized;
  directions: Localized;
  city: Localized;
  latitude: number;
  longitude: number;
  /** Alternative text of the drawn picture; the media library keeps one, in Russian. */
  picture: string;
}

export interface RouteRecord {
  slug: string;
  name: Localized;
  description: Localized;
  durationMinutes: number;
  distanceKm: number;
  berths: string[];
}

export interface CategoryRecord {
  slug: string;
  name: Localized;
}

export interface VesselRecord {
  slug: string;
  name: Localized;
  description: Localized;
  kind: 'ship' | 'boat' | 'yacht' | 'catamaran';
  decks: number;
  lengthMetres: number;
  builtYear: number;
  turnaroundMinutes: number;
  accessible: boolean;
  /** Alternative text of the drawn picture; the media library keeps one, in Russian. */
  picture: string;
}

export interface VenueRecord {
  slug: string;
  name: Localized;
  address: Localized;
  latitude: number;
  longitude: number;
  timezone: string;
  /** Alternative text of the drawn picture; the media library keeps one, in Russian. */
  picture: string;
}

export interface TicketTypeRecord {
  code: string;
  name: Localized;
  minAge?: number;
  maxAge?: number;
  occupiesPlace: boolean;
  needsAdult: boolean;
  proof?: Localized;
}

export interface FeeRecord {
  slug: string;
  name: Localized;
  seller: string;
  kind: 'amount' | 'percent';
  amount?: number;
  percent?: number;
  vatMode: VatMode;
}

/** `days` is how long the code works, counted from the first day of the season. */
export interface PromotionRecord {
  code: string;
  name: Localized;
  seller: string;
  activities: string[];
  kind: 'percent' | 'amount';
  percent?: number;
  amount?: number;
  days: number;
  maxUses: number;
}

export interface ProductRecord {
  slug: string;
  name: Localized;
  description: Localized;
  kind: 'guide' | 'badge' | 'priority' | 'subscription' | 'gift_card';
  seller: string;
  amount: number;
  vatMode: VatMode;
  /** Alternative text of the drawn picture; the media library keeps one, in Russian. */
  picture: string;
}

export interface PageText {
  title: string;
  summary: string;
  body: string;
}

export interface PageRecord {
  slug: string;
  kind: 'text' | 'offer' | 'privacy' | 'refunds' | 'contact' | 'questions';
  inFooter: boolean;
  text: Record<Locale, PageText>;
}

export interface SiteRecord {
  name: Localized;
  tagline: Localized;
  accent: string;
  phone: string;
  email: string;
  address: Localized;
  footer: Localized;
  shelves: string[];
}
