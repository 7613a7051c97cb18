import type { Localized } from '@gangway/kit';

/** One right to board. `code` is signed; a voided one stays for the record. */
export type Admission = {
  id: string;
  orderId: string;
  orderLineId: string;
  eventId: string;
  seatCode: string | null;
  zone: string | null;
  ticketTypeId: string;
  names: Localized;
  holderName: string | null;
  serial: number;
  keyId: string;
  code: string;
  state: 'issued' | 'voided' | 'used';
  issuedAt: Date;
  voidedAt: Date | null;
  usedAt: Date | null;
};
