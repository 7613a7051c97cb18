import { fromBase32, toBase32 } from './base32.ts';
import { idPattern } from './id.ts';

/** What a ticket's code says. Nothing of it is secret, and nothing of it names a person. */
export type TicketFacts = {
  /** The key that signed it: `2026Q4-3f9a`, quarter and fingerprint. */
  keyId: string;
  /** The admission's number, unique in the whole house; a whole number below 2^48. */
  serial: number;
  /** The departure. */
  eventId: string;
  /** When it was to begin as the ticket was issued, to the second. */
  startAt: Date;
};

/** A code taken apart; only a verifier says whether it is genuine. */
export type TicketCode = { facts: TicketFacts; payload: Uint8Array; signature: Uint8Array };

/**
 * The signed bytes, big-endian: version 1 | quarter 2 (year × 4 + quarter − 1) | fingerprint 2 | serial 6 | event 16
 * (its id as a number in base 36) | start 4 (seconds of the Unix epoch). Behind them stand the 64 of the signature.
 */
const payloadLength = 31;
const signatureLength = 64;
const version = 1;
const at = { version: 0, quarter: 1, fingerprint: 3, serial: 5, event: 11, start: 27 };
const idLength = 24;
const idBytes = 16;
const keyIdPattern = /^(\d{4})Q([1-4])-([0-9a-f]{4})$/;

/** Symbols of a code: with error correction M it fills the alphanumeric mode of a QR code of version 6 (41 × 41). */
export const ticketCodeLength = ((payloadLength + signatureLength) * 8) / 5;

/** The name of the calendar quarter (UTC): `2026Q4`. */
export function ticketQuarter(moment: Date): string {
  return `${moment.getUTCFullYear()}Q${Math.floor(moment.getUTCMonth() / 3) + 1}`;
}

/**
 * The bytes to sign.
 * @throws TypeError when a fact does not fit
 */
export function ticketPayload({ keyId, serial, eventId, startAt }: TicketFacts): Uint8Array<ArrayBuffer> {
  const payload = new Uint8Array(payloadLength);
  const view = new DataView(payload.buffer);
  const { quarter, fingerprint } = keyNumbers(keyId);
  view.setUint8(at.version, version);
  view.setUint16(at.quarter, quarter);
  view.setUint16(at.fingerprint, fingerprint);
  view.setUint16(at.serial, Math.floor(checkedSerial(serial) / 2 ** 32));
  view.setUint32(at.serial + 2, serial % 2 ** 32);
  payload.set(eventBytes(eventId), at.event);
  view.setUint32(at.start, checkedSeconds(startAt));
  return payload;
}

/** The text of the QR code: capitals and digits, always `ticketCodeLength` symbols. */
export function ticketCode({ payload, signature }: Omit<TicketCode, 'facts'>): string {
  const bytes = new Uint8Array(payloadLength + signatureLength);
  bytes.set(payload);
  bytes.set(signature, payloadLength);
  return toBase32(bytes);
}

/** Undefined when the text is not a code of this version. Says nothing about the signature. */
export function readTicketCode(code: string): TicketCode | undefined {
  const bytes = code.length === ticketCodeLength ? fromBase32(code) : undefined;
  if (!bytes || bytes[at.version] !== version) return undefined;
  const payload = bytes.slice(0, payloadLength);
  const facts = factsOf(payload);
  return facts && { facts, payload, signature: bytes.slice(payloadLength) };
}

/**
 * What stands under the QR code for people without a scanner: the serial number and four signs of the signature, so
 * that it cannot be made up from a serial number. It names an admission; it proves nothing.
 */
export function shortTicketCode(code: string): string | undefined {
  const read = readTicketCode(code);
  if (!read) return undefined;
  const serial = String(read.facts.serial).padStart(6, '0');
  return `${serial}-${toBase32(read.signature.slice(-3)).slice(0, 4)}`;
}

function factsOf(payload: Uint8Array): TicketFacts | undefined {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const eventId = eventIdOf(payload.slice(at.event, at.event + idBytes));
  const year = Math.floor(view.getUint16(at.quarter) / 4);
  if (!eventId || year < 1000 || year > 9999) return undefined;
  const fingerprint = view.getUint16(at.fingerprint).toString(16).padStart(4, '0');
  return {
    keyId: `${year}Q${(view.getUint16(at.quarter) % 4) + 1}-${fingerprint}`,
    serial: view.getUint16(at.serial) * 2 ** 32 + view.getUint32(at.serial + 2),
    eventId,
    startAt: new Date(view.getUint32(at.start) * 1000),
  };
}

function keyNumbers(keyId: string) {
  const [, year, quarter, fingerprint] = keyIdPattern.exec(keyId) ?? [];
  if (!year || !quarter || !fingerprint) throw new TypeError(`"${keyId}" is not the id of a ticket key.`);
  return { quarter: Number(year) * 4 + Number(quarter) - 1, fingerprint: parseInt(fingerprint, 16) };
}

function checkedSerial(serial: number): number {
  if (Number.isInteger(serial) && serial >= 0 && serial < 2 ** 48) return serial;
  throw new TypeError(`${serial} is not the serial number of a ticket.`);
}

function checkedSeconds(startAt: Date): number {
  const seconds = Math.floor(startAt.getTime() / 1000);
  if (seconds >= 0 && seconds < 2 ** 32) return seconds;
  throw new TypeError('The start of a ticket lies outside 1970 to 2106.');
}

function eventBytes(eventId: string): Uint8Array {
  if (!idPattern.test(eventId)) throw new TypeError(`"${eventId}" is not the id of a departure.`);
  const value = Array.from(eventId).reduce((sum, digit) => sum * 36n + BigInt(parseInt(digit, 36)), 0n);
  return Uint8Array.from({ length: idBytes }, (_, byte) =>
    Number((value >> BigInt(8 * (idBytes - 1 - byte))) & 255n),
  );
}

function eventIdOf(bytes: Uint8Array): string | undefined {
  const value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const eventId = value.toString(36).padStart(idLength, '0');
  return idPattern.test(eventId) ? eventId : undefined;
}
