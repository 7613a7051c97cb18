/** A departure that can be bought, with what is needed to ask for places. */
export interface Offer {
  eventId: string;
  seating: 'assigned' | 'general';
  seats: readonly string[];
  ticketTypeId: string;
}
