import fc from 'fast-check';
import { isSame, newSigningSecret, signatureHeaders, verifySignature } from './signature.ts';
import type { SignatureVerdict, Verifying } from './signature.ts';

// The example of the Standard Webhooks specification, computed by its reference library.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const at = new Date(1_614_265_330_000);
const bytes = Buffer.from('{"test": 2432232314}');
const headers = signatureHeaders({ secrets: [secret], id, at, bytes });

const verdict = (changes: Partial<Verifying> = {}): SignatureVerdict =>
  verifySignature({ secrets: [secret], headers, bytes, now: at, ...changes });
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);

describe('a signed message', () => {
  it('is signed as the specification says', () => {
    expect(headers).toEqual({
      'webhook-id': id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
    expect(verdict()).toBe('valid');
  });

  it('is valid for five minutes on either side', () => {
    expect([verdict({ now: later(300) }), verdict({ now: later(-300) })]).toEqual(['valid', 'valid']);
    expect([verdict({ now: later(301) }), verdict({ now: later(-301) })]).toEqual(['late', 'late']);
    expect(verdict({ now: later(30), toleranceSeconds: 20 })).toBe('late');
  });

  it('is forged when a byte, the number, the moment or the secret is another', () => {
    expect(verdict({ bytes: Buffer.from('{"test": 2432232315}') })).toBe('forged');
    expect(verdict({ bytes: Buffer.from('{"test":2432232314}') })).toBe('forged');
    expect(verdict({ headers: { ...headers, 'webhook-id': 'msg_other' } })).toBe('forged');
    expect(verdict({ headers: { ...headers, 'webhook-timestamp': '1614265331' } })).toBe('forged');
    expect(verdict({ headers: { ...headers, 'webhook-signature': 'v1,' } })).toBe('forged');
    expect(verdict({ headers: { ...headers, 'webhook-signature': 'v2,g0hM9SsE' } })).toBe('forged');
    expect(verdict({ secrets: [newSigningSecret()] })).toBe('forged');
    expect(verdict({ secrets: [] })).toBe('forged');
  });

  it.each(Object.keys(headers))('is unsigned without %s, or with two of them', (name) => {
    expect(verdict({ headers: { ...headers, [name]: undefined } })).toBe('unsigned');
    expect(verdict({ headers: { ...headers, [name]: ['a', 'b'] } })).toBe('unsigned');
  });

  it('is valid by either secret while one takes over from the other', () => {
    const next = newSigningSecret();
    const both = signatureHeaders({ secrets: [secret, next], id, at, bytes });
    expect(verdict({ headers: both })).toBe('valid');
    expect(verdict({ headers: both, secrets: [next] })).toBe('valid');
    expect(verdict({ secrets: [next, secret] })).toBe('valid');
  });

  it('of any bytes is valid, and of any others forged', () => {
    const own = newSigningSecret();
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), fc.string({ minLength: 1 }), (body, other, number) => {
        const signed = signatureHeaders({ secrets: [own], id: number, at, bytes: body });
        const check = (seen: Uint8Array) =>
          verifySignature({ secrets: [own], headers: signed, bytes: seen, now: at });
        expect(check(body)).toBe('valid');
        if (!Buffer.from(body).equals(Buffer.from(other))) expect(check(other)).toBe('forged');
      }),
    );
  });

  it.each(['', 'whsec_', 'whsec_c2hvcnQ=', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])(
    'needs more of a secret than "%s"',
    (weak) => {
      expect(() => signatureHeaders({ secrets: [weak], id, at, bytes })).toThrow(TypeError);
      expect(() => verdict({ secrets: [weak] })).toThrow(TypeError);
    },
  );
});

describe('two texts', () => {
  it('are the same byte for byte', () => {
    expect([isSame('ключ', 'ключ'), isSame('ключ', 'ключi'), isSame('', 'a'), isSame('', '')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
