import type { Transaction } from '@gangway/kit';
import type { Order } from '../domain/order.ts';
import type { RefundCase } from '../domain/refund-plan.ts';
import { readAdmissions } from '../store/admissions.ts';
import { readDepartures } from '../store/departures.ts';
import { readLines } from '../store/orders.ts';
import { readRefundRequests } from '../store/refund-requests.ts';
import { readAgeRules } from '../store/ticket-types.ts';

/** Everything that a decision about the money of an order needs. */
export async function readRefundCase(
  trx: Transaction,
  { order, now }: { order: Order; now: Date },
): Promise<RefundCase> {
  const lines = await readLines(trx, order.id);
  const departures = await readDepartures(
    trx,
    lines.flatMap(({ eventId }) => eventId ?? []),
  );
  const ageRules = await readAgeRules(
    trx,
    lines.flatMap(({ ticketTypeId }) => ticketTypeId ?? []),
  );
  const admissions = await readAdmissions(trx, order.id);
  const requests = await readRefundRequests(trx, order.id);
  return { order, lines, departures, ageRules, admissions, requests, now };
}
