import { generateKeyPairSync, sign } from 'node:crypto';
import { ticketCode, ticketPayload } from './ticket-code.ts';
import { createTicketVerifier, ticketKeySchema } from './ticket-verifier.ts';
import type { TicketKey } from './ticket-verifier.ts';

const eventId = 'tz4a98xxat96iws9zmbrgj3a';
const startAt = new Date('2026-12-31T21:30:00Z');

function made(kid: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = ticketKeySchema.parse({
    ...{ kid, kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' },
    x: publicKey.export({ format: 'jwk' }).x,
    signsFrom: '2026-10-01T00:00:00.000Z',
    signsUntil: '2027-01-01T00:00:00.000Z',
  });
  const codeOf = (serial: number) => {
    const payload = ticketPayload({ keyId: kid, serial, eventId, startAt });
    return ticketCode({ payload, signature: sign(null, payload, privateKey) });
  };
  return { key, codeOf };
}

describe('the verifier of tickets', () => {
  const old = made('2026Q3-1111');
  const current = made('2026Q4-2222');
  const verifier = createTicketVerifier([old.key, current.key]);

  it('knows what each of its keys signed, old ones too', async () => {
    for (const { key, codeOf } of [old, current])
      expect(await verifier.verify(codeOf(7))).toEqual({
        genuine: true,
        facts: { keyId: key.kid, serial: 7, eventId, startAt },
      });
  });

  it('names the key that it lacks', async () => {
    const verdict = await verifier.verify(made('2027Q1-3333').codeOf(7));
    expect(verdict).toEqual({ genuine: false, reason: 'unknown_key' });
  });

  it('refuses what another key signed in the name of ours', async () => {
    const verdict = await verifier.verify(made('2026Q4-2222').codeOf(7));
    expect(verdict).toEqual({ genuine: false, reason: 'forged' });
  });

  it('tells a ticket for another departure', async () => {
    const code = current.codeOf(7);
    expect(await verifier.verify(code, { eventId })).toMatchObject({ genuine: true });
    expect(await verifier.verify(code, { eventId: 'a00000000000000000000000' })).toMatchObject({
      genuine: false,
      reason: 'other_event',
      facts: { eventId },
    });
  });

  it.each(['', ' ', 'GANGWAY', 'https://example.org', '0'.repeat(152), '票'.repeat(152)])(
    'calls %j unreadable',
    async (code) => expect(await verifier.verify(code)).toEqual({ genuine: false, reason: 'unreadable' }),
  );

  it('takes a key that is none for a key that it lacks', async () => {
    const broken: TicketKey = { ...current.key, x: 'AA' };
    const verdict = await createTicketVerifier([broken]).verify(current.codeOf(7));
    expect(verdict).toMatchObject({ genuine: false });
  });
});
