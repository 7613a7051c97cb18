import { z } from 'zod';
import { readTicketCode } from './ticket-code.ts';
import type { TicketFacts } from './ticket-code.ts';

/** A public key as `/.well-known/gangway-ticket-keys.json` lists it: a JSON Web Key (RFC 8037) and its quarter. */
export const ticketKeySchema = z.strictObject({
  kid: z.string().regex(/^\d{4}Q[1-4]-[0-9a-f]{4}$/),
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  alg: z.literal('EdDSA'),
  use: z.literal('sig'),
  /** The 32 bytes of the key, base64url. */
  x: z.string().regex(/^[\w-]{43}$/),
  /** The quarter in which it signs; what it signed stays genuine for good. */
  signsFrom: z.iso.datetime(),
  signsUntil: z.iso.datetime(),
});

export type TicketKey = z.infer<typeof ticketKeySchema>;

/**
 * unreadable: not a ticket code, or of a later version · unknown_key: ask for the list of keys again · forged: the
 * signature is not that key's · other_event: genuine, but for another departure, which `facts` names.
 */
export type TicketVerdict =
  | { genuine: true; facts: TicketFacts }
  | { genuine: false; reason: 'unreadable' | 'unknown_key' | 'forged' }
  | { genuine: false; reason: 'other_event'; facts: TicketFacts };

export type TicketVerifier = {
  /** With `eventId` the code must be for that departure. Never throws for a code, whatever it is. */
  verify(code: string, expected?: { eventId?: string }): Promise<TicketVerdict>;
};

/**
 * Tells genuine ticket codes from others with the public keys alone: no network, no database, no Node; it needs the
 * WebCrypto of browsers (Ed25519: Chrome 137, Firefox 129, Safari 17), Node and workers. It cannot know whether an
 * admission was voided or has boarded: that is the manifest's part.
 */
export function createTicketVerifier(keys: readonly TicketKey[]): TicketVerifier {
  const imported = new Map(keys.map((key) => [key.kid, importKey(key)] as const));
  return {
    async verify(code, { eventId } = {}) {
      const read = readTicketCode(code);
      if (!read) return { genuine: false, reason: 'unreadable' };
      const key = await imported.get(read.facts.keyId);
      if (!key) return { genuine: false, reason: 'unknown_key' };
      const signed = await crypto.subtle.verify('Ed25519', key, bytes(read.signature), bytes(read.payload));
      if (!signed) return { genuine: false, reason: 'forged' };
      if (eventId !== undefined && eventId !== read.facts.eventId)
        return { genuine: false, reason: 'other_event', facts: read.facts };
      return { genuine: true, facts: read.facts };
    },
  };
}

// The curve is all that WebCrypto needs; some browsers refuse the other members.
const importKey = ({ kty, crv, x }: TicketKey) =>
  crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', false, ['verify']).catch(() => undefined);

const bytes = (given: Uint8Array) => Uint8Array.from(given);
