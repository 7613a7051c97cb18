import type { Transaction } from '@gangway/kit';
import type { ActivityRow, CatalogueRows, PageRow } from '../domain/catalogue-rows.ts';
import type { Previewed } from '../domain/preview-token.ts';
import { activityColumns, pageColumns, read, readCatalogue } from './catalogue-rows.ts';

type Wanted = Pick<Previewed, 'id' | 'state'>;

const inState = ({ state }: Wanted) =>
  `where t.document_id = ? and t.published_at is ${state === 'draft' ? '' : 'not '}null`;

/** Every language of a page, as it is drafted or published. */
export const readPageRows = (trx: Transaction, wanted: Wanted): Promise<PageRow[]> =>
  read(trx, `${pageColumns} ${inState(wanted)}`, [wanted.id]);

/** Every language of an activity, as it is drafted or published, and the catalogue it would stand in. */
export async function readActivityRows(
  trx: Transaction,
  { now, ...wanted }: Wanted & { now: Date },
): Promise<{ languages: ActivityRow[]; rows: CatalogueRows }> {
  const languages = await read<ActivityRow>(trx, `${activityColumns} ${inState(wanted)}`, [wanted.id]);
  return { languages, rows: await readCatalogue(trx, { now }) };
}
