import type { Currency, Locale, Localized, VatMode } from '@gangway/kit';
import type { OrderState } from './moves.ts';

export const channels = ['web', 'miniapp', 'bot', 'desk', 'phone', 'reseller'] as const;
export type Channel = (typeof channels)[number];

/** How a seller is taxed, as papers and receipts name it. */
export type TaxRegime = 'general' | 'simplified' | 'simplified5' | 'simplified7' | 'foreign';

/** What papers say about the seller, as it was when the order was placed. */
export type SellerFacts = { name: Localized; country: string; taxRegime: TaxRegime; inn: string | null };

/** A consent with the version of the text that was shown. */
export type Consent = { code: string; version: string; at: string };

/** Where a buyer came from. */
export type Attribution = {
  utm?: Record<string, string>;
  referrer?: string;
  visitorId?: string;
  device?: string;
  affiliateCode?: string;
  team?: string;
};

/** An order as its row holds it. Amounts in minor units of `currency`, VAT included. */
export type Order = {
  id: string;
  number: string;
  state: OrderState;
  language: Locale;
  sellerId: string;
  sellerFacts: SellerFacts;
  currency: Currency;
  total: number;
  vatTotal: number;
  discountTotal: number;
  refundedTotal: number;
  customerId: string | null;
  /** The website account of the buyer. */
  accountId: string | null;
  buyerName: string;
  buyerEmail: string | null;
  /** E.164. */
  buyerPhone: string | null;
  /** SHA-256 of the session that placed it, in hex. */
  sessionHash: string | null;
  /** Counts up to make older access tokens worthless. */
  tokenVersion: number;
  expiresAt: Date | null;
  maxExpiresAt: Date | null;
  /** The buyer takes the next best seats of the zone, should the payment come too late. */
  otherSeats: boolean;
  promotionId: string | null;
  promotionCode: string | null;
  channel: Channel;
  attribution: Attribution | null;
  consents: Consent[];
  placedAt: Date;
  paidAt: Date | null;
  closedAt: Date | null;
  closeReason: string | null;
  needsReview: boolean;
  staffId: string | null;
};

/** Why a line costs what it costs: a rule and what it was applied with. */
export type AppliedRule = { rule: string; [detail: string]: unknown };

/** Who travels, as far as the activity asks. Personal data: never logged. */
export type Passenger = { fullName: string; birthDate?: string; document?: string };

/** What an admission was bought for, kept because the catalogue forgets. Moments are ISO 8601 with offset. */
export type AdmissionFacts = {
  activity: Localized;
  ticketType: Localized;
  startAt: string;
  endAt: string;
  timezone: string;
  refundPolicy: 'until24h' | 'flexible' | 'nonRefundable';
  occupiesPlace: boolean;
  /** The id of the table in the plan, where it is sold whole: its tickets go back together. */
  wholeTable?: string;
};

/** One line of an order. `amount = unitAmount × quantity − discountAmount`, VAT included. */
export type OrderLine = {
  id: string;
  orderId: string;
  /** Counts from 1. */
  position: number;
  kind: 'admission' | 'product' | 'fee';
  eventId: string | null;
  holdId: string | null;
  seatCode: string | null;
  zone: string | null;
  ticketTypeId: string | null;
  productId: string | null;
  productKind: string | null;
  feeId: string | null;
  /** The id of the line that a fee is on. */
  forLine: string | null;
  names: Localized;
  facts: AdmissionFacts | null;
  quantity: number;
  /** One piece as the price list says. */
  listAmount: number;
  /** One piece with VAT, before discounts. */
  unitAmount: number;
  discountAmount: number;
  amount: number;
  vatMode: VatMode;
  vatRateBp: number;
  /** The VAT within `amount`. */
  vatAmount: number;
  passenger: Passenger | null;
  rules: AppliedRule[];
  refundedAmount: number;
  refundedAt: Date | null;
};
