import { zonedIso } from '@gangway/kit';
import type { TicketView } from './contract.ts';
import type { Ticket } from './read-papers.ts';

/** A ticket as the list shows it. */
export function ticketView({ admission, paper }: Ticket): TicketView {
  const { id, orderId, state, eventId, holderName, issuedAt } = admission;
  const onItsClock = (moment: string | Date) => zonedIso(new Date(moment).getTime(), paper.timezone);
  return {
    ...{ id, state, eventId, holderName },
    code: paper.voided ? null : paper.code,
    shortCode: paper.shortCode,
    title: paper.title,
    startAt: onItsClock(paper.startAt),
    endAt: onItsClock(paper.endAt),
    timezone: paper.timezone,
    ticketType: paper.ticketType,
    place: paper.seat,
    issuedAt: onItsClock(issuedAt),
    links: linksOf({ path: `/api/orders/${orderId}/tickets/${id}`, voided: paper.voided }),
  };
}

function linksOf({ path, voided }: { path: string; voided: boolean }): TicketView['links'] {
  return {
    pdf: `${path}.pdf`,
    png: `${path}.png`,
    pkpass: voided ? null : `${path}.pkpass`,
    ics: voided ? null : `${path}.ics`,
  };
}
