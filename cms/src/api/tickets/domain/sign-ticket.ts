import { sign } from 'node:crypto';
import { ticketCode, ticketPayload } from '@gangway/kit';
import type { TicketFacts } from '@gangway/kit';
import type { SigningKey } from './signing-key.ts';

/** The code of a ticket. The same facts and key always give the same code. */
export function signTicket(facts: Omit<TicketFacts, 'keyId'>, { keyId, privateKey }: SigningKey): string {
  const payload = ticketPayload({ ...facts, keyId });
  return ticketCode({ payload, signature: sign(null, payload, privateKey) });
}
