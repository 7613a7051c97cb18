import fc from 'fast-check';
import { newId } from './id.ts';
import {
  readTicketCode,
  shortTicketCode,
  ticketCode,
  ticketCodeLength,
  ticketPayload,
  ticketQuarter,
} from './ticket-code.ts';

const facts = {
  keyId: '2026Q4-3f9a',
  serial: 48_213,
  eventId: 'tz4a98xxat96iws9zmbrgj3a',
  startAt: new Date('2026-12-31T21:30:00Z'),
};
const signature = Uint8Array.from({ length: 64 }, (_, byte) => byte * 3);
const code = ticketCode({ payload: ticketPayload(facts), signature });

describe('a ticket code', () => {
  it('says what was put into it', () => {
    expect(readTicketCode(code)).toEqual({ facts, payload: ticketPayload(facts), signature });
  });

  it('is of one length and of the signs of the alphanumeric mode', () => {
    expect(code).toMatch(/^[A-Z2-7]{152}$/);
    expect(ticketCodeLength).toBe(152);
  });

  it('carries any serial number, departure, start and key', () => {
    const any = fc.record({
      keyId: fc.tuple(fc.integer({ min: 2020, max: 9999 }), fc.integer({ min: 1, max: 4 }), fc.nat(65_535)),
      serial: fc.nat(2 ** 48 - 1),
      eventId: fc.constant('').map(newId),
      startAt: fc.nat(2 ** 32 - 1),
    });
    fc.assert(
      fc.property(any, ({ keyId: [year, quarter, print], serial, eventId, startAt }) => {
        const keyId = `${year}Q${quarter}-${print.toString(16).padStart(4, '0')}`;
        const given = { keyId, serial, eventId, startAt: new Date(startAt * 1000) };
        const written = ticketCode({ payload: ticketPayload(given), signature });
        expect(readTicketCode(written)?.facts).toEqual(given);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['a shorter code', code.slice(1)],
    ['a longer code', `${code}A`],
    ['small letters', code.toLowerCase()],
    ['a later version', `C${code.slice(1)}`],
    ['a link', 'https://example.org/ticket'.padEnd(152, 'A')],
  ])('is not read from %s', (_, text) => expect(readTicketCode(text)).toBeUndefined());

  it.each([
    ['a serial number that is too large', { serial: 2 ** 48 }],
    ['a negative serial number', { serial: -1 }],
    ['a broken serial number', { serial: 1.5 }],
    ['an id that is none', { eventId: 'event-1' }],
    ['a key that is none', { keyId: '2026Q5-3f9a' }],
    ['no start', { startAt: new Date(Number.NaN) }],
    ['a start before 1970', { startAt: new Date(-1000) }],
  ])('is not written with %s', (_, wrong) => {
    expect(() => ticketPayload({ ...facts, ...wrong })).toThrow(TypeError);
  });

  it('has a short form that needs the signature', () => {
    expect(shortTicketCode(code)).toMatch(/^048213-[A-Z2-7]{4}$/);
    const other = ticketCode({ payload: ticketPayload(facts), signature: signature.slice().reverse() });
    expect(shortTicketCode(other)).not.toBe(shortTicketCode(code));
    expect(shortTicketCode('048213')).toBeUndefined();
  });

  it.each([
    ['2026-12-31T23:59:59Z', '2026Q4'],
    ['2027-01-01T00:00:00Z', '2027Q1'],
    ['2026-06-30T23:59:59Z', '2026Q2'],
  ])('counts %s to the quarter %s', (moment, quarter) => {
    expect(ticketQuarter(new Date(moment))).toBe(quarter);
  });
});
