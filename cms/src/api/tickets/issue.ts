import type { Core } from '@strapi/strapi';
import { signTicket } from './domain/sign-ticket.ts';
import { signingKeys } from './signing-keys.ts';

/** What a code is issued for; `startAt` is when the departure begins, `now` the business time. */
export interface CodeRequest {
  serial: number;
  eventId: string;
  startAt: Date;
  now: Date;
}

/**
 * The signed code of an admission and the id of the key that signed it (the quarter of `now`). Synchronous, touches
 * nothing but memory: fit for the inside of a transaction. The same request gives the same code.
 * @throws TypeError when serial (0 to 2^48 − 1), event id or start do not fit into a code
 */
export function issueCode(
  strapi: Core.Strapi,
  { serial, eventId, startAt, now }: CodeRequest,
): { code: string; keyId: string } {
  const key = signingKeys(strapi).at(now);
  return { code: signTicket({ serial, eventId, startAt }, key), keyId: key.keyId };
}
