import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import { commonErrors, type Locale, localeOf, type Transaction } from '@gangway/kit';
import { front } from '../../../frame/front/front.ts';
import { privateReply } from '../../../frame/front/reply.ts';
import { takenPlaces } from '../../seating/projection/follow-claims.ts';
import type { Preview } from '../contract/preview.ts';
import { readPreview } from '../contract.ts';
import { activityPreview } from '../domain/draft-preview.ts';
import { pageOf } from '../domain/editorial-view.ts';
import { type Previewed, previewedBy, previewKey } from '../domain/preview-token.ts';
import { catalogErrors } from '../errors.ts';
import { readActivityRows, readPageRows } from '../store/drafts.ts';

type Asked = { strapi: Core.Strapi; wanted: Previewed; locale: Locale; now: Date };

/** Serves drafts to whoever holds a link that the panel has signed, and to nobody else. */
export function servePreview(strapi: Core.Strapi): void {
  const key = previewKey(readEnv().secrets.encryptionKey);
  front(strapi).serve(readPreview, async ({ headers, locale, now }) => {
    const wanted = previewedBy(String(headers['gangway-preview'] ?? ''), now, key);
    if (!wanted) throw catalogErrors.PREVIEW_ENDED();
    const data = await (wanted.type === 'page' ? page : activity)({ strapi, wanted, locale, now });
    if (!data) throw commonErrors.NOT_FOUND();
    return privateReply({ data });
  });
}

async function page({ strapi, wanted, locale }: Asked): Promise<Preview | undefined> {
  const rows = await reading(strapi, (trx) => readPageRows(trx, wanted));
  const row = rows.find((one) => localeOf(one.locale) === locale);
  return row && { ...opened(wanted), type: 'page', page: pageOf({ ...row, slug: row.slug ?? '' }) };
}

async function activity({ strapi, wanted, locale, now }: Asked): Promise<Preview | undefined> {
  const read = await reading(strapi, (trx) => readActivityRows(trx, { ...wanted, now }));
  const taken = takenPlaces(strapi, now).places;
  const shown = activityPreview({ ...read, taken, now }, locale);
  return shown && { ...opened(wanted), type: 'activity', activity: shown };
}

const opened = ({ id, state }: Previewed) => ({ id, state });

const reading = <T>({ db }: Core.Strapi, work: (trx: Transaction) => Promise<T>): Promise<T> =>
  db.connection.transaction((trx) => work(trx as unknown as Transaction), {
    isolationLevel: 'repeatable read',
    readOnly: true,
  });
