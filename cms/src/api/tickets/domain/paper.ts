import type { Locale } from '@gangway/kit';

/** Where people board, in the language of the paper. */
export interface PaperPlace {
  name: string;
  address: string;
  /** Empty for a hall or house, which names it in its address. */
  city: string;
  directions: string | null;
  latitude: number | null;
  longitude: number | null;
  mapUrl: string | null;
}

/** One way of saying where somebody sits: a heading and what stands under it. */
export interface PaperField {
  label: string;
  value: string;
}

export interface PaperSeller {
  /** What people call them. */
  brand: string;
  name: string;
  /** Tax numbers, address, contacts and the offer, a line each. */
  lines: string[];
  phone: string;
  email: string;
  offerUrl: string | null;
}

/**
 * All that one ticket says, in one language and ready to be drawn: plain texts, so that it travels to a worker thread.
 * Personal data: never logged. Fiscal requisites have no place in it.
 */
export interface Paper {
  locale: Locale;
  ticketId: string;
  orderNumber: string;
  /** The text of the QR code. */
  code: string;
  shortCode: string;
  voided: boolean;
  title: string;
  route: string | null;
  /** `пт, 20 ноября 2026 г.` */
  date: string;
  /** `18:30`, on the clock of the departure. */
  time: string;
  endTime: string;
  /** Whose clock that is: `Москва, UTC+3`. */
  clock: string;
  startAt: string;
  endAt: string;
  timezone: string;
  vessel: string | null;
  place: PaperPlace | null;
  /** From where to board and when, in the activity's own words. */
  meetingPoint: string | null;
  ticketType: string;
  seat: PaperField[];
  holder: string | null;
  price: string;
  vat: string;
  refund: string;
  seller: PaperSeller;
}
