import type { Core } from '@strapi/strapi';
import { commonErrors } from '@gangway/kit';
import type { AppError, Locale, Transaction } from '@gangway/kit';
import { readyAnswer } from '../../frame/idempotency/ready-answer.ts';
import type { ReadyAnswer } from '../../frame/idempotency/ready-answer.ts';
import type { Order } from '../ordering/domain/order.ts';
import { readLines } from '../ordering/store/orders.ts';
import { ticketForms } from './contract.ts';
import type { TicketForm } from './contract.ts';
import { ticketErrors } from './errors.ts';
import { drawCalendar } from './papers/draw-calendar.ts';
import { drawing } from './papers/drawing.ts';
import { passSigner } from './pass-signer.ts';
import { readTickets } from './read-papers.ts';
import type { Ticket } from './read-papers.ts';

interface Wanted {
  form: TicketForm;
  ticket: Ticket;
  now: Date;
}

/**
 * One ticket as a file.
 * @throws TICKET_VOID, NOT_OFFERED, PAPERS_BUSY
 */
export async function ticketFile(strapi: Core.Strapi, wanted: Wanted): Promise<ReadyAnswer> {
  const { form, ticket } = wanted;
  const { orderNumber, shortCode } = ticket.paper;
  const serial = shortCode.replace(/-.*/, '');
  const bytes = await bytesOf(strapi, wanted);
  return fileAnswer({ form, bytes, name: `ticket-${orderNumber}-${serial}` });
}

/**
 * All that are good for boarding in one PDF, or all marked as void when none is.
 * @throws TICKETS_NOT_ISSUED, NO_TICKETS_IN_ORDER when none will come, PAPERS_BUSY
 */
export async function ticketsFile(
  strapi: Core.Strapi,
  asked: { order: Order; locale: Locale },
): Promise<ReadyAnswer> {
  const papers = (await readTickets(strapi, asked)).map(({ paper }) => paper);
  const [first] = papers;
  if (!first) throw await whyNone(strapi, asked.order);
  const good = papers.filter(({ voided }) => !voided);
  const bytes = await drawing(strapi).run({ kind: 'pdf', papers: good.length > 0 ? good : papers });
  return fileAnswer({ form: 'pdf', bytes, name: `tickets-${first.orderNumber}` });
}

async function whyNone({ db }: Core.Strapi, { id }: Order): Promise<AppError> {
  const lines = await readLines(db.connection as unknown as Transaction, id);
  const sellsTickets = lines.some(({ kind }) => kind === 'admission');
  return sellsTickets ? ticketErrors.TICKETS_NOT_ISSUED() : ticketErrors.NO_TICKETS_IN_ORDER();
}

/** @throws NOT_FOUND when the order has no such ticket */
export function ticketOf(tickets: readonly Ticket[], ticketId: string): Ticket {
  const ticket = tickets.find(({ admission }) => admission.id === ticketId);
  if (!ticket) throw commonErrors.NOT_FOUND();
  return ticket;
}

async function bytesOf(strapi: Core.Strapi, { form, ticket, now }: Wanted): Promise<Uint8Array> {
  const { paper } = ticket;
  if (form === 'pdf') return drawing(strapi).run({ kind: 'pdf', papers: [paper] });
  if (form === 'png') return drawing(strapi).run({ kind: 'png', paper });
  if (paper.voided) throw ticketErrors.TICKET_VOID();
  if (form === 'ics') return Buffer.from(drawCalendar(paper, { now }));
  const signer = await passSigner(strapi)(now);
  if (!signer) throw ticketErrors.NOT_OFFERED();
  return drawing(strapi).run({ kind: 'pass', paper, signer });
}

/** What a browser shows stays in the browser; passes and calendar entries go to their apps. */
function fileAnswer({
  form,
  bytes,
  name,
}: {
  form: TicketForm;
  bytes: Uint8Array;
  name: string;
}): ReadyAnswer {
  const { produces } = ticketForms[form];
  const place = form === 'pdf' || form === 'png' ? 'inline' : 'attachment';
  return readyAnswer({
    status: 200,
    bytes,
    contentType: form === 'ics' ? `${produces}; charset=utf-8; method=PUBLISH` : produces,
    headers: { 'Content-Disposition': `${place}; filename="${name}.${form}"` },
  });
}
