import { readStaffNames } from '../../frame/people/staff-names.ts';
import { readOrderNumber } from '../ordering/domain/order-number.ts';
import type { Reader } from './store/coming-departures.ts';
import { readOrderNames } from './store/order-names.ts';

export type NamesQuery = {
  orders?: string[] | undefined;
  staff?: string[] | undefined;
  number?: string | undefined;
};

/** A number that is none finds no order. */
export async function namesOf(db: Reader, { orders = [], staff = [], number }: NamesQuery) {
  const known = number === undefined ? undefined : readOrderNumber(number);
  const people = await readStaffNames(db, staff);
  return {
    orders: await readOrderNames(db, { ids: orders, number: known }),
    staff: [...people].map(([id, name]) => ({ id, name })),
  };
}
