import { isZone, businessZone } from '../fields/zoned-time/wall-time.ts';
import { readLocalized } from '../fields/localized-text/localized-value.ts';
import type { Locale } from '../words/language.ts';

/** One record of a list as the Content Manager delivers it: scalars, and relations to one record in full. */
export type Row = Record<string, unknown> & { documentId: string; locale?: string | null };

export type Picture = {
  url: string;
  formats?: { thumbnail?: { url: string } } | null;
  alternativeText?: string | null;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What a record is called: its name in the panel's language, its title, or the label computed for it. */
export function recordName(record: unknown, locale: Locale): string {
  if (!isRecord(record)) return '';
  const named = isRecord(record.name) ? readLocalized(record.name)[locale] : '';
  return named || text(record.title) || text(record.label) || text(record.name);
}

/** The label of types whose rows are told apart by more than a name (prices, departures) stays as computed. */
export const rowTitle = (row: Row, locale: Locale): string =>
  isRecord(row.name) ? recordName(row, locale) : text(row.label) || recordName(row, locale);

/** Which document a linked record is and in which language; undefined for records that are not written per language. */
export function writtenIn(record: unknown): { documentId: string; locale: string } | undefined {
  if (!isRecord(record) || typeof record.title !== 'string') return undefined;
  const { documentId, locale } = record;
  return typeof documentId === 'string' && typeof locale === 'string' ? { documentId, locale } : undefined;
}

export function pictureOf(value: unknown): Picture | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return isRecord(first) && typeof first.url === 'string' ? (first as Picture) : undefined;
}

export const zoneOf = (row: Row): string => (isZone(row.timezone) ? row.timezone : businessZone);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
