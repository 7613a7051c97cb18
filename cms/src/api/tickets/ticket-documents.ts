import type { Core } from '@strapi/strapi';
import type { Locale } from '@gangway/kit';
import { perStrapi } from '../../frame/per-strapi.ts';
import { ticketErrors } from './errors.ts';
import { drawing } from './papers/drawing.ts';
import { goodPapers } from './read-papers.ts';
import type { TicketSources } from './read-papers.ts';

export interface TicketDocuments {
  /**
   * One PDF with a page for each ticket of the order that is good for boarding; bytes for an attachment. Takes up to a
   * second: never inside a transaction.
   * @throws TICKETS_NOT_ISSUED when the order has none that is good, PAPERS_BUSY
   */
  pdf(sources: TicketSources, locale: Locale): Promise<Uint8Array>;
}

/** Papers for other rooms, messages among them. */
export const ticketDocuments: (strapi: Core.Strapi) => TicketDocuments = perStrapi((strapi) => ({
  async pdf(sources, locale) {
    const papers = goodPapers(strapi, sources, locale);
    if (papers.length === 0) throw ticketErrors.TICKETS_NOT_ISSUED();
    return drawing(strapi).run({ kind: 'pdf', papers });
  },
}));
