import { sign } from 'node:crypto';
import { createTicketVerifier, newId, readTicketCode, ticketCode, ticketPayload } from '@gangway/kit';
import { signTicket } from './sign-ticket.ts';
import { signingKey } from './signing-key.ts';

const attempts = 100_000;
const together = 1000;
const now = new Date('2026-11-20T12:00:00Z');
const key = signingKey({ secret: 'a-secret-of-tickets-for-tests', moment: now });
const oldKey = signingKey({
  secret: 'a-secret-of-tickets-for-tests',
  moment: new Date('2026-05-01T00:00:00Z'),
});
const foreignKey = signingKey({ secret: 'a-secret-of-somebody-else', moment: now });
const verifier = createTicketVerifier([oldKey.listed, key.listed]);

const random = seeded(20_261_120);
const below = (limit: number) => Math.floor(random() * limit);
const one = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;

const genuine = Array.from({ length: 200 }, (_, serial) =>
  signTicket(
    { serial: serial * 977, eventId: newId(), startAt: new Date(now.getTime() + serial * 3_600_000) },
    serial % 4 === 0 ? oldKey : key,
  ),
);
const known = new Set(genuine);

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const order = 2n ** 252n + 27742317777372353535851937790883648493n;
const smallOrder = ['00', '01', 'ec'.padEnd(62, 'f') + '7f'].map((hex) =>
  Buffer.from(hex.padEnd(64, '0'), 'hex'),
);

const takenApart = (code: string) => readTicketCode(code) as NonNullable<ReturnType<typeof readTicketCode>>;
const joined = ({ payload, signature }: { payload: Uint8Array; signature: Uint8Array }) =>
  ticketCode({ payload, signature });

function changedBytes(code: string, change: (bytes: Uint8Array) => void): string {
  const { payload, signature } = takenApart(code);
  const bytes = Uint8Array.from([...payload, ...signature]);
  change(bytes);
  return joined({ payload: bytes.slice(0, payload.length), signature: bytes.slice(payload.length) });
}

const flip = (bytes: Uint8Array) => void (bytes[below(bytes.length)]! ^= 1 << below(8));

function withSymbol(code: string): string {
  const at = below(code.length);
  return code.slice(0, at) + one([...alphabet]) + code.slice(at + 1);
}

function swappedNeighbours(code: string): string {
  const at = below(code.length - 1);
  return code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
}

/** One fact of another ticket in this one, under this one's signature. */
function withForeignFact(code: string): string {
  const mine = takenApart(code);
  const theirs = takenApart(one(genuine));
  const name = one(['keyId', 'serial', 'eventId', 'startAt'] as const);
  const payload = ticketPayload({ ...mine.facts, [name]: theirs.facts[name] });
  return joined({ payload, signature: mine.signature });
}

/** The same point and a scalar that is larger by the order of the group: the classic second signature. */
function withGrownScalar(code: string): string {
  const { payload, signature } = takenApart(code);
  const scalar = BigInt(`0x${Buffer.from(signature.slice(32)).reverse().toString('hex')}`) + order;
  const grown = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex').reverse();
  return joined({ payload, signature: Uint8Array.from([...signature.slice(0, 32), ...grown]) });
}

function withSmallOrderPoint(code: string): string {
  const { payload, signature } = takenApart(code);
  const scalar = random() < 0.5 ? new Uint8Array(32) : signature.slice(32);
  return joined({ payload, signature: Uint8Array.from([...one(smallOrder), ...scalar]) });
}

/** A stranger signs what they like, in the name of our key or of their own. */
function signedByStranger(code: string): string {
  const { facts } = takenApart(code);
  const keyId = random() < 0.7 ? facts.keyId : foreignKey.keyId;
  const payload = ticketPayload({ ...facts, keyId, serial: below(2 ** 40) });
  return joined({ payload, signature: sign(null, payload, foreignKey.privateKey) });
}

/** What our other quarter's key signed, named as this quarter's. */
function signedByOtherQuarter(code: string): string {
  const { facts } = takenApart(code);
  const [signer, named] = random() < 0.5 ? [oldKey, key] : [key, oldKey];
  const payload = ticketPayload({ ...facts, keyId: named.keyId });
  return joined({ payload, signature: sign(null, payload, signer.privateKey) });
}

const forgeries: Record<string, (code: string) => string> = {
  'one bit': (code) => changedBytes(code, flip),
  'a few bits': (code) =>
    changedBytes(code, (bytes) => Array.from({ length: 2 + below(6) }, () => flip(bytes))),
  'one symbol': withSymbol,
  'swapped neighbours': swappedNeighbours,
  'a fact of another ticket': withForeignFact,
  'a signature of another ticket': (code) =>
    joined({ payload: takenApart(code).payload, signature: takenApart(one(genuine)).signature }),
  'a grown scalar': withGrownScalar,
  'a point of small order': withSmallOrderPoint,
  "a stranger's key": signedByStranger,
  "another quarter's key": signedByOtherQuarter,
  'a random signature': (code) =>
    joined({
      payload: takenApart(code).payload,
      signature: Uint8Array.from({ length: 64 }, () => below(256)),
    }),
  'fewer symbols': (code) => code.slice(below(3), code.length - 1 - below(60)),
  'more symbols': (code) => one([`${code}A`, `A${code}`, code + code, ` ${code}`, `${code}=`, `${code}\n`]),
  'other letters': (code) => one([code.toLowerCase(), code.replace(/O/g, '0'), [...code].reverse().join('')]),
};

function forged(kind: string): string {
  const make = forgeries[kind] as (code: string) => string;
  const code = make(one(genuine));
  return known.has(code) ? forged(kind) : code;
}

/** mulberry32: the same forgeries in every run. */
function seeded(seed: number): () => number {
  const state = { value: seed };
  return () => {
    state.value = (state.value + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state.value ^ (state.value >>> 15), 1 | state.value);
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((again ^ (again >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Count {
  tried: number;
  accepted: number;
  readable: number;
}

async function tryAll(kind: string, times: number): Promise<Count> {
  const count: Count = { tried: 0, accepted: 0, readable: 0 };
  while (count.tried < times) {
    const codes = Array.from({ length: Math.min(together, times - count.tried) }, () => forged(kind));
    const verdicts = await Promise.all(codes.map((code) => verifier.verify(code)));
    count.tried += codes.length;
    count.accepted += verdicts.filter((verdict) => verdict.genuine).length;
    count.readable += codes.filter((code) => readTicketCode(code)).length;
  }
  return count;
}

describe('of a hundred thousand forged ticket codes', () => {
  const kinds = Object.keys(forgeries);
  const counts = new Map<string, Count>();

  it('every genuine one is accepted, so that the verifier can say yes', async () => {
    const verdicts = await Promise.all(genuine.map((code) => verifier.verify(code)));
    expect(verdicts.filter((verdict) => !verdict.genuine)).toEqual([]);
  });

  it.each(kinds)('none with %s is accepted', async (kind) => {
    const count = await tryAll(kind, Math.ceil(attempts / kinds.length));
    counts.set(kind, count);
    expect(count.accepted).toBe(0);
  });

  it('most would have passed without a look at the signature', () => {
    const sum = (name: keyof Count) => [...counts.values()].reduce((whole, count) => whole + count[name], 0);
    expect(sum('tried')).toBeGreaterThanOrEqual(attempts);
    expect(sum('readable')).toBeGreaterThan(attempts / 2);
  });
});
