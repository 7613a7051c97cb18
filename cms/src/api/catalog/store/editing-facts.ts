import type { Core } from '@strapi/strapi';
import { documentIds } from '../../../frame/editing/references.ts';

/** What the editing rules ask the database; each question joins the transaction that is open. */

export type Place = { uid: string; field: string };
type Where = Record<string, unknown>;

/** Whether another document has the value. */
export async function isTaken(strapi: Core.Strapi, question: Place & { value: unknown; documentId: string }) {
  const { uid, field, value, documentId } = question;
  return (
    (await strapi.db.query(uid).count({ where: { [field]: value, documentId: { $ne: documentId } } })) > 0
  );
}

/** The values that begin with `base`. */
export async function takenValues(strapi: Core.Strapi, { uid, field, base }: Place & { base: string }) {
  const where = { [field]: { $startsWith: base } };
  const rows: Where[] = await strapi.db.query(uid).findMany({ select: [field], where });
  return new Set(rows.map((row) => String(row[field])));
}

const event = 'api::catalog.event';
const ended = ['departed', 'completed', 'cancelled'];

/** The places of the fullest departure ahead, 0 without any. */
export async function largestDeparture(strapi: Core.Strapi, question: { where: Where; now: Date }) {
  const where = {
    ...question.where,
    endAt: { $gt: question.now },
    archived: { $ne: true },
    state: { $notIn: ended },
  };
  const orderBy = { capacity: 'desc' };
  const row = await strapi.db.query(event).findOne({ select: ['capacity'], where, orderBy });
  return Number(row?.capacity ?? 0);
}

/** Departures of the activity that people can still buy. */
export async function onSaleAhead(
  strapi: Core.Strapi,
  { documentId, now }: { documentId: string; now: Date },
) {
  const where = {
    activity: { documentId },
    state: 'on_sale',
    startAt: { $gt: now },
    archived: { $ne: true },
  };
  return (await documentIds(strapi, { uid: event, where })).length;
}

/** Another currency in which something of the seller's is counted. */
export async function foreignCurrency(
  strapi: Core.Strapi,
  { documentId, currency }: { documentId: string; currency: string },
): Promise<string | undefined> {
  const seller = { documentId };
  const counted = [
    { uid: 'api::catalog.price', owner: { activity: { seller } } },
    { uid: 'api::catalog.price', owner: { event: { activity: { seller } } } },
    { uid: 'api::catalog.fee', owner: { seller } },
    { uid: 'api::catalog.product', owner: { seller } },
    { uid: 'api::catalog.promotion', owner: { seller } },
  ];
  for (const { uid, owner } of counted) {
    const row = await strapi.db.query(uid).findOne({ where: { ...owner, currency: { $ne: currency } } });
    if (row) return String(row.currency);
  }
  return undefined;
}

/** Prices that hold for the activity as a whole or for one of its departures. */
export async function pricesOf(
  strapi: Core.Strapi,
  { documentId }: { documentId: string },
): Promise<string[]> {
  const owners = [{ activity: { documentId } }, { event: { activity: { documentId } } }];
  const where = { archived: { $ne: true }, $or: owners };
  return documentIds(strapi, { uid: 'api::catalog.price', where });
}

/** Whether any language of the document is published. */
export async function isLive(strapi: Core.Strapi, { uid, documentId }: { uid: string; documentId: string }) {
  return (await strapi.db.query(uid).count({ where: { documentId, publishedAt: { $ne: null } } })) > 0;
}

/** The languages in which the document exists, as Strapi writes them. */
export async function languagesOf(
  strapi: Core.Strapi,
  { uid, documentId }: { uid: string; documentId: string },
) {
  const rows: { locale: string }[] = await strapi.db
    .query(uid)
    .findMany({ select: ['locale'], where: { documentId } });
  return [...new Set(rows.map((row) => row.locale))];
}

/** The drafts of every language, with the relations asked for. */
export async function draftsOf<Row>(
  strapi: Core.Strapi,
  { uid, documentId, populate }: { uid: string; documentId: string; populate?: object },
): Promise<(Row & { locale: string })[]> {
  return strapi.db.query(uid).findMany({ where: { documentId, publishedAt: null }, populate });
}
