import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import { newId, type Transaction } from '@gangway/kit';
import { issueCode } from '../../tickets/issue.ts';
import type { Admission } from '../domain/admission.ts';
import type { OrderLine } from '../domain/order.ts';
import { insertAdmissions } from '../store/admissions.ts';
import type { DepartureFacts } from '../store/departures.ts';

export type Issue = {
  trx: Transaction;
  orderId: string;
  lines: readonly OrderLine[];
  departures: ReadonlyMap<string, DepartureFacts>;
  /** One for each of `ticketsIn`. */
  serials: readonly number[];
  now: Date;
};

/** How many admissions the lines make. */
export const ticketsIn = (lines: readonly OrderLine[]): number => ticketLines(lines).length;

/** One admission with a signed code for each ticket of the order, children without a seat included. */
export async function issueAdmissions(strapi: Core.Strapi, issue: Issue): Promise<void> {
  const { trx, orderId, lines, serials, now } = issue;
  const admissions = ticketLines(lines).map((line, index) =>
    admissionOf(strapi, { ...issue, line, serial: serials[index] as number }),
  );
  await insertAdmissions(trx, { admissions, now });
  for (const { id, eventId } of admissions)
    await jobsOf(strapi).announce(trx, 'admission.issued', { orderId, admissionId: id, eventId });
}

const ticketLines = (lines: readonly OrderLine[]): OrderLine[] =>
  lines.filter(({ kind }) => kind === 'admission').flatMap(ticketsOf);

function ticketsOf(line: OrderLine): OrderLine[] {
  return Array.from({ length: line.quantity }, () => line);
}

type Numbered = Pick<Issue, 'orderId' | 'departures' | 'now'> & { line: OrderLine; serial: number };

function admissionOf(strapi: Core.Strapi, { orderId, departures, now, line, serial }: Numbered): Admission {
  const { eventId, ticketTypeId, seatCode, zone, names, passenger } = line;
  const startAt = new Date(departures.get(eventId ?? '')?.startAt ?? Date.parse(line.facts?.startAt ?? ''));
  const subject = { eventId: eventId ?? '', ticketTypeId: ticketTypeId ?? '', seatCode, zone, names };
  return {
    ...{ id: newId(), orderId, orderLineId: line.id, ...subject, serial },
    ...issueCode(strapi, { serial, eventId: subject.eventId, startAt, now }),
    ...{
      holderName: passenger?.fullName ?? null,
      state: 'issued',
      issuedAt: now,
      voidedAt: null,
      usedAt: null,
    },
  };
}
