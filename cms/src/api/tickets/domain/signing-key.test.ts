import { ticketKeySchema } from '@gangway/kit';
import { nextQuarter, signingKey } from './signing-key.ts';

const secret = 'a-secret-of-tickets-for-tests';
const at = (moment: string) => signingKey({ secret, moment: new Date(moment) });

describe('the key that signs tickets', () => {
  it('is the same in every process and on every day of its quarter', () => {
    const [first, last] = [at('2026-10-01T00:00:00Z'), at('2026-12-31T23:59:59.999Z')];
    expect(last.keyId).toBe(first.keyId);
    expect(last.privateKey.equals(first.privateKey)).toBe(true);
  });

  it('changes with the quarter and with the secret', () => {
    const key = at('2026-12-31T23:59:59Z');
    const others = [
      at('2027-01-01T00:00:00Z'),
      at('2025-12-31T23:59:59Z'),
      signingKey({ secret: `${secret}!`, moment: new Date('2026-12-31T23:59:59Z') }),
    ];
    expect(new Set([key, ...others].map(({ listed }) => listed.x)).size).toBe(4);
    expect(new Set([key, ...others].map(({ keyId }) => keyId)).size).toBe(4);
  });

  it('is listed as a JSON Web Key with the bounds of its quarter', () => {
    const { keyId, listed } = at('2026-11-20T12:00:00Z');
    expect(keyId).toMatch(/^2026Q4-[0-9a-f]{4}$/);
    expect(ticketKeySchema.parse(listed)).toEqual(listed);
    expect([listed.signsFrom, listed.signsUntil]).toEqual([
      '2026-10-01T00:00:00.000Z',
      '2027-01-01T00:00:00.000Z',
    ]);
    expect(JSON.stringify(listed)).not.toContain('"d"');
  });

  it('knows when the next one takes over', () => {
    expect(nextQuarter(new Date('2026-11-20T12:00:00Z'))).toEqual(new Date('2027-01-01T00:00:00Z'));
  });
});
