const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const bitsPerSymbol = 5;

/** RFC 4648 without padding, capitals only: every symbol is one of a QR code's alphanumeric mode. */
export function toBase32(bytes: Uint8Array): string {
  const symbols = Math.ceil((bytes.length * 8) / bitsPerSymbol);
  return Array.from({ length: symbols }, (_, at) => alphabet.charAt(bitsAt(bytes, at * bitsPerSymbol))).join(
    '',
  );
}

/** Undefined for anything that `toBase32` cannot have written: small letters, padding, spare bits that are set. */
export function fromBase32(text: string): Uint8Array | undefined {
  const values = Array.from(text, (symbol) => alphabet.indexOf(symbol));
  if (values.includes(-1)) return undefined;
  const bytes = gather(values);
  return toBase32(bytes) === text ? bytes : undefined;
}

/** Five bits from bit `start` on, filled with zeros past the end. */
function bitsAt(bytes: Uint8Array, start: number): number {
  const at = start >> 3;
  const pair = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  return (pair >> (16 - bitsPerSymbol - (start & 7))) & 31;
}

function gather(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(Math.floor((values.length * bitsPerSymbol) / 8));
  values.forEach((value, symbol) => {
    const start = symbol * bitsPerSymbol;
    const shifted = value << (16 - bitsPerSymbol - (start & 7));
    const at = start >> 3;
    if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) | (shifted >> 8);
    if (at + 1 < bytes.length) bytes[at + 1] = (bytes[at + 1] ?? 0) | (shifted & 255);
  });
  return bytes;
}
